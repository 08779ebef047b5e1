#include "ctl/view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/session/trouble.hpp"
#include "ctl/table.hpp"

namespace panggil::ctl {
namespace {

using session::hours_minutes_seconds;
using session::LinkState;
using session::printable;

constexpr std::size_t kMostCalls = 5;
constexpr std::string_view kNothing = "–";

std::string or_nothing(const std::optional<std::string>& text) {
  return text && !text->empty() ? printable(*text) : std::string(kNothing);
}

std::string date_time(const Stamp& stamp) {
  std::string text = to_text(stamp).substr(0, std::string_view("2026-11-23T08:30").size());
  text.replace(text.find('T'), 1, " ");
  return text;
}

Lines table_lines(const Table& table, std::size_t width) {
  Lines lines;
  for (auto& text : table.lines(width)) {
    lines.push_back({std::move(text), lines.empty() ? Style::kQuiet : Style::kPlain});
  }
  return lines;
}

void append(Lines& lines, Lines more) {
  std::ranges::move(more, std::back_inserter(lines));
}

std::string office_name(const Scene& scene) {
  const auto& office = scene.picture.office()->message;
  return fmt::format("{} ({})", scene.wording.in_language(office.name, office.site), printable(office.site));
}

Line link_line(const Scene& scene) {
  const auto& words = scene.wording;
  switch (scene.link.state(scene.now)) {
    case LinkState::kUp:
      return {words.text("ctl.link_up", {{"time", hours_minutes_seconds(scene.link.last_beat()->time)}})};
    case LinkState::kNoBroker:
      return {
          words.text("ctl.no_broker", {{"trouble", session::trouble_in_words(scene.link.trouble(), words)}}),
          Style::kAlarm};
    case LinkState::kOffline:
      return {words.text("ctl.dispatcher_offline"), Style::kAlarm};
    case LinkState::kSilent:
      break;
  }
  const auto silence = scene.link.silence(scene.now);
  if (!silence) return {words.text("ctl.no_beat_yet"), Style::kAlarm};
  const auto seconds = std::chrono::floor<Seconds>(*silence).count();
  return {words.text("ctl.dispatcher_silent", {{"time", hours_minutes_seconds(scene.link.last_beat()->time)},
                                               {"seconds", std::to_string(seconds)}}),
          Style::kAlarm};
}

/// What the dispatcher said of itself; of one that is gone it would be untrue.
Lines dispatcher_lines(const Scene& scene) {
  const auto& status = scene.link.last_status();
  if (!status || status->state == "offline") return {};
  Lines lines{{scene.wording.text("ctl.dispatcher_online", {{"version", status->version},
                                                            {"since", date_time(status->since)},
                                                            {"seq", std::to_string(scene.picture.seq())},
                                                            {"epoch", status->epoch}}),
               Style::kQuiet}};
  if (status->state == "degraded") {
    lines.push_back(
        {scene.wording.text("ctl.dispatcher_degraded") + " " + or_nothing(status->reason), Style::kAlarm});
  }
  if (status->clock == "simulated")
    lines.push_back({scene.wording.text("ctl.simulated_clock"), Style::kQuiet});
  return lines;
}

std::string estimate(const std::optional<protocol::Estimate>& estimate, const session::Wording& wording) {
  return estimate ? wording.band("ctl.minutes", *estimate) : std::string(kNothing);
}

/// How long the current ticket has been called or served, by the dispatcher's clock.
std::string time_at_counter(const protocol::CurrentTicket& ticket, const Scene& scene) {
  const auto& beat = scene.link.last_beat();
  if (!beat) return std::string(kNothing);
  const auto passed = beat->time.time - ticket.started_at.value_or(ticket.called_at).time;
  const auto seconds = std::max<std::int64_t>(std::chrono::floor<Seconds>(passed).count(), 0);
  return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

std::vector<std::string> counter_row(const protocol::OfficeCounter& place, const Scene& scene) {
  const auto& label = scene.wording.in_language(place.label, place.counter);
  const auto heard = scene.picture.counters().find(place.counter);
  const auto nothing = std::string(kNothing);
  if (heard == scene.picture.counters().end())
    return {place.counter, label, "?", nothing, nothing, nothing, nothing, "?"};
  const auto& counter = heard->second.message;
  const auto waiting = std::to_string(counter.waiting);
  const auto officer = or_nothing(counter.state == "paused" ? counter.reason : counter.officer);
  if (!counter.ticket) {
    return {place.counter, label,  scene.wording.word("state", counter.state), nothing, nothing, nothing,
            officer,       waiting};
  }
  return {place.counter,
          label,
          scene.wording.word("state", counter.ticket->state),
          printable(counter.ticket->ticket),
          scene.wording.service(counter.ticket->service),
          time_at_counter(*counter.ticket, scene),
          officer,
          waiting};
}

Lines last_calls(const Scene& scene, std::size_t width) {
  const auto calls = scene.picture.calls();
  Lines lines{{scene.wording.text("ctl.last_calls"), Style::kTitle}};
  for (const auto& call : calls) {
    if (lines.size() > kMostCalls) break;
    const bool again = call.kind == "recall";
    lines.push_back({cut(fmt::format("{}  {} → {}{}", hours_minutes_seconds(call.at), printable(call.ticket),
                                     scene.wording.in_language(call.label, call.counter),
                                     again ? "  " + scene.wording.text("ctl.recall") : ""),
                         width)});
  }
  return lines.size() > 1 ? lines : Lines{};
}

Lines last_events(const Scene& scene, std::size_t width, std::size_t room) {
  Lines lines{{scene.wording.text("ctl.events"), Style::kTitle}};
  for (const auto& event : scene.picture.events()) {
    if (lines.size() >= room) break;
    lines.push_back({cut(event_line(event), width)});
  }
  return lines;
}

}  // namespace

Lines heading(const Scene& scene, std::size_t width) {
  Lines whole;
  if (scene.picture.office()) whole.push_back({office_name(scene), Style::kTitle});
  whole.push_back(link_line(scene));
  append(whole, dispatcher_lines(scene));
  Lines lines;
  for (const auto& line : whole)
    for (auto& part : wrapped(line.text, width)) lines.push_back({std::move(part), line.style});
  return lines;
}

Lines services(const Scene& scene, std::size_t width) {
  if (!scene.picture.office()) return {};
  const auto& words = scene.wording;
  Table table({{words.text("ctl.service")},
               {"", false, true},
               {words.text("ctl.state")},
               {words.text("ctl.waiting"), true},
               {words.text("ctl.estimate"), true},
               {words.text("ctl.last_called")}});
  for (const auto& service : scene.picture.office()->message.services) {
    const auto heard = scene.picture.queues().find(service.service);
    const auto name = words.in_language(service.name, service.service);
    if (heard == scene.picture.queues().end()) {
      table.add({service.service, name, "?", "?", std::string(kNothing), std::string(kNothing)});
      continue;
    }
    const auto& queue = heard->second.message;
    table.add({service.service, name, words.word("state", queue.state), std::to_string(queue.waiting),
               estimate(queue.estimate, words), or_nothing(queue.last_called)});
  }
  return table_lines(table, width);
}

Lines counters(const Scene& scene, std::size_t width) {
  if (!scene.picture.office()) return {};
  const auto& words = scene.wording;
  Table table({{words.text("ctl.counter")},
               {"", false, true},
               {words.text("ctl.state")},
               {words.text("ctl.ticket")},
               {words.text("ctl.service"), false, true},
               {words.text("ctl.for"), true},
               {words.text("ctl.officer"), false, true},
               {words.text("ctl.waiting"), true}});
  for (const auto& place : scene.picture.office()->message.counters) table.add(counter_row(place, scene));
  return table_lines(table, width);
}

Lines devices(const Scene& scene, std::size_t width) {
  Lines lines;
  for (const auto* state : {"online", "offline"}) {
    std::string names;
    for (const auto& [name, heard] : scene.picture.devices()) {
      if (heard.message.state == state) names += (names.empty() ? "" : ", ") + name;
    }
    if (names.empty()) continue;
    const auto text = fmt::format("{} {}: {}", scene.wording.text("ctl.devices"),
                                  scene.wording.word("state", state), names);
    lines.push_back({cut(text, width), std::string_view(state) == "offline" ? Style::kAlarm : Style::kPlain});
  }
  return lines;
}

Lines notices(const Scene& scene, std::size_t width) {
  const auto& words = scene.wording;
  Table table({{words.text("ctl.notice")},
               {words.text("ctl.level")},
               {words.text("ctl.areas")},
               {words.text("ctl.until")},
               {"", false, true}});
  const auto posted = scene.picture.notices();
  for (const auto& each : posted) {
    std::string areas;
    for (const auto& area : each.areas) areas += (areas.empty() ? "" : ", ") + printable(area);
    table.add({printable(each.notice.notice), words.word("level", each.notice.level), areas,
               each.notice.until ? date_time(*each.notice.until) : std::string(kNothing),
               words.in_language(each.notice.text, "")});
  }
  return posted.empty() ? Lines{} : table_lines(table, width);
}

Lines whole_screen(const Scene& scene, Size size) {
  Lines lines = heading(scene, size.columns);
  for (auto section :
       {services(scene, size.columns), counters(scene, size.columns), notices(scene, size.columns),
        devices(scene, size.columns), last_calls(scene, size.columns)}) {
    if (section.empty()) continue;
    lines.push_back({});
    append(lines, std::move(section));
  }
  // The last row says how to leave; above it two for a space and the events' title.
  if (lines.size() + 4 <= size.rows) {
    lines.push_back({});
    append(lines, last_events(scene, size.columns, size.rows - lines.size() - 1));
  }
  lines.resize(size.rows > 0 ? size.rows - 1 : 0);
  lines.push_back({scene.wording.text("ctl.how_to_leave"), Style::kQuiet});
  lines.resize(std::min(lines.size(), size.rows));
  for (auto& line : lines) line.text = cut(line.text, size.columns);
  return lines;
}

std::string event_line(const protocol::Event& event) {
  std::string line = fmt::format("{}  {:<17}", hours_minutes_seconds(event.at), printable(event.kind));
  if (event.ticket) line += "  " + printable(*event.ticket);
  const std::pair<std::string_view, const std::optional<std::string>&> facts[] = {
      {"service", event.service}, {"class", event.ticket_class}, {"channel", event.channel},
      {"counter", event.counter}, {"rule", event.rule},          {"position", event.position},
      {"reason", event.reason}};
  for (const auto& [name, fact] : facts) {
    if (fact) line += fmt::format("  {}={}", name, printable(*fact));
  }
  if (event.call) line += fmt::format("  call={}", *event.call);
  return line + fmt::format("  by={}  seq={}", printable(event.by), event.seq);
}

}  // namespace panggil::ctl
