// Any bytes as a file of settings: read as every kind of value, as a machine's file and as an office's.
// Whatever comes, it ends with values or with faults that a person can be shown; and an office that is
// accepted is one the core can run on.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/settings/machine.hpp"
#include "common/settings/scalar_forms.hpp"
#include "common/settings/yaml_reader.hpp"
#include "dispatcher/core/calendar.hpp"
#include "dispatcher/core/series.hpp"
#include "dispatcher/settings/office_file.hpp"

namespace {

using namespace panggil;
using namespace std::chrono_literals;

void require(bool promise) {
  if (!promise) std::abort();
}

/// As every kind of value, whatever it is.
void read_all(const settings::Node& node) {
  (void)node.text();
  (void)node.truth();
  require(node.whole(-5, 5) <= 5);
  require(node.number(0, 1) <= 1);
  require(node.duration(1s, 24h) <= 24h);
  require(node.time_of_day() <= 24h);
  (void)node.choice({"red", "green"});
  (void)node.id<SiteId>();
  (void)node.path();
  node.fault_in_words("a fault of the reader's own");
  node.key_fault("fault.bundle.role");
  (void)node.required("name").text();
  node.no_other_keys();
  for (const auto& item : node.items()) read_all(item);
  for (const auto& [key, value] : node.entries()) read_all(value);
}

void check_faults(const settings::Document& document) {
  require(document.problems().size() <= 100);
  const settings::Problem* before = nullptr;
  for (const auto& problem : document.problems()) {
    require(problem.line >= 1 && problem.column >= 1);
    require(!problem.what.empty() && problem.what.size() < 500);
    require(problem.what.find('\n') == std::string::npos && !settings::first_bad_byte(problem.what));
    require(before == nullptr ||
            std::tie(before->line, before->column) <= std::tie(problem.line, problem.column));
    before = &problem;
  }
}

void run_on(const core::Office& office) {
  const WallTime now{std::chrono::seconds(1'800'000'000)};
  for (const auto& service : office.services) {
    (void)core::hours(office, service, now);
    (void)core::ticket_number(office, service, office.first_number);
    (void)core::ticket_number(office, service, office.last_number);
  }
  (void)core::next_change(office, now);
  require(core::next_day_starts(office, now) > now);
  for (const auto& counter : office.counters) {
    require(!counter.areas.empty() && !counter.services.empty());
    for (const auto& area : counter.areas) require(office.find(area) != nullptr);
    for (const auto& service : counter.services) require(office.find(service) != nullptr);
  }
}

void read_as_office(std::string_view text) {
  const auto document = settings::Document::parse("office.yaml", text);
  try {
    run_on(settings::read_office(document));
  } catch (const settings::BadSettings& bad) {
    require(!bad.problems().empty());
  }
  check_faults(document);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto document = settings::Document::parse("any.yaml", text);
  check_faults(document);
  (void)settings::read_machine(document.root());
  read_all(document.root());
  check_faults(document);
  read_as_office(text);
  return 0;
}
