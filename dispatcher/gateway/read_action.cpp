#include "dispatcher/gateway/read_action.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>

#include "dispatcher/gateway/read_fields.hpp"

namespace panggil::gateway {
namespace {

using core::Rejection;
using Message = protocol::Command;
using ActionResult = Result<core::Action, Rejection>;

Result<core::Position, Rejection> read_position(const std::optional<std::string>& text,
                                                core::Position by_default) {
  if (!text) return by_default;
  if (*text == "last") return core::Position::kLast;
  if (*text == "first") return core::Position::kFirst;
  if (*text == "sorted") return core::Position::kSorted;
  return fail(bad_request("position", {}));
}

template <class Reasoned>
ActionResult read_reasoned(const Message& m) {
  return read_name(m.reason, "reason").map([](std::optional<std::string>&& reason) {
    return core::Action(Reasoned{std::move(reason)});
  });
}
/// An action of which one id says all.
template <class OfOne, class Name>
ActionResult read_of_one(const std::optional<std::string>& text, const char* field) {
  return read_id<Name>(text, field).map([](Name&& id) { return core::Action(OfOne{std::move(id)}); });
}
template <class OfTicket>
ActionResult read_of_ticket(const Message& m) {
  return read_of_one<OfTicket, TicketNumber>(m.ticket, "ticket");
}
template <class OfService>
ActionResult read_of_service(const Message& m) {
  return read_of_one<OfService, ServiceId>(m.service, "service");
}

ActionResult read_open(const Message& m) {
  return read_name(m.officer, "officer").map([](std::optional<std::string>&& officer) {
    return core::Action(core::Open{std::move(officer)});
  });
}
ActionResult read_complete(const Message& m) {
  return read_name(m.outcome, "outcome").map([&](std::optional<std::string>&& outcome) {
    return core::Action(core::Complete{std::move(outcome), m.final_service.value_or(false)});
  });
}

/// The counter that a ticket goes to is `to_counter`; without a service either, `counter` is meant so too:
/// who acts at but one counter need not name that.
Result<std::variant<ServiceId, CounterId>, Rejection> read_destination(const Message& m) {
  if (m.service && m.to_counter) return fail(bad_request("two_destinations", {}));
  using To = std::variant<ServiceId, CounterId>;
  if (m.service) return read_id<ServiceId>(m.service, "service").map([](auto&& id) { return To(id); });
  return read_id<CounterId>(m.to_counter ? m.to_counter : m.counter, "to_counter").map([](auto&& id) {
    return To(id);
  });
}
ActionResult read_transfer(const Message& m) {
  auto to = read_destination(m);
  if (!to) return fail(std::move(to.error()));
  return read_position(m.position, core::Position::kSorted).map([&](core::Position where) {
    return core::Action(core::Transfer{std::move(*to), where});
  });
}

ActionResult read_skip(const Message& m) {
  return core::Action(core::Skip{m.call_next.value_or(true)});
}
ActionResult read_reinstate(const Message& m) {
  auto ticket = read_id<TicketNumber>(m.ticket, "ticket");
  if (!ticket) return fail(std::move(ticket.error()));
  return read_position(m.position, core::Position::kLast).map([&](core::Position where) {
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

Result<core::NoticeLevel, Rejection> read_level(const std::optional<std::string>& text) {
  if (text == "info") return core::NoticeLevel::kInfo;
  if (text == "warning") return core::NoticeLevel::kWarning;
  if (text == "emergency") return core::NoticeLevel::kEmergency;
  return fail(bad_request("level", {}));
}
Result<core::LocalText, Rejection> read_notice_text(const std::optional<protocol::AnyText>& text) {
  if (!text) return fail(bad_request("missing", {{"field", "text"}}));
  const auto* plain = std::get_if<std::string>(&*text);
  const auto texts = plain ? core::LocalText{{"", *plain}} : std::get<core::LocalText>(*text);
  for (const auto& [language, each] : texts) {
    if (each.empty()) return fail(bad_request("empty", {{"field", "text"}}));
    if (const auto read = read_text(each, "text", kLongestNotice); !read) return fail(read.error());
  }
  return texts;
}
ActionResult read_notice(const Message& m) {
  auto area = read_optional_id<AreaId>(m.area, "area");
  if (!area) return fail(std::move(area.error()));
  auto level = read_level(m.level);
  if (!level) return fail(std::move(level.error()));
  auto text = read_notice_text(m.text);
  if (!text) return fail(std::move(text.error()));
  const auto until = m.until ? std::optional(m.until->time) : std::nullopt;
  return core::Action(core::PostNotice{std::move(*area), *level, std::move(*text), until});
}

ActionResult read_clear_notice(const Message& m) {
  return read_of_one<core::ClearNotice, NoticeId>(m.notice, "notice");
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
constexpr ActionReader kActions[] = {{"call", read_of_ticket<core::CallTicket>},
                                     {"cancel", read_of_ticket<core::Cancel>},
                                     {"clear-notice", read_clear_notice},
                                     {"close", read_plain<core::Close>},
                                     {"complete", read_complete},
                                     {"hold", read_reasoned<core::Hold>},
                                     {"issue", read_issue},
                                     {"next", read_plain<core::Next>},
                                     {"notice", read_notice},
                                     {"open", read_open},
                                     {"pause", read_reasoned<core::Pause>},
                                     {"recall", read_plain<core::Recall>},
                                     {"reinstate", read_reinstate},
                                     {"restore-service", read_of_service<core::RestoreService>},
                                     {"resume", read_of_ticket<core::Resume>},
                                     {"skip", read_skip},
                                     {"start", read_plain<core::Start>},
                                     {"suspend-service", read_of_service<core::SuspendService>},
                                     {"transfer", read_transfer},
                                     {"undo", read_plain<core::Undo>}};
static_assert(std::size(kActions) == std::variant_size_v<core::Action>, "every action can be asked for");

const ActionReader* find_action(std::string_view name) {
  const auto found =
      std::find_if(std::begin(kActions), std::end(kActions), [&](const auto& a) { return a.name == name; });
  return found == std::end(kActions) ? nullptr : &*found;
}

}  // namespace

bool is_action(std::string_view action) {
  return find_action(action) != nullptr;
}

bool names_destination(std::string_view action, const Message& message) {
  return action == "transfer" && !message.service && !message.to_counter;
}

Result<core::Action, Rejection> read_action(std::string_view action, const Message& message) {
  const auto* reader = find_action(action);
  assert(reader != nullptr);
  return reader->read(message);
}

}  // namespace panggil::gateway
