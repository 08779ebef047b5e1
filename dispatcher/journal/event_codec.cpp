#include "dispatcher/journal/event_codec.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "common/base/zone.hpp"
#include "dispatcher/journal/errors.hpp"
#include "dispatcher/journal/words.hpp"

namespace panggil::journal {
namespace {

using Json = nlohmann::ordered_json;

void put(Json& json, const char* key, const std::optional<std::string>& text) {
  if (text) json[key] = *text;
}

std::optional<std::string> optional_text(const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end()) return std::nullopt;
  return found->get<std::string>();
}

template <class Name>
Name name(const Json& json, const char* key) {
  return Name(json.at(key).get_ref<const std::string&>());
}

template <class Name>
std::optional<Name> optional_name(const Json& json, const char* key) {
  return json.contains(key) ? std::optional(name<Name>(json, key)) : std::nullopt;
}

template <class Tag>
void put(Json& json, const char* key, const std::optional<Id<Tag>>& id) {
  if (id) json[key] = id->text();
}

template <class Table>
auto word_in(const Table& table, const Json& json, const char* key) {
  return value_of(table, json.at(key).get_ref<const std::string&>());
}

core::Position position(const Json& json) {
  return word_in(kPositions, json, "position");
}

Json ticket_at(const TicketNumber& ticket, const CounterId& counter) {
  return {{"ticket", ticket.text()}, {"counter", counter.text()}};
}

struct Encode {
  Json operator()(const core::DayStarted& e) const { return {{"day", to_text(e.day)}}; }
  Json operator()(const core::CounterOpened& e) const {
    Json json{{"counter", e.counter.text()}};
    put(json, "officer", e.officer);
    return json;
  }
  Json operator()(const core::CounterPaused& e) const {
    Json json{{"counter", e.counter.text()}};
    put(json, "reason", e.reason);
    return json;
  }
  Json operator()(const core::CounterClosed& e) const { return {{"counter", e.counter.text()}}; }
  Json operator()(const core::TicketIssued& e) const {
    return {{"ticket", e.ticket.text()},   {"service", e.service.text()}, {"class", e.ticket_class.text()},
            {"channel", e.channel.text()}, {"prefix", e.prefix},          {"number", e.number}};
  }
  Json operator()(const core::TicketCalled& e) const {
    Json json{{"call", e.call}, {"ticket", e.ticket.text()}, {"counter", e.counter.text()}};
    json["why"] = {{"rule", e.why.rule}, {"detail", e.why.detail}};
    if (e.out_of_order) json["out_of_order"] = true;
    if (e.continues) json["continues"] = true;
    return json;
  }
  Json operator()(const core::TicketRecalled& e) const {
    return {{"call", e.call}, {"ticket", e.ticket.text()}, {"counter", e.counter.text()}};
  }
  Json operator()(const core::ServiceStarted& e) const { return ticket_at(e.ticket, e.counter); }
  Json operator()(const core::TicketCompleted& e) const {
    Json json = ticket_at(e.ticket, e.counter);
    put(json, "outcome", e.outcome);
    put(json, "then", e.then);
    return json;
  }
  Json operator()(const core::TicketSkipped& e) const { return ticket_at(e.ticket, e.counter); }
  Json operator()(const core::TicketReinstated& e) const {
    Json json{{"ticket", e.ticket.text()}, {"position", word(kPositions, e.position)}};
    put(json, "counter", e.counter);
    return json;
  }
  Json operator()(const core::TicketCancelled& e) const {
    Json json{{"ticket", e.ticket.text()}};
    put(json, "counter", e.counter);
    return json;
  }
  Json operator()(const core::TicketHeld& e) const {
    Json json = ticket_at(e.ticket, e.counter);
    put(json, "reason", e.reason);
    return json;
  }
  Json operator()(const core::TicketTransferred& e) const {
    Json json = ticket_at(e.ticket, e.counter);
    json["service"] = e.service.text();
    put(json, "reserved_for", e.reserved_for);
    json["position"] = word(kPositions, e.position);
    return json;
  }
  Json operator()(const core::TicketReleased& e) const { return ticket_at(e.ticket, e.counter); }
  Json operator()(const core::ActionUndone& e) const {
    Json tickets = Json::array();
    for (const auto& each : e.tickets)
      tickets.push_back({{"ticket", each.ticket.text()}, {"state", word(kTicketStates, each.state)}});
    return {{"counter", e.counter.text()}, {"first", e.first}, {"last", e.last}, {"tickets", tickets}};
  }
  Json operator()(const core::NoticePosted& e) const {
    Json json{{"notice", e.notice.text()}};
    put(json, "area", e.area);
    json["level"] = word(kNoticeLevels, e.level);
    json["text"] = e.text;
    if (e.until) json["until"] = e.until->time_since_epoch().count();
    return json;
  }
  Json operator()(const core::NoticeCleared& e) const { return {{"notice", e.notice.text()}}; }
  Json operator()(const core::ServiceSuspended& e) const { return {{"service", e.service.text()}}; }
  Json operator()(const core::ServiceRestored& e) const { return {{"service", e.service.text()}}; }
};

Day day(const Json& json) {
  const auto found = parse_day(json.at("day").get_ref<const std::string&>());
  if (!found) throw std::runtime_error("a day that does not exist");
  return *found;
}
TicketNumber ticket(const Json& json) {
  return name<TicketNumber>(json, "ticket");
}
CounterId counter(const Json& json) {
  return name<CounterId>(json, "counter");
}
core::CallNumber call(const Json& json) {
  return json.at("call").get<core::CallNumber>();
}
core::Why why(const Json& json) {
  return {json.at("rule"), json.at("detail")};
}

core::TicketIssued ticket_issued(const Json& json) {
  return {ticket(json),
          name<ServiceId>(json, "service"),
          name<ClassId>(json, "class"),
          name<ChannelId>(json, "channel"),
          json.at("prefix"),
          json.at("number").get<int>()};
}

core::TicketCalled ticket_called(const Json& json) {
  return {call(json),
          ticket(json),
          counter(json),
          why(json.at("why")),
          json.value("out_of_order", false),
          json.value("continues", false)};
}

core::TicketTransferred ticket_transferred(const Json& json) {
  return {ticket(json), counter(json), name<ServiceId>(json, "service"),
          optional_name<CounterId>(json, "reserved_for"), position(json)};
}

core::ActionUndone action_undone(const Json& json) {
  core::ActionUndone undone{counter(json), json.at("first"), json.at("last"), {}};
  for (const auto& each : json.at("tickets"))
    undone.tickets.push_back({ticket(each), word_in(kTicketStates, each, "state")});
  return undone;
}

core::NoticePosted notice_posted(const Json& json) {
  core::NoticePosted posted{name<NoticeId>(json, "notice"), optional_name<AreaId>(json, "area"),
                            word_in(kNoticeLevels, json, "level"), json.at("text").get<core::LocalText>(),
                            std::nullopt};
  if (const auto until = json.find("until"); until != json.end())
    posted.until = WallTime(Millis(until->get<std::int64_t>()));
  return posted;
}

struct Reader {
  std::string_view kind;
  core::EventBody (*read)(const Json& json);
};

using core::EventBody;
constexpr Reader kReaders[] = {
    {"day-started", [](const Json& j) -> EventBody { return core::DayStarted{day(j)}; }},
    {"counter-opened",
     [](const Json& j) -> EventBody {
       return core::CounterOpened{counter(j), optional_text(j, "officer")};
     }},
    {"counter-paused",
     [](const Json& j) -> EventBody {
       return core::CounterPaused{counter(j), optional_text(j, "reason")};
     }},
    {"counter-closed", [](const Json& j) -> EventBody { return core::CounterClosed{counter(j)}; }},
    {"ticket-issued", [](const Json& j) -> EventBody { return ticket_issued(j); }},
    {"ticket-called", [](const Json& j) -> EventBody { return ticket_called(j); }},
    {"ticket-recalled",
     [](const Json& j) -> EventBody {
       return core::TicketRecalled{call(j), ticket(j), counter(j)};
     }},
    {"service-started",
     [](const Json& j) -> EventBody {
       return core::ServiceStarted{ticket(j), counter(j)};
     }},
    {"ticket-completed",
     [](const Json& j) -> EventBody {
       return core::TicketCompleted{ticket(j), counter(j), optional_text(j, "outcome"),
                                    optional_name<ServiceId>(j, "then")};
     }},
    {"ticket-skipped",
     [](const Json& j) -> EventBody {
       return core::TicketSkipped{ticket(j), counter(j)};
     }},
    {"ticket-reinstated",
     [](const Json& j) -> EventBody {
       return core::TicketReinstated{ticket(j), position(j), optional_name<CounterId>(j, "counter")};
     }},
    {"ticket-cancelled",
     [](const Json& j) -> EventBody {
       return core::TicketCancelled{ticket(j), optional_name<CounterId>(j, "counter")};
     }},
    {"ticket-held",
     [](const Json& j) -> EventBody {
       return core::TicketHeld{ticket(j), counter(j), optional_text(j, "reason")};
     }},
    {"ticket-transferred", [](const Json& j) -> EventBody { return ticket_transferred(j); }},
    {"ticket-released",
     [](const Json& j) -> EventBody {
       return core::TicketReleased{ticket(j), counter(j)};
     }},
    {"action-undone", [](const Json& j) -> EventBody { return action_undone(j); }},
    {"notice-posted", [](const Json& j) -> EventBody { return notice_posted(j); }},
    {"notice-cleared",
     [](const Json& j) -> EventBody { return core::NoticeCleared{name<NoticeId>(j, "notice")}; }},
    {"service-suspended",
     [](const Json& j) -> EventBody { return core::ServiceSuspended{name<ServiceId>(j, "service")}; }},
    {"service-restored",
     [](const Json& j) -> EventBody { return core::ServiceRestored{name<ServiceId>(j, "service")}; }},
};
static_assert(std::size(kReaders) == std::variant_size_v<EventBody>, "every kind of event can be read back");

const Reader& reader_of(core::Seq seq, std::string_view kind) {
  for (const Reader& reader : kReaders) {
    if (reader.kind == kind) return reader;
  }
  throw NewerJournal(
      fmt::format("event {} in the journal is of the kind \"{}\", which this version of Panggil does not "
                  "know; a newer one wrote "
                  "it: start that one",
                  seq, kind));
}

}  // namespace

std::string encode_body(const core::EventBody& body) {
  return std::visit(Encode{}, body).dump();
}

core::EventBody decode_body(core::Seq seq, std::string_view kind, std::string_view body) {
  const Reader& reader = reader_of(seq, kind);
  try {
    return reader.read(Json::parse(body));
  } catch (const std::exception& error) {
    throw JournalDamaged(fmt::format("event {} ({}) cannot be read: {}", seq, kind, error.what()));
  }
}

}  // namespace panggil::journal
