#include "dispatcher/gateway/answers.hpp"

#include <cassert>

#include "common/texts/times.hpp"
#include "dispatcher/core/selection.hpp"
#include "dispatcher/gateway/names.hpp"
#include "dispatcher/gateway/pictures.hpp"

namespace panggil::gateway {
namespace {

using core::ErrorCode;

/// The first event of a kind, or null.
template <class Kind>
const Kind* find(const std::vector<core::EventBody>& events) {
  for (const auto& event : events)
    if (const auto* found = std::get_if<Kind>(&event)) return found;
  return nullptr;
}

struct Context {
  const core::Office& office;
  const core::State& state;
  const core::Command& command;
  const std::vector<core::EventBody>& events;
  WallTime now;
  const std::optional<estimates::Band>& told;
};

/// Where the command acted: named, or the only one its sender has.
std::string acting_counter(const core::Command& command) {
  if (command.counter) return command.counter->text();
  return command.actor.counters.empty() ? "" : command.actor.counters.front().text();
}

protocol::CalledTicket called_ticket(const core::Ticket& ticket) {
  const auto waited = ticket.called_at ? *ticket.called_at - ticket.joined_at : Millis(0);
  return {ticket.number.text(),  ticket.service.text(),        ticket.ticket_class.text(),
          ticket.channel.text(), ticket.last_call.value_or(0), whole_seconds(waited)};
}

const core::Ticket& known(const core::State& state, const TicketNumber& number) {
  const auto* ticket = state.find(number);
  assert(ticket != nullptr);
  return *ticket;
}

protocol::ActionResult call_result(const Context& c) {
  protocol::CallResult result;
  result.counter = acting_counter(c.command);
  if (const auto* done = find<core::TicketCompleted>(c.events))
    result.completed = {done->ticket.text(), done->then ? std::optional(done->then->text()) : std::nullopt};
  if (const auto* skipped = find<core::TicketSkipped>(c.events)) result.skipped = {skipped->ticket.text()};
  if (const auto* called = find<core::TicketCalled>(c.events)) {
    result.called = called_ticket(known(c.state, called->ticket));
    result.why = protocol::Why{called->why.rule, called->why.detail};
  }
  result.waiting = waiting_for(c.office, c.state, CounterId(result.counter));
  return result;
}

protocol::ActionResult recall_result(const Context& c) {
  const auto* recalled = find<core::TicketRecalled>(c.events);
  assert(recalled != nullptr);
  return protocol::RecallResult{recalled->counter.text(), called_ticket(known(c.state, recalled->ticket))};
}

protocol::ActionResult counter_result(const Context& c) {
  const CounterId id(acting_counter(c.command));
  const auto& status = c.state.counter(id);
  return protocol::CounterResult{id.text(), std::string(wire_name(status.state)), status.officer,
                                 status.reason, waiting_for(c.office, c.state, id)};
}

protocol::ActionResult ticket_result(const Context& c, const TicketNumber& number) {
  const auto& ticket = known(c.state, number);
  const std::string counter = acting_counter(c.command);
  return protocol::TicketResult{
      counter.empty() ? std::nullopt : std::optional(counter), number.text(), ticket.service.text(),
      std::string(wire_name(ticket.state)),
      ticket.reserved_for ? std::optional(ticket.reserved_for->text()) : std::nullopt};
}

protocol::ActionResult undo_result(const Context& c) {
  const auto* undone = find<core::ActionUndone>(c.events);
  assert(undone != nullptr);
  const auto& status = c.state.counter(undone->counter);
  protocol::UndoResult result{undone->counter.text(),
                              std::string(wire_name(status.state)),
                              std::nullopt,
                              undone_events(*undone),
                              restored_tickets(*undone),
                              waiting_for(c.office, c.state, undone->counter)};
  if (status.ticket) result.ticket = {status.ticket->text()};
  return result;
}

protocol::ActionResult service_result(const Context& c, const ServiceId& id) {
  const auto* service = c.office.find(id);
  return protocol::ServiceResult{
      id.text(), service ? std::string(service_state(c.office, c.state, *service, c.now)) : "closed"};
}

protocol::ActionResult issue_result(const Context& c) {
  const auto* issued = find<core::TicketIssued>(c.events);
  assert(issued != nullptr);
  const auto ahead = core::ahead_of(c.office, c.state, issued->ticket, c.now);
  return protocol::IssueResult{issued->ticket.text(), issued->service.text(),     ahead + 1, ahead,
                               wire_estimate(c.told), stamp(c.office.zone, c.now)};
}

/// In that language, else in the first one there is.
std::string in_language(const core::LocalText& words, const std::string& language) {
  const auto found = words.find(language);
  if (found != words.end()) return found->second;
  return words.empty() ? std::string() : words.begin()->second;
}

/// By their names, as far as the office has them: an id says little to those who read it.
void name_services(std::map<std::string, std::string>& facts, const core::Office& office,
                   const std::string& language) {
  const auto fact = facts.find("service");
  if (fact == facts.end()) return;
  const auto id = ServiceId::parse(fact->second);
  const auto* service = id ? office.find(*id) : nullptr;
  if (service == nullptr) return;
  const auto name = service->name.find(language);
  if (name != service->name.end()) fact->second = name->second;
}

struct ResultOf {
  const Context& c;
  protocol::ActionResult operator()(const core::Open&) const { return counter_result(c); }
  protocol::ActionResult operator()(const core::Pause&) const { return counter_result(c); }
  protocol::ActionResult operator()(const core::Close&) const { return counter_result(c); }
  protocol::ActionResult operator()(const core::Next&) const { return call_result(c); }
  protocol::ActionResult operator()(const core::CallTicket&) const { return call_result(c); }
  protocol::ActionResult operator()(const core::Skip&) const { return call_result(c); }
  protocol::ActionResult operator()(const core::Recall&) const { return recall_result(c); }
  protocol::ActionResult operator()(const core::Issue&) const { return issue_result(c); }
  protocol::ActionResult operator()(const core::Start&) const {
    return ticket_result(c, find<core::ServiceStarted>(c.events)->ticket);
  }
  protocol::ActionResult operator()(const core::Complete&) const {
    return ticket_result(c, find<core::TicketCompleted>(c.events)->ticket);
  }
  protocol::ActionResult operator()(const core::Hold&) const {
    return ticket_result(c, find<core::TicketHeld>(c.events)->ticket);
  }
  protocol::ActionResult operator()(const core::Resume&) const { return call_result(c); }
  protocol::ActionResult operator()(const core::Transfer&) const {
    return ticket_result(c, find<core::TicketTransferred>(c.events)->ticket);
  }
  protocol::ActionResult operator()(const core::Undo&) const { return undo_result(c); }
  protocol::ActionResult operator()(const core::PostNotice&) const {
    return protocol::NoticeResult{find<core::NoticePosted>(c.events)->notice.text()};
  }
  protocol::ActionResult operator()(const core::ClearNotice& a) const {
    return protocol::NoticeResult{a.notice.text()};
  }
  protocol::ActionResult operator()(const core::SuspendService& a) const {
    return service_result(c, a.service);
  }
  protocol::ActionResult operator()(const core::RestoreService& a) const {
    return service_result(c, a.service);
  }
  protocol::ActionResult operator()(const core::Reinstate& a) const { return ticket_result(c, a.ticket); }
  protocol::ActionResult operator()(const core::Cancel& a) const { return ticket_result(c, a.ticket); }
};

}  // namespace

std::string_view wire_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::kBadRequest:
      return "bad_request";
    case ErrorCode::kUnknownAction:
      return "unknown_action";
    case ErrorCode::kUnknownCounter:
      return "unknown_counter";
    case ErrorCode::kUnknownService:
      return "unknown_service";
    case ErrorCode::kUnknownTicket:
      return "unknown_ticket";
    case ErrorCode::kForbidden:
      return "forbidden";
    case ErrorCode::kConflict:
      return "conflict";
    case ErrorCode::kStale:
      return "stale";
    case ErrorCode::kBusy:
      return "busy";
    case ErrorCode::kCounterClosed:
      return "counter_closed";
    case ErrorCode::kHasCurrentTicket:
      return "has_current_ticket";
    case ErrorCode::kNoCurrentTicket:
      return "no_current_ticket";
    case ErrorCode::kWrongState:
      return "wrong_state";
    case ErrorCode::kServiceClosed:
      return "service_closed";
    case ErrorCode::kServiceSuspended:
      return "service_suspended";
    case ErrorCode::kQuotaFull:
      return "quota_full";
    case ErrorCode::kSeriesExhausted:
      return "series_exhausted";
    case ErrorCode::kNothingToUndo:
      return "nothing_to_undo";
    case ErrorCode::kInUse:
      return "in_use";
    case ErrorCode::kBackupFailed:
      return "backup_failed";
    case ErrorCode::kInternal:
      return "internal";
  }
  return "internal";
}

