#include "ctl/devices/bundle.hpp"

#include <fmt/format.h>

#include <map>
#include <stdexcept>
#include <vector>

#include "common/mqtt/broker_address.hpp"
#include "common/settings/yaml_reader.hpp"
#include "common/texts/spoken.hpp"

namespace panggil::ctl {
namespace {

constexpr std::string_view kBegin = "-----BEGIN ";
constexpr std::string_view kEnd = "-----END ";
constexpr long kFormat = 1;

constexpr auto kHead =
    "# All that {0} needs to belong to the site {1}, its key among it: whoever has this file can be {0}.\n"
    "# Take it to that machine, run `panggil-ctl join` on it there as root, and delete it.\n"
    "panggil_bundle: {2}\nname: {0}\nrole: {3}\nsite: {1}\nbroker: {4}\n";

/// The PEM blocks, each with its lines, in their order.
std::vector<std::string> blocks(std::string_view text) {
  std::vector<std::string> all;
  for (auto begin = text.find(kBegin); begin != std::string_view::npos; begin = text.find(kBegin, begin)) {
    const auto end = text.find('\n', std::min(text.find(kEnd, begin), text.size()));
    const auto after = end == std::string_view::npos ? text.size() : end + 1;
    all.emplace_back(text.substr(begin, after - begin));
    begin = after;
  }
  return all;
}

void read_head(const settings::Node& root, Bundle& bundle) {
  root.required("panggil_bundle").whole(kFormat, kFormat);
  if (const auto name = root.required("name").id<ClientId>()) bundle.name = *name;
  if (const auto site = root.required("site").id<SiteId>()) bundle.site = *site;
  bundle.broker = root.required("broker").text();
  const auto role = root.required("role");
  bundle.role = role.text();
  if (!bundle.role.empty() && !program_of(bundle.role)) role.fault("fault.bundle.role");
  if (const auto area = root.optional("area"); area.present())
    bundle.area = area.id<AreaId>().value_or(AreaId("x")).text();
  if (const auto counter = root.optional("counter"); counter.present())
    bundle.counter = counter.id<CounterId>().value_or(CounterId("x")).text();
  root.no_other_keys();
}

void check(const std::string& file_name, const Bundle& bundle) {
  const auto wrong = [&](const std::string& what) {
    throw std::runtime_error(spoken_text(
        "device.bundle_wrong", {{"file", file_name}, {"what", what}, {"name", bundle.name.text()}}));
  };
  if (!mqtt::parse_broker_address(bundle.broker).tls) wrong(spoken_text("device.bundle_no_tls"));
  if (facts_of(bundle.own.certificate).common_name != bundle.name.text())
    wrong(spoken_text("device.bundle_other_name"));
  if (const auto fault = fault_of(bundle.own, bundle.authority); !fault.empty()) wrong(fault);
}

}  // namespace

std::string to_text(const Bundle& bundle) {
  auto text = fmt::format(kHead, bundle.name.text(), bundle.site.text(), kFormat, bundle.role, bundle.broker);
  if (bundle.area) text += fmt::format("area: {}\n", *bundle.area);
  if (bundle.counter) text += fmt::format("counter: {}\n", *bundle.counter);
  return text + bundle.own.certificate + bundle.own.key.reveal() + bundle.authority;
}

Bundle read_bundle_settings(const std::string& file_name, std::string_view text) {
  const auto document = settings::Document::parse(file_name, text.substr(0, text.find(kBegin)));
  Bundle bundle;
  read_head(document.root(), bundle);
  document.require_clean();
  return bundle;
}

Bundle read_bundle(const std::string& file_name, std::string_view text) {
  if (text.find("panggil_bundle:") == std::string_view::npos)
    throw std::runtime_error(spoken_text("device.no_bundle", {{"file", file_name}}));
  auto bundle = read_bundle_settings(file_name, text);
  const auto pem = blocks(text);
  if (pem.size() != 3) throw std::runtime_error(spoken_text("device.bundle_cut", {{"file", file_name}}));
  bundle.own = {pem[0], Secret(pem[1])};
  bundle.authority = pem[2];
  check(file_name, bundle);
  return bundle;
}

std::optional<std::string> program_of(std::string_view role) {
  static const std::map<std::string, std::string, std::less<>> kPrograms = {{"dispatcher", "dispatcher"},
                                                                            {"display", "display"},
                                                                            {"counter", "counter"},
                                                                            {"kiosk", "kiosk"},
                                                                            {"desk", "kiosk"},
                                                                            {"supervisor", "ctl"},
                                                                            {"booking", "ctl"}};
  const auto found = kPrograms.find(role);
  return found == kPrograms.end() ? std::nullopt : std::optional(found->second);
}

std::string first_word(const ClientId& name) {
  return name.text().substr(0, name.text().find('-'));
}

}  // namespace panggil::ctl
