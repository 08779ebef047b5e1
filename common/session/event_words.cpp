#include "common/session/event_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace panggil::session {
namespace {

/// What stands in `text` for the placeholders of `form`; nothing: it has another form. A placeholder takes as
/// little as it can.
std::optional<Facts> matched(std::string_view form, std::string_view text) {
  Facts facts;
  while (true) {
    const auto brace = form.find('{');
    const auto plain = form.substr(0, brace);
    if (!text.starts_with(plain)) return std::nullopt;
    text.remove_prefix(plain.size());
    if (brace == std::string_view::npos) return text.empty() ? std::optional(facts) : std::nullopt;
    const auto close = form.find('}', brace);
    const auto name = form.substr(brace + 1, close - brace - 1);
    form.remove_prefix(close + 1);
    const auto follows = form.substr(0, form.find('{'));
    const auto end = follows.empty() ? text.size() : text.find(follows);
    if (end == std::string_view::npos || end == 0) return std::nullopt;
    facts.emplace(name, text.substr(0, end));
    text.remove_prefix(end);
  }
}

/// The longest text form that fits: `{class}'s turn` would fit more than it means.
struct Form {
  std::string key;
  std::size_t length = 0;
  Facts facts;
};

std::optional<Form> form_of(const std::string& detail) {
  std::optional<Form> best;
  for (const auto& [key, form] : Catalogue::of("en").entries()) {
    if (!key.starts_with("why.") || (best && form.size() <= best->length)) continue;
    if (auto facts = matched(form, detail)) best = Form{key, form.size(), std::move(*facts)};
  }
  return best;
}

/// `event.ticket_called`, of `ticket-called`.
std::string key_of(std::string_view area, const std::string& kind) {
  auto key = std::string(area) + kind;
  std::ranges::replace(key, '-', '_');
  return key;
}

std::string ticket_state(const protocol::RestoredTicket& ticket, const Wording& wording) {
  return fmt::format("{} {}", printable(ticket.ticket), wording.word("state", ticket.state));
}

std::string restored(const protocol::Event& event, const Wording& wording) {
  if (!event.tickets || event.tickets->empty()) return "";
  std::string list;
  for (const auto& ticket : *event.tickets)
    list += (list.empty() ? "" : ", ") + ticket_state(ticket, wording);
  return ": " + list;
}

/// `the call of A017, the completion of A016`
std::string undone(const protocol::Event& event, const Wording& wording) {
  return event.undone ? undone_words(*event.undone, wording) : wording.text("undone.last_action");
}

std::string classed(const protocol::Event& event, const Wording& wording) {
  return fmt::format("{}, {}", wording.word("class", event.ticket_class.value_or("?")),
                     wording.word("channel", event.channel.value_or("?")));
}

/// The service, and before it the counter that the ticket waits for alone: that is what an officer looks for.
std::string goal(const protocol::Event& event, const Wording& wording) {
  const auto service = wording.service(event.service.value_or("?"));
  if (!event.reserved_for) return service;
  return wording.text("destination.counter_alone",
                      {{"counter", counter_words(*event.reserved_for, wording)}, {"service", service}});
}

/// What a text about an event may name.
Facts facts_of(const protocol::Event& event, const Wording& wording) {
  return {{"day", event.day},
          {"ticket", event.ticket.value_or("?")},
          {"counter", counter_words(event.counter.value_or("?"), wording)},
          {"service", goal(event, wording)},
          {"how", classed(event, wording)},
          {"why", why_words(event.detail.value_or(event.rule.value_or("?")), wording)},
          {"position", wording.word("position", event.position.value_or("?"))},
          {"undone", undone(event, wording)},
          {"restored", restored(event, wording)},
          {"notice", event.notice.value_or("?")},
          {"text", event.text ? wording.in_language(*event.text, "") : ""}};
}

/// What is said only where there is something to say.
std::string more(const protocol::Event& event, const Wording& wording) {
  std::string text;
  if (event.officer) text += wording.text("event.more_officer", {{"officer", *event.officer}});
  // An officer has pressed a key; time has not.
  if (event.kind == "ticket-skipped" && event.by == "dispatcher")
    text += wording.text("event.more_by_itself");
  if (event.reason) text += wording.text("event.more_reason", {{"reason", *event.reason}});
  if (event.outcome) text += wording.text("event.more_outcome", {{"outcome", *event.outcome}});
  if (event.then) text += wording.text("event.more_then", {{"service", wording.service(*event.then)}});
  return text;
}

}  // namespace

std::vector<std::string> event_kinds() {
  constexpr std::string_view kArea = "event.";
  std::vector<std::string> kinds;
  for (const auto& [key, text] : Catalogue::of("en").entries()) {
    if (!key.starts_with(kArea) || key.starts_with("event.more_")) continue;
    kinds.push_back(key.substr(kArea.size()));
    std::ranges::replace(kinds.back(), '_', '-');
  }
  return kinds;
}

std::string why_words(const std::string& detail, const Wording& wording) {
  const auto form = form_of(detail);
  if (!form) return printable(detail);
  Facts facts = form->facts;
  for (const char* name : {"class", "other"}) {
    if (facts.contains(name)) facts[name] = wording.word("class", facts[name]);
  }
  return wording.text(form->key, facts);
}

std::string undone_words(const std::vector<protocol::UndoneEvent>& events, const Wording& wording) {
  std::string list;
  for (const auto& event : events) {
    const auto key = key_of("undone.", event.kind);
    if (!wording.has(key)) continue;
    // The last one first.
    list.insert(0, wording.text(key, {{"ticket", event.ticket.value_or("?")}}) + (list.empty() ? "" : ", "));
  }
  return list.empty() ? wording.text("undone.last_action") : list;
}

std::string counter_words(const std::string& counter, const Wording& wording) {
  if (wording.office()) {
    for (const auto& one : wording.office()->counters)
      if (one.counter == counter) return wording.in_language(one.label, counter);
  }
  return printable(counter);
}

std::string event_words(const protocol::Event& event, const Wording& wording) {
  const auto key = key_of("event.", event.kind);
  // A kind that is newer than this program.
  if (!wording.has(key)) return printable(event.kind + " " + event.ticket.value_or(""));
  return wording.text(key, facts_of(event, wording)) + more(event, wording);
}

std::string dated_event_words(const protocol::Event& event, const Wording& wording) {
  return fmt::format("{} {}  {}  ({}, {})", to_text(event.at).substr(0, 10), hours_minutes_seconds(event.at),
                     event_words(event, wording), printable(event.by), event.seq);
}

}  // namespace panggil::session