protocol::Answer accepted(const core::Office& office, const core::State& state, const core::Command& command,
                          std::string_view id, std::string_view action,
                          const std::vector<core::EventBody>& events, WallTime now,
                          const std::optional<estimates::Band>& told) {
  const Context context{office, state, command, events, now, told};
  return {std::string(id), std::string(action), state.seq, std::visit(ResultOf{context}, command.action),
          std::nullopt};
}

std::string in_words(const core::Rejection& rejection, const core::Office& office, const Catalogue& texts) {
  auto facts = rejection.facts;
  name_services(facts, office, texts.language());
  for (const auto& [name, entry] : rejection.worded) facts[name] = texts.text(entry, rejection.facts);
  for (const auto& [name, words] : rejection.told) facts[name] = in_language(words, texts.language());
  if (rejection.opens_at)
    facts["opens_at"] = day_and_time_in_words(stamp(office.zone, *rejection.opens_at), texts);
  return texts.text(rejection.text, facts);
}

protocol::Answer refused(const core::Rejection& rejection, std::optional<std::string> id,
                         std::string_view action, core::Seq seq, const core::Office& office,
                         const Catalogue& texts) {
  protocol::Error error;
  error.code = wire_name(rejection.code);
  error.message = in_words(rejection, office, texts);
  auto& text = error.text.emplace();
  for (const auto language : Catalogue::kLanguages)
    text.emplace(language, in_words(rejection, office, Catalogue::of(language)));
  if (rejection.current) {
    const auto& ticket = rejection.current->ticket;
    error.current = protocol::Expect{ticket ? std::optional(ticket->text()) : std::nullopt};
  }
  if (rejection.opens_at) error.opens_at = stamp(office.zone, *rejection.opens_at);
  return {std::move(id), std::string(action), seq, std::nullopt, std::move(error)};
}

}  // namespace panggil::gateway
