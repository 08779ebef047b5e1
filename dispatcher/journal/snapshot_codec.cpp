#include "dispatcher/journal/snapshot_codec.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "common/base/zone.hpp"
#include "dispatcher/journal/errors.hpp"
#include "dispatcher/journal/event_codec.hpp"
#include "dispatcher/journal/words.hpp"

namespace panggil::journal {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kFormat = 1;

template <class Table>
auto state_of(const Table& table, const Json& json) {
  return value_of(table, json.at("state").template get_ref<const std::string&>());
}

Millis millis(const Json& json) {
  return Millis(json.get<std::int64_t>());
}
Json number(WallTime time) {
  return time.time_since_epoch().count();
}
WallTime wall_time(const Json& json) {
  return WallTime(Millis(json.get<std::int64_t>()));
}

// What is absent is left out, and read back as absent.
void put(Json& json, const char* key, const std::optional<std::string>& text) {
  if (text) json[key] = *text;
}
template <class Tag>
void put(Json& json, const char* key, const std::optional<Id<Tag>>& id) {
  if (id) json[key] = id->text();
}

template <class Name>
Name name(const Json& json) {
  return Name(json.get_ref<const std::string&>());
}

template <class Read>
auto optional(const Json& json, const char* key, Read read) -> std::optional<decltype(read(json))> {
  const auto found = json.find(key);
  if (found == json.end()) return std::nullopt;
  return read(*found);
}

std::string read_text(const Json& json) {
  return json.get<std::string>();
}

// ---- header and series

Json header_line(const core::State& state) {
  Json json{{"format", kFormat}, {"seq", state.seq}, {"calls", state.calls}};
  if (state.day) json["day"] = to_text(*state.day);
  if (state.posted != 0) json["posted"] = state.posted;
  return json;
}

Day read_day(const Json& json) {
  const auto day = parse_day(json.get_ref<const std::string&>());
  if (!day) throw std::runtime_error("a day that does not exist");
  return *day;
}

void read_header(core::State& state, const Json& json) {
  if (json.at("format") != kFormat) {
    throw NewerJournal(
        "the journal's snapshot is of a newer format; start the version of Panggil that wrote it");
  }
  state.seq = json.at("seq").get<core::Seq>();
  state.calls = json.at("calls").get<core::CallNumber>();
  state.day = optional(json, "day", read_day);
  state.posted = json.value("posted", std::uint64_t{0});
}

void read_series(core::State& state, const Json& json) {
  state.series.emplace(json.at("series").get<std::string>(), json.at("last").get<int>());
}

// ---- queues: their lines follow from the tickets

Json queue_line(const ServiceId& service, const core::Queue& queue) {
  Json json{{"queue", service.text()}, {"issued", queue.issued}};
  put(json, "turn", queue.turns.last);
  if (queue.turns.in_a_row != 0) json["in_a_row"] = queue.turns.in_a_row;
  put(json, "last_called", queue.last_called);
  return json;
}

core::Queue queue_of(const Json& json) {
  core::Queue queue;
  queue.issued = json.at("issued").get<int>();
  queue.turns.last = optional(json, "turn", name<ClassId>);
  queue.turns.in_a_row = json.value("in_a_row", 0);
  queue.last_called = optional(json, "last_called", name<TicketNumber>);
  return queue;
}

void read_queue(core::State& state, const Json& json) {
  state.queues[name<ServiceId>(json.at("queue"))] = queue_of(json);
}

// ---- tickets

// Written by hand, as there are thousands of them and none of their texts needs escaping: they are ids.
template <class... Args>
void add(std::string& text, fmt::format_string<Args...> format, Args&&... args) {
  fmt::format_to(std::back_inserter(text), format, std::forward<Args>(args)...);
}

std::int64_t count(WallTime time) {
  return time.time_since_epoch().count();
}

void add_earlier_legs(std::string& text, const std::vector<core::EarlierLeg>& legs) {
  text += R"(,"earlier":[)";
  for (const auto& leg : legs) {
    if (text.back() != '[') text += ',';
    add(text, R"({{"service":"{}","at_counter_ms":{}}})", leg.service.text(), leg.at_counter.count());
  }
  text += ']';
}

void add_ticket(std::string& text, const core::Ticket& ticket) {
  add(text, R"({{"ticket":"{}","service":"{}","class":"{}","channel":"{}","state":"{}","arrived":{})",
      ticket.number.text(), ticket.service.text(), ticket.ticket_class.text(), ticket.channel.text(),
      word(kTicketStates, ticket.state), count(ticket.arrived_at));
  if (ticket.queued_at != ticket.arrived_at) add(text, R"(,"queued":{})", count(ticket.queued_at));
  if (ticket.joined_at != ticket.arrived_at) add(text, R"(,"joined":{})", count(ticket.joined_at));
  if (ticket.called_at) add(text, R"(,"called":{})", count(*ticket.called_at));
  if (ticket.started_at) add(text, R"(,"started":{})", count(*ticket.started_at));
  if (ticket.ended_at) add(text, R"(,"ended":{})", count(*ticket.ended_at));
  if (ticket.counter) add(text, R"(,"counter":"{}")", ticket.counter->text());
  if (ticket.last_call) add(text, R"(,"call":{})", *ticket.last_call);
  if (ticket.reserved_for) add(text, R"(,"reserved_for":"{}")", ticket.reserved_for->text());
  if (ticket.first) text += R"(,"first":true)";
  if (ticket.recalls != 0) add(text, R"(,"recalls":{})", ticket.recalls);
  if (!ticket.earlier_legs.empty()) add_earlier_legs(text, ticket.earlier_legs);
  text += '}';
}

core::Ticket ticket_of(const Json& json) {
  core::Ticket ticket{.number = name<TicketNumber>(json.at("ticket")),
                      .service = name<ServiceId>(json.at("service")),
                      .ticket_class = name<ClassId>(json.at("class")),
                      .channel = name<ChannelId>(json.at("channel")),
                      .arrived_at = wall_time(json.at("arrived")),
                      .queued_at = {}};
  ticket.state = state_of(kTicketStates, json);
  ticket.queued_at = optional(json, "queued", wall_time).value_or(ticket.arrived_at);
  ticket.joined_at = optional(json, "joined", wall_time).value_or(ticket.arrived_at);
  ticket.called_at = optional(json, "called", wall_time);
  ticket.started_at = optional(json, "started", wall_time);
  ticket.ended_at = optional(json, "ended", wall_time);
  ticket.counter = optional(json, "counter", name<CounterId>);
  ticket.last_call = optional(json, "call", [](const Json& j) { return j.get<core::CallNumber>(); });
  ticket.reserved_for = optional(json, "reserved_for", name<CounterId>);
  ticket.first = json.value("first", false);
  ticket.recalls = json.value("recalls", 0);
  for (const Json& leg : json.value("earlier", Json::array()))
    ticket.earlier_legs.push_back({name<ServiceId>(leg.at("service")), millis(leg.at("at_counter_ms"))});
  return ticket;
}

void read_ticket(core::State& state, const Json& json) {
  const core::Ticket ticket = ticket_of(json);
  state.enter_line(ticket);
  state.tickets.emplace(ticket.number, ticket);
}

// ---- counters

Json call_object(const core::Call& call) {
  Json json{{"call", call.number},
            {"seq", call.seq},
            {"at", number(call.at)},
            {"ticket", call.ticket.text()},
            {"counter", call.counter.text()},
            {"service", call.service.text()}};
  if (call.recall) json["recall"] = true;
  return json;
}

core::Call call_of(const Json& json) {
  return {json.at("call").get<core::CallNumber>(), json.value("recall", false),
          json.at("seq").get<core::Seq>(),         wall_time(json.at("at")),
          name<TicketNumber>(json.at("ticket")),   name<CounterId>(json.at("counter")),
          name<ServiceId>(json.at("service"))};
}

Json counter_object(const CounterId& id, const core::CounterStatus& counter) {
  Json json{{"counter", id.text()},
            {"state", word(kCounterStates, counter.state)},
            {"since", number(counter.since)}};
  put(json, "officer", counter.officer);
  put(json, "reason", counter.reason);
  put(json, "current", counter.ticket);
  Json calls = Json::array();
  for (const core::Call& call : counter.calls) calls.push_back(call_object(call));
  if (!calls.empty()) json["calls"] = std::move(calls);
  return json;
}

core::CounterStatus counter_of(const Json& json) {
  core::CounterStatus counter;
  counter.state = state_of(kCounterStates, json);
  counter.since = wall_time(json.at("since"));
  counter.officer = optional(json, "officer", read_text);
  counter.reason = optional(json, "reason", read_text);
  counter.ticket = optional(json, "current", name<TicketNumber>);
  for (const Json& call : json.value("calls", Json::array())) counter.calls.push_back(call_of(call));
  return counter;
}

void read_counter(core::State& state, const Json& json) {
  state.counters[name<CounterId>(json.at("counter"))] = counter_of(json);
}

// ---- what can be undone

void add_events(std::string& text, const std::vector<core::Undone>& events) {
  text += R"(,"events":[)";
  for (const auto& event : events) {
    if (text.back() != '[') text += ',';
    add(text, R"({{"kind":"{}")", event.kind);
    if (event.ticket) add(text, R"(,"ticket":"{}")", event.ticket->text());
    text += '}';
  }
  text += ']';
}

void read_events(core::Undoable& action, const Json& events) {
  for (const Json& event : events) {
    action.events.push_back({lasting_kind(event.at("kind").get_ref<const std::string&>()),
                             optional(event, "ticket", name<TicketNumber>)});
  }
}

void add_undoable_line(std::string& text, const CounterId& id, const core::Undoable& action) {
  add(text, R"({{"undoable":"{}","first":{},"last":{},"at":{},"status":{},"tickets":[)", id.text(),
      action.first, action.last, count(action.at), counter_object(id, action.status).dump());
  for (const auto& ticket : action.tickets) {
    if (text.back() != '[') text += ',';
    add_ticket(text, ticket);
  }
  text += ']';
  if (!action.events.empty()) add_events(text, action.events);
  if (action.service) {
    add(text, R"(,"from":{})",
        queue_line(*action.service, {.turns = action.turns, .last_called = action.last_called}).dump());
  }
  text += "}\n";
}

void read_undoable(core::State& state, const Json& json) {
  core::Undoable& action = state.undoable[name<CounterId>(json.at("undoable"))];
  action.first = json.at("first").get<core::Seq>();
  action.last = json.at("last").get<core::Seq>();
  action.at = wall_time(json.at("at"));
  action.status = counter_of(json.at("status"));
  for (const Json& ticket : json.at("tickets")) action.tickets.push_back(ticket_of(ticket));
  if (const auto events = json.find("events"); events != json.end()) read_events(action, *events);
  const auto from = json.find("from");
  if (from == json.end()) return;
  action.service = name<ServiceId>(from->at("queue"));
  const auto queue = queue_of(*from);
  action.turns = queue.turns;
  action.last_called = queue.last_called;
}

// ---- what concerns the office

Json notice_line(const core::Notice& notice) {
  Json json{
      {"notice", notice.id.text()}, {"level", word(kNoticeLevels, notice.level)}, {"text", notice.text}};
  put(json, "area", notice.area);
  if (notice.until) json["until"] = number(*notice.until);
  return json;
}

void read_notice(core::State& state, const Json& json) {
  state.notices.push_back({name<NoticeId>(json.at("notice")), optional(json, "area", name<AreaId>),
                           value_of(kNoticeLevels, json.at("level").get_ref<const std::string&>()),
                           json.at("text").get<core::LocalText>(), optional(json, "until", wall_time)});
}

void read_suspended(core::State& state, const Json& json) {
  state.suspended.insert(name<ServiceId>(json.at("suspended")));
}

Json served_line(const ServiceId& service, const std::deque<core::ServedDay>& days) {
  Json list = Json::array();
  for (const auto& day : days)
    list.push_back(
        {{"day", to_text(day.day)}, {"people", day.people}, {"at_counter_ms", day.at_counter.count()}});
  return {{"served", service.text()}, {"days", std::move(list)}};
}

void read_served(core::State& state, const Json& json) {
  auto& days = state.served[name<ServiceId>(json.at("served"))];
  for (const Json& day : json.at("days"))
    days.push_back({read_day(day.at("day")), day.at("people").get<int>(), millis(day.at("at_counter_ms"))});
}

// ---- lines

// A line is known by its first key.
constexpr std::pair<std::string_view, void (*)(core::State&, const Json&)> kReaders[] = {
    {"format", read_header}, {"series", read_series},       {"queue", read_queue},
    {"ticket", read_ticket}, {"counter", read_counter},     {"undoable", read_undoable},
    {"notice", read_notice}, {"suspended", read_suspended}, {"served", read_served}};

void read_line(core::State& state, const Json& json) {
  if (!json.is_object() || json.empty()) throw std::runtime_error("an object was expected");
  const std::string& first = json.begin().key();
  for (const auto& [key, read] : kReaders) {
    if (key == first) return read(state, json);
  }
  throw NewerJournal("the journal's snapshot has a line \"" + first +
                     "\", which this version of Panggil does not know; start the version that wrote it");
}

}  // namespace

