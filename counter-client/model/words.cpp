#include "counter-client/model/words.hpp"

#include <variant>
#include <vector>

#include "common/session/event_words.hpp"

namespace panggil::counter {
namespace {

using session::Wording;
using Lines = std::vector<std::string>;

class ResultInWords {
 public:
  ResultInWords(const std::string& action, const Wording& wording) : action_(action), wording_(wording) {}

  Lines operator()(const protocol::CallResult& result) const {
    Lines lines;
    if (result.completed) lines.push_back(completed(*result.completed, result.counter));
    if (result.skipped) lines.push_back(about("counter.skipped", result.skipped->ticket, result.counter));
    if (result.called) {
      lines.push_back(about("counter.called", result.called->ticket, result.counter));
      lines.push_back(details(*result.called));
    } else if (!called_nobody_on_purpose(result)) {
      lines.push_back(wording_.text("counter.nobody_waiting"));
    }
    if (result.why) lines.push_back(why(*result.why));
    lines.push_back(waiting(result.waiting));
    return lines;
  }
  Lines operator()(const protocol::RecallResult& result) const {
    return {about("counter.recalled", result.recalled.ticket, result.counter)};
  }
  Lines operator()(const protocol::CounterResult& result) const {
    const auto* key = result.state == "open"     ? "counter.opened"
                      : result.state == "paused" ? "counter.paused"
                                                 : "counter.closed";
    return {wording_.text(key, {{"counter", result.counter}}), waiting(result.waiting)};
  }
  Lines operator()(const protocol::TicketResult& result) const {
    const auto counter = result.counter.value_or("–");
    if (action_ == "complete" && result.state == "waiting")
      return {completed({result.ticket, result.service}, counter)};
    if (action_ == "transfer") return {transferred(result)};
    return {about(key_of(action_), result.ticket, counter)};
  }
  Lines operator()(const protocol::UndoResult& result) const {
    Lines lines{undone(result)};
    for (const auto& each : result.restored)
      lines.push_back(wording_.text(
          "counter.restored", {{"ticket", each.ticket}, {"state", wording_.word("state", each.state)}}));
    lines.push_back(result.ticket ? about("counter.current", result.ticket->ticket, result.counter)
                                  : wording_.text("counter.no_ticket"));
    return lines;
  }
  /// No officer's action has another result; whoever sends it is newer than we are.
  Lines operator()(const auto&) const { return {}; }

 private:
  std::string about(std::string_view key, const std::string& ticket, const std::string& counter) const {
    return wording_.text(key, {{"ticket", ticket}, {"counter", counter}});
  }
  std::string undone(const protocol::UndoResult& result) const {
    if (!result.undone) return wording_.text("counter.undone");
    return wording_.text("counter.undone_what", {{"what", session::undone_words(*result.undone, wording_)}});
  }
  std::string completed(const protocol::TicketRef& ticket, const std::string& counter) const {
    if (!ticket.then) return about("counter.completed", ticket.ticket, counter);
    return wording_.text("counter.goes_on",
                         {{"ticket", ticket.ticket}, {"service", wording_.service(*ticket.then)}});
  }
  std::string transferred(const protocol::TicketResult& result) const {
    if (result.reserved_for) return about("counter.reserved", result.ticket, *result.reserved_for);
    return wording_.text("counter.transferred",
                         {{"ticket", result.ticket}, {"service", wording_.service(result.service)}});
  }
  std::string details(const protocol::CalledTicket& called) const {
    return wording_.text("counter.called_details", {{"service", wording_.service(called.service)},
                                                    {"class", wording_.word("class", called.ticket_class)},
                                                    {"waited", wording_.duration(Seconds(called.waited_s))}});
  }
  std::string why(const protocol::Why& why) const {
    return wording_.text("counter.why", {{"rule", wording_.word("rule", why.rule)},
                                         {"detail", session::why_words(why.detail, wording_)}});
  }
  std::string waiting(std::uint64_t count) const {
    return wording_.text("counter.waiting", {{"count", std::to_string(count)}});
  }
  /// `skip --no-next`: saying that nobody waits would be wrong.
  static bool called_nobody_on_purpose(const protocol::CallResult& result) {
    return result.skipped && result.waiting > 0;
  }
  static std::string_view key_of(std::string_view action) {
    if (action == "start") return "counter.started";
    if (action == "complete") return "counter.completed";
    if (action == "hold") return "counter.held";
    return action == "reinstate" ? "counter.reinstated" : "counter.cancelled";
  }

  const std::string& action_;
  const Wording& wording_;
};

}  // namespace

std::string in_words(const protocol::Answer& answer, const Wording& wording) {
  std::string text;
  for (const auto& line : std::visit(ResultInWords(answer.action, wording), *answer.result)) {
    text += (text.empty() ? "" : "\n") + line;
  }
  return text;
}

std::string in_short(const protocol::Answer& answer, const Wording& wording) {
  const auto lines = std::visit(ResultInWords(answer.action, wording), *answer.result);
  if (lines.empty()) return {};
  const auto* call = std::get_if<protocol::CallResult>(&*answer.result);
  // Who came is news; who went is not.
  const bool somebody_went = call != nullptr && (call->completed || call->skipped);
  return somebody_went && lines.size() > 1 && (call->called || call->waiting == 0) ? lines[1] : lines[0];
}

}  // namespace panggil::counter
