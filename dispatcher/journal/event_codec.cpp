#include "dispatcher/journal/event_codec.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "common/base/json_text.hpp"
#include "common/base/zone.hpp"
#include "dispatcher/journal/errors.hpp"
#include "dispatcher/journal/words.hpp"

namespace panggil::journal {
namespace {

using Json = nlohmann::json;

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

template <class Table>
auto word_in(const Table& table, const Json& json, const char* key) {
  return value_of(table, json.at(key).get_ref<const std::string&>());
}

core::Position position(const Json& json) {
  return word_in(kPositions, json, "position");
}

void write_undone(JsonText& to, const std::vector<core::Undone>& events) {
  to.begin_array();
  for (const auto& each : events) {
    to.begin_object();
    to.field("kind", each.kind);
    if (each.ticket) to.field("ticket", each.ticket->text());
    to.end_object();
  }
  to.end_array();
}

/// Writes the fields of a body, in the order in which they have always stood.
struct Encode {
  JsonText& to;

  void operator()(const core::DayStarted& e) const { to.field("day", to_text(e.day)); }
  void operator()(const core::CounterOpened& e) const {
    put("counter", e.counter);
    put("officer", e.officer);
  }
  void operator()(const core::CounterPaused& e) const {
    put("counter", e.counter);
    put("reason", e.reason);
  }
  void operator()(const core::CounterClosed& e) const { put("counter", e.counter); }
  void operator()(const core::TicketIssued& e) const {
    put("ticket", e.ticket);
    put("service", e.service);
    put("class", e.ticket_class);
    put("channel", e.channel);
    to.field("prefix", e.prefix);
    to.field("number", e.number);
  }
  void operator()(const core::TicketCalled& e) const {
    to.field("call", e.call);
    ticket_at(e);
    to.key("why");
    to.begin_object();
    to.field("rule", e.why.rule);
    to.field("detail", e.why.detail);
    to.end_object();
    if (e.out_of_order) to.field("out_of_order", true);
    if (e.continues) to.field("continues", true);
  }
  void operator()(const core::TicketRecalled& e) const {
    to.field("call", e.call);
    ticket_at(e);
  }
  void operator()(const core::ServiceStarted& e) const { ticket_at(e); }
  void operator()(const core::TicketCompleted& e) const {
    ticket_at(e);
    put("outcome", e.outcome);
    put("then", e.then);
  }
  void operator()(const core::TicketSkipped& e) const { ticket_at(e); }
  void operator()(const core::TicketReinstated& e) const {
    put("ticket", e.ticket);
    to.field("position", word(kPositions, e.position));
    put("counter", e.counter);
  }
  void operator()(const core::TicketCancelled& e) const {
    put("ticket", e.ticket);
    put("counter", e.counter);
  }
  void operator()(const core::TicketHeld& e) const {
    ticket_at(e);
    put("reason", e.reason);
  }
  void operator()(const core::TicketTransferred& e) const {
    ticket_at(e);
    put("service", e.service);
    put("reserved_for", e.reserved_for);
    to.field("position", word(kPositions, e.position));
  }
  void operator()(const core::TicketReleased& e) const { ticket_at(e); }
  void operator()(const core::ActionUndone& e) const {
    put("counter", e.counter);
    to.field("first", e.first);
    to.field("last", e.last);
    if (!e.events.empty()) {
      to.key("undone");
      write_undone(to, e.events);
    }
    to.key("tickets");
    to.begin_array();
    for (const auto& each : e.tickets) {
      to.begin_object();
      put("ticket", each.ticket);
      to.field("state", word(kTicketStates, each.state));
      to.end_object();
    }
    to.end_array();
  }
  void operator()(const core::NoticePosted& e) const {
    put("notice", e.notice);
    put("area", e.area);
    to.field("level", word(kNoticeLevels, e.level));
    to.key("text");
    to.begin_object();
    for (const auto& [language, text] : e.text) to.field(language, text);
    to.end_object();
    if (e.until) to.field("until", e.until->time_since_epoch().count());
  }
  void operator()(const core::NoticeCleared& e) const { put("notice", e.notice); }
  void operator()(const core::ServiceSuspended& e) const { put("service", e.service); }
  void operator()(const core::ServiceRestored& e) const { put("service", e.service); }

 private:
  void put(const char* key, const std::string& text) const { to.field(key, text); }
  template <class Tag>
  void put(const char* key, const Id<Tag>& id) const {
    to.field(key, id.text());
  }
  template <class T>
  void put(const char* key, const std::optional<T>& if_any) const {
    if (if_any) put(key, *if_any);
  }
  void ticket_at(const auto& e) const {
    put("ticket", e.ticket);
    put("counter", e.counter);
  }
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
  if (const auto events = json.find("undone"); events != json.end()) {
    for (const auto& each : *events) {
      undone.events.push_back({lasting_kind(each.at("kind").get_ref<const std::string&>()),
                               optional_name<TicketNumber>(each, "ticket")});
    }
  }
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

const Reader* reader_of(std::string_view kind) {
  const auto* found = std::ranges::find(kReaders, kind, &Reader::kind);
  return found == std::end(kReaders) ? nullptr : found;
}

NewerJournal newer(const std::string& what, std::string_view kind) {
  return NewerJournal(
      fmt::format("{} in the journal is of the kind \"{}\", which this version of Panggil does not "
                  "know; a newer one wrote it: start that one",
                  what, kind));
}

}  // namespace

std::string_view lasting_kind(std::string_view kind) {
  if (const auto* reader = reader_of(kind)) return reader->kind;
  throw newer("an undone event", kind);
}

std::string encode_body(const core::EventBody& body) {
  JsonText text;
  text.begin_object();
  std::visit(Encode{text}, body);
  text.end_object();
  return text.take();
}

core::EventBody decode_body(core::Seq seq, std::string_view kind, std::string_view body) {
  const auto* reader = reader_of(kind);
  if (reader == nullptr) throw newer(fmt::format("event {}", seq), kind);
  try {
    return reader->read(Json::parse(body));
  } catch (const NewerJournal&) {
    throw;
  } catch (const std::exception& error) {
    throw JournalDamaged(fmt::format("event {} ({}) cannot be read: {}", seq, kind, error.what()));
  }
}

}  // namespace panggil::journal
