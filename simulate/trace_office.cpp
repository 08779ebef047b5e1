#include "simulate/trace_office.hpp"

#include <fmt/format.h>

#include "common/base/ids.hpp"
#include "common/texts/spoken.hpp"

namespace panggil::simulate {
namespace {

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

std::string upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

bool is_prefix(const std::string& text) {
  const bool ends_with_a_letter = !text.empty() && text.back() >= 'A' && text.back() <= 'Z';
  return text.size() <= 4 && ends_with_a_letter && is_ticket_number(text + "1");
}

constexpr auto kHead =
    R"(# Made by panggil-simulate --write-office for one recorded day; to be played with --trace.
site: recorded
name: {id: Hari yang direkam, en: A recorded day}
languages: [en, id]
timezone: Europe/Warsaw
ticket_numbers: {first: 1, last: 9999}
classes: [regular]
selection: [earliest]
areas:
  - id: hall
    name: {id: Ruang tunggu, en: Waiting hall}
)";

}  // namespace

Result<std::string, std::string> office_for(const Trace& trace) {
  std::string services = "services:\n";
  std::string counters = "counters:\n";
  for (const std::string& name : trace.services()) {
    const std::string id = lower(name);
    if (!is_id(id) || !is_prefix(upper(name)))
      return fail(spoken_text("simulate.no_prefix", {{"name", name}}));
    services +=
        fmt::format("  - {{id: {0}, name: {{id: \"{1}\", en: \"{1}\"}}, prefix: {1}}}\n", id, upper(name));
    for (int i = 1; i <= trace.counters_of(name); ++i)
      counters += fmt::format("  - {{id: {0}{1}, label: {{id: {2}{1}, en: {2}{1}}}, services: [{0}]}}\n", id,
                              i, upper(name));
  }
  return kHead + services + counters;
}

}  // namespace panggil::simulate