std::string encode_snapshot(const core::State& state) {
  std::string text;
  const auto add_line = [&text](const Json& line) { text.append(line.dump()).push_back('\n'); };
  add_line(header_line(state));
  for (const auto& [prefix, last] : state.series) add_line({{"series", prefix}, {"last", last}});
  for (const auto& [service, queue] : state.queues) add_line(queue_line(service, queue));
  for (const auto& [number, ticket] : state.tickets) {
    add_ticket(text, ticket);
    text += '\n';
  }
  for (const auto& [id, counter] : state.counters) add_line(counter_object(id, counter));
  for (const auto& [id, action] : state.undoable) add_undoable_line(text, id, action);
  for (const auto& notice : state.notices) add_line(notice_line(notice));
  for (const auto& service : state.suspended) add_line({{"suspended", service.text()}});
  for (const auto& [service, days] : state.served) add_line(served_line(service, days));
  return text;
}

core::State decode_snapshot(std::string_view text) {
  if (!text.starts_with("{\"format\":")) throw JournalDamaged("the snapshot does not begin as one");
  core::State state;
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) throw JournalDamaged("the snapshot's last line is cut off");
    try {
      read_line(state, Json::parse(text.substr(0, end)));
    } catch (const NewerJournal&) {
      throw;
    } catch (const std::exception& error) {
      throw JournalDamaged(fmt::format("line {} of the snapshot cannot be read: {}", number, error.what()));
    }
    text.remove_prefix(end + 1);
  }
  return state;
}

}  // namespace panggil::journal
