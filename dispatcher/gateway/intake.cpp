#include "dispatcher/gateway/intake.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace panggil::gateway {
namespace {

using core::ErrorCode;
using core::Rejection;
using Message = protocol::Command;
using ActionResult = Result<core::Action, Rejection>;

constexpr std::ptrdiff_t kLongestName = 64;  // characters

constexpr std::array<std::pair<std::string_view, core::Role>, 6> kRoles{
    {{"booking", core::Role::kBooking},
     {"counter", core::Role::kCounter},
     {"desk", core::Role::kDesk},
     {"display", core::Role::kDisplay},
     {"kiosk", core::Role::kKiosk},
     {"supervisor", core::Role::kSupervisor}}};

std::ptrdiff_t characters(std::string_view utf8) {
  return std::count_if(utf8.begin(), utf8.end(),
                       [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
}

/// Control characters, of both kinds, and the two that begin a new line or paragraph.
bool stays_on_its_line(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    if (byte < 0x20 || byte == 0x7f) return false;
    const auto rest = utf8.substr(i);
    if (rest.starts_with("\u2028") || rest.starts_with("\u2029")) return false;
    // U+0080 to U+009F
    if (byte == 0xc2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xa0) return false;
  }
  return true;
}

/// A text of people's, for screens and records: short and on one line; an empty one is none.
Result<std::optional<std::string>, Rejection> read_name(const std::optional<std::string>& text,
                                                        const char* field) {
  if (!text || text->empty()) return std::optional<std::string>();
  if (characters(*text) > kLongestName || !stays_on_its_line(*text))
    return fail(bad_request(std::string("\"") + field +
                            "\" should be at most 64 characters on one line, without control characters"));
  return text;
}

template <class Name>
Result<Name, Rejection> read_id(const std::optional<std::string>& text, const char* field) {
  if (!text) return fail(bad_request(std::string("\"") + field + "\" is missing"));
  auto id = Name::parse(*text);
  if (!id) return fail(bad_request(std::string("\"") + field + "\" is no " + std::string(Name::kWhat)));
  return std::move(*id);
}

template <class Name>
Result<std::optional<Name>, Rejection> read_optional_id(const std::optional<std::string>& text,
                                                        const char* field) {
  if (!text) return std::optional<Name>();
  return read_id<Name>(text, field).map([](Name&& id) { return std::optional<Name>(std::move(id)); });
}

Result<core::Position, Rejection> read_position(const std::optional<std::string>& text) {
  if (!text || *text == "last") return core::Position::kLast;
  if (*text == "first") return core::Position::kFirst;
  if (*text == "sorted") return core::Position::kSorted;
  return fail(bad_request("\"position\" should be sorted, first or last"));
}

ActionResult read_open(const Message& m) {
  return read_name(m.officer, "officer").map([](std::optional<std::string>&& officer) {
    return core::Action(core::Open{std::move(officer)});
  });
}
ActionResult read_pause(const Message& m) {
  return read_name(m.reason, "reason").map([](std::optional<std::string>&& reason) {
    return core::Action(core::Pause{std::move(reason)});
  });
}
ActionResult read_call(const Message& m) {
  return read_id<TicketNumber>(m.ticket, "ticket").map([](auto&& ticket) {
    return core::Action(core::CallTicket{ticket});
  });
}
ActionResult read_cancel(const Message& m) {
  return read_id<TicketNumber>(m.ticket, "ticket").map([](auto&& ticket) {
    return core::Action(core::Cancel{ticket});
  });
}
ActionResult read_skip(const Message& m) {
  return core::Action(core::Skip{m.call_next.value_or(true)});
}
ActionResult read_reinstate(const Message& m) {
  auto ticket = read_id<TicketNumber>(m.ticket, "ticket");
  if (!ticket) return fail(std::move(ticket.error()));
  return read_position(m.position).map([&](core::Position where) {
    return core::Action(core::Reinstate{*ticket, where});
  });
}
ActionResult read_issue(const Message& m) {
  auto service = read_id<ServiceId>(m.service, "service");
  if (!service) return fail(std::move(service.error()));
  auto ticket_class = read_optional_id<ClassId>(m.ticket_class, "class");
  if (!ticket_class) return fail(std::move(ticket_class.error()));
  auto channel = read_optional_id<ChannelId>(m.channel, "channel");
  if (!channel) return fail(std::move(channel.error()));
  return core::Action(core::Issue{std::move(*service), std::move(*ticket_class), std::move(*channel)});
}
template <class Plain>
ActionResult read_plain(const Message&) {
  return core::Action(Plain{});
}

struct ActionReader {
  std::string_view name;
  ActionResult (*read)(const Message&);
};
/// Every action there is, by its name in topics.
constexpr std::array<ActionReader, 12> kActions{{{"call", read_call},
                                                 {"cancel", read_cancel},
                                                 {"close", read_plain<core::Close>},
                                                 {"complete", read_plain<core::Complete>},
                                                 {"issue", read_issue},
                                                 {"next", read_plain<core::Next>},
                                                 {"open", read_open},
                                                 {"pause", read_pause},
                                                 {"recall", read_plain<core::Recall>},
                                                 {"reinstate", read_reinstate},
                                                 {"skip", read_skip},
                                                 {"start", read_plain<core::Start>}}};

const ActionReader* find_action(std::string_view name) {
  const auto found =
      std::find_if(kActions.begin(), kActions.end(), [&](const auto& a) { return a.name == name; });
  return found == kActions.end() ? nullptr : &*found;
}

Result<std::optional<core::Expect>, Rejection> read_expect(const std::optional<protocol::Expect>& expect) {
  if (!expect) return std::optional<core::Expect>();
  return read_optional_id<TicketNumber>(expect->ticket, "expect.ticket")
      .map([](std::optional<TicketNumber>&& ticket) {
        return std::optional(core::Expect{std::move(ticket)});
      });
}

Rejection refused(ErrorCode code, std::string text, Facts facts = {}) {
  return Rejection{code, std::move(text), std::move(facts), std::nullopt, std::nullopt};
}

}  // namespace

std::optional<core::Actor> actor_of(const core::Office& office, const ClientId& client) {
  for (const auto& device : office.devices)
    if (device.client == client) return core::Actor{client, device.role, device.counters};
  const std::string& name = client.text();
  const auto dash = name.find('-');
  const std::string_view word = std::string_view(name).substr(0, dash);
  const auto role =
      std::find_if(kRoles.begin(), kRoles.end(), [&](const auto& r) { return r.first == word; });
  if (role == kRoles.end()) return std::nullopt;
  core::Actor actor{client, role->second, {}};
  if (actor.role == core::Role::kCounter && dash != std::string::npos)
    if (auto counter = CounterId::parse(std::string_view(name).substr(dash + 1)))
      actor.counters.push_back(*counter);
  return actor;
}

bool is_action(std::string_view action) {
  return find_action(action) != nullptr;
}

Result<core::Command, Rejection> read_command(const core::Office& office, const ClientId& client,
                                              std::string_view action, const Message& message) {
  const auto* reader = find_action(action);
  if (reader == nullptr)
    return fail(
        refused(ErrorCode::kUnknownAction, "refused.unknown_action", {{"action", std::string(action)}}));
  auto actor = actor_of(office, client);
  if (!actor)
    return fail(refused(ErrorCode::kForbidden, "refused.forbidden.no_role", {{"client", client.text()}}));
  auto counter = read_optional_id<CounterId>(message.counter, "counter");
  if (!counter) return fail(std::move(counter.error()));
  auto expect = read_expect(message.expect);
  if (!expect) return fail(std::move(expect.error()));
  auto read = reader->read(message);
  if (!read) return fail(std::move(read.error()));
  return core::Command{std::move(*actor), std::move(*counter), std::move(*expect), std::move(*read)};
}

std::optional<Rejection> check_lease(const Message& message, std::string_view epoch, MonoTime now) {
  if (!message.lease) return std::nullopt;
  const Millis age = now - MonoTime(Millis(message.lease->mono_ms));
  if (message.lease->epoch == epoch && age >= Millis(0) && age <= kLeasePatience) return std::nullopt;
  return refused(ErrorCode::kStale, "refused.stale");
}

Rejection bad_request(std::string_view what) {
  return refused(ErrorCode::kBadRequest, "refused.bad_request", {{"what", std::string(what)}});
}
Rejection busy() {
  return refused(ErrorCode::kBusy, "refused.busy");
}
Rejection internal_error() {
  return refused(ErrorCode::kInternal, "refused.internal");
}

}  // namespace panggil::gateway
