#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "common/session/trouble.hpp"
#include "common/settings/command_line.hpp"
#include "ctl/devices/authority.hpp"
#include "ctl/devices/devices.hpp"
#include "ctl/devices/presence_list.hpp"
#include "ctl/office_session.hpp"
#include "ctl/table.hpp"
#include "ctl/terminal.hpp"

namespace panggil::ctl {
namespace {

/// What is known of one name, from either side.
struct Row {
  std::optional<WallTime> until;  ///< its certificate
  HeardDevice heard;
};
using Rows = std::map<std::string, Row>;

/// By the office's clock, where the dispatcher has told it: machines may be set to other zones.
std::string moment(std::optional<Stamp> at, const Rows& rows) {
  if (!at) return "–";
  if (const auto dispatcher = rows.find("dispatcher"); dispatcher != rows.end())
    if (const auto& state = dispatcher->second.heard.state; state && state->message.since)
      at->offset = state->message.since->offset;
  return date_hours_minutes(*at);
}
std::string date(const std::optional<WallTime>& until) {
  return until ? day_text(*until) : "–";
}

std::string content_in_words(const protocol::ContentHealth& content, const session::Wording& wording) {
  auto text = wording.word("device.content", content.state);
  if (content.detail) text += " (" + session::printable(*content.detail) + ")";
  return text;
}

std::string health_in_words(const protocol::Health& health, const session::Wording& wording) {
  std::vector<std::string> facts;
  facts.push_back(
      wording.text("device.health_memory", {{"mib", std::to_string(health.resident_kib / 1024)}}));
  if (health.screen) facts.push_back(session::printable(*health.screen));
  if (health.sound) facts.push_back(wording.word("device.sound", *health.sound));
  if (health.media) facts.push_back(session::printable(*health.media));
  if (health.content) facts.push_back(content_in_words(*health.content, wording));
  if (health.printer) facts.push_back(wording.word("device.printer", *health.printer));
  if (health.keypad) facts.push_back(wording.word("device.keypad", *health.keypad));
  if (health.temperature_c) facts.push_back(fmt::format("{:.0f} °C", *health.temperature_c));
  if (health.clock_synchronised == false) facts.push_back(wording.text("device.health_clock"));
  return fmt::format("{}", fmt::join(facts, ", "));
}

std::string state_in_words(const HeardDevice& heard, const session::Wording& wording) {
  return heard.state ? wording.word("device.state", heard.state->message.state)
                     : wording.text("device.state_never");
}

std::string program_in_words(const HeardDevice& heard) {
  if (!heard.state || heard.state->message.program.empty()) return "–";
  const auto& state = heard.state->message;
  return fmt::format("{} {}", session::printable(state.program), session::printable(state.version));
}

std::string as_table(const Rows& rows, const session::Wording& wording) {
  Table table({{wording.text("device.name")},
               {wording.text("ctl.state")},
               {wording.text("device.since")},
               {wording.text("device.program")},
               {wording.text("device.certificate")},
               {wording.text("device.health"), false, true}});
  for (const auto& [name, row] : rows) {
    const auto& state = row.heard.state;
    table.add({name, state_in_words(row.heard, wording), state ? moment(state->message.since, rows) : "–",
               program_in_words(row.heard), date(row.until),
               row.heard.health ? health_in_words(row.heard.health->message, wording) : "–"});
  }
  std::string text;
  for (const auto& line : table.lines(Terminal::width_of_output())) text += line + "\n";
  return text;
}

/// Each part has been read, so it is JSON, and each name is an id.
std::string as_json(const Rows& rows) {
  std::string text;
  for (const auto& [name, row] : rows)
    text += fmt::format(R"({}{{"name":"{}","state":{},"health":{},"certificate_until":{}}})",
                        text.empty() ? "" : ",", name, row.heard.state ? row.heard.state->payload : "null",
                        row.heard.health ? row.heard.health->payload : "null",
                        row.until ? fmt::format("\"{}\"", to_text(Stamp{*row.until})) : "null");
  return "[" + text + "]\n";
}

void add_certificates(Rows& rows, const DeviceFlags& flags, const session::Wording& wording) {
  const auto directory = flags.places().authority();
  try {
    for (const auto& known : Authority::open(directory).all())
      rows[known.name].until = known.certificates.back().until;
  } catch (const std::runtime_error&) {
    fmt::print(stderr, "panggil-ctl: {}\n",
               wording.text("device.no_authority", {{"authority", directory.string()}}));
  }
}

}  // namespace

int list_devices(const DeviceFlags& flags, const Settings& settings, const session::Wording& wording) {
  Rows rows;
  add_certificates(rows, flags, wording);
  const auto listen = [&](session::Session& session, EventLoop& loop, const Clock& clock) -> int {
    const auto heard = listen_to_devices(session, loop, clock);
    if (!heard) {
      fmt::print(stderr, "panggil-ctl: {}\n",
                 wording.text("session.no_broker",
                              {{"trouble", session::trouble_in_words(session.link().trouble(), wording)}}));
      return settings::kNoConnection;
    }
    for (const auto& [name, device] : *heard) rows[name].heard = device;
    return settings::kDone;
  };
  const int code = in_session(settings, listen);
  fmt::print("{}", flags.json ? as_json(rows) : as_table(rows, wording));
  return std::fflush(stdout) == 0 ? code : settings::kRefused;
}

}  // namespace panggil::ctl
