#include "counter-client/model/model.hpp"

#include <fmt/format.h>

#include <utility>

#include "counter-client/model/words.hpp"

namespace panggil::counter {
namespace {
using session::LinkState;

session::Wording wording(const Desk& desk, const std::optional<protocol::Office>& office) {
  auto language = desk.language;
  if (language.empty() && office && !office->languages.empty()) language = office->languages.front();
  return session::Wording(language == "en" ? "en" : "id", office);
}

/// On the wire.
std::string action_of(Act act) {
  return std::string(name_of(act));
}

std::string list_of_counters(const protocol::Office& office) {
  std::string list;
  for (const auto& counter : office.counters) list += (list.empty() ? "" : ", ") + counter.counter;
  return list;
}

std::string list_of(const std::vector<SiteId>& offices) {
  std::string list;
  for (const auto& office : offices) list += (list.empty() ? "" : ", ") + office.text();
  return list;
}

Wish about_last(std::string action, const std::vector<std::string>& tickets) {
  Wish wish{std::move(action), {}};
  wish.command.ticket = tickets.front();
  return wish;
}

/// The counter's current ticket once this is so.
struct CurrentAfter {
  using Ticket = std::optional<std::string>;
  Ticket operator()(const protocol::CallResult& result) const {
    return result.called ? Ticket(result.called->ticket) : std::nullopt;
  }
  Ticket operator()(const protocol::RecallResult& result) const { return result.recalled.ticket; }
  Ticket operator()(const protocol::TicketResult& result) const {
    return result.state == "serving" ? Ticket(result.ticket) : std::nullopt;
  }
  Ticket operator()(const protocol::UndoResult& result) const {
    return result.ticket ? Ticket(result.ticket->ticket) : std::nullopt;
  }
  Ticket operator()(const auto&) const { return std::nullopt; }
};

std::optional<std::string> current_after(const protocol::Answer& answer) {
  return std::visit(CurrentAfter{}, *answer.result);
}

/// Open, paused or closed; nothing: as it was.
std::optional<std::string> state_after(const protocol::Answer& answer) {
  if (const auto* counter = std::get_if<protocol::CounterResult>(&*answer.result)) return counter->state;
  if (const auto* undo = std::get_if<protocol::UndoResult>(&*answer.result)) return undo->state;
  return std::nullopt;
}
}  // namespace

Model::Model(Desk desk)
    : desk_(std::move(desk)), words_(wording(desk_, std::nullopt)), truth_(desk_.counter) {}

void Model::take(const protocol::Office& office) {
  truth_.take(office);
  words_ = wording(desk_, truth_.office());
}

void Model::take(const protocol::Counter& counter, std::optional<MonoTime> at) {
  const bool was_known = truth_.counter().has_value();
  const auto before = truth_.current();
  truth_.take(counter);
  if (truth_.current() == before) {
    // Open, paused or closed by somebody else: what was said of the time before is no news any more.
    const bool is_older = truth_.counter()->seq < answered_seq_;
    if (message_.tone == Tone::kDone && !is_older && truth_.counter()->state != answered_state_)
      message_ = {};
    return;
  }
  const bool is_ours = under_way_ || truth_.current() == answered_;
  if (was_known && !is_ours && at) guard_.surprised(*at);
  // What a list was opened for, or what was answered, is past: somebody else has acted here.
  close_lists();
  if (message_.tone == Tone::kDone && truth_.current() != answered_) message_ = {};
}

void Model::counter_gone() {
  truth_.counter_gone();
  close_lists();
}

void Model::forget() {
  truth_.forget();
  close_lists();
}

void Model::link(LinkState state, bool hopeful) {
  // What was said of a press belongs to the time before; what is under way will be told.
  if (link_ == LinkState::kUp && state != LinkState::kUp && !under_way_ && !says_unsure()) message_ = {};
  // Whoever pressed without a link was told that there is none, which is over.
  if (const auto said = down(); state != link_ && said && message_.text == *said) message_ = {};
  link_ = state;
  hopeful_ = hopeful;
  if (state != LinkState::kUp) close_lists();
}

std::optional<std::string> Model::down() const {
  if (!to_choose_from_.empty())
    return words_.text("counter.several_offices", {{"list", list_of(to_choose_from_)}});
  if (link_ != LinkState::kUp) {
    if (hopeful_) return words_.text("counter.connecting");
    return words_.text(link_ == LinkState::kNoBroker ? "counter.down_broker" : "counter.down_dispatcher");
  }
  if (truth_.office() && truth_.in_office() == nullptr)
    return words_.text("counter.no_such_counter",
                       {{"counter", desk_.counter.text()}, {"list", list_of_counters(*truth_.office())}});
  if (!truth_.office() || !truth_.counter()) return words_.text("counter.connecting");
  return std::nullopt;
}

std::optional<std::string> Model::needs_current(bool just_called) const {
  const auto& ticket = truth_.counter()->ticket;
  if (!ticket) return words_.text("error.no_current_ticket");
  if (just_called && ticket->state != "called")
    return words_.text("counter.is_serving_already", {{"ticket", ticket->ticket}});
  return std::nullopt;
}

bool Model::can_be_undone() const {
  if (truth_.events().empty() || !truth_.time()) return true;  // of before this program's time: who knows
  const auto& last = truth_.events().front();
  return last.kind != "action-undone" && truth_.time()->time - last.at.time <= kUndoTime;
}

std::optional<std::string> Model::why_not(Act act) const {
  if (auto nothing_goes = down()) return nothing_goes;
  const auto& counter = *truth_.counter();
  const bool open = counter.state == "open";
  const auto no = [&](const char* key) { return std::optional(words_.text(key)); };
  const auto not_open = [&] {
    return no(counter.state == "paused" ? "counter.is_paused" : "counter.is_closed");
  };
  switch (act) {
    case Act::kNext:
      return open ? std::nullopt : not_open();
    case Act::kRecall:
    case Act::kComplete:
    case Act::kHold:
    case Act::kTransfer:
      return needs_current(false);
    case Act::kStart:
    case Act::kSkip:
      return needs_current(true);
    case Act::kHeld:
      if (counter.held.empty()) return no("counter.none_held");
      if (counter.ticket) return no("error.has_current_ticket");
      return open ? std::nullopt : not_open();
    case Act::kNoShows:
      return counter.no_show.empty() ? no("counter.none_no_show") : std::nullopt;
    case Act::kPause:
      if (counter.state == "closed") return not_open();
      return counter.ticket ? no("error.has_current_ticket") : std::nullopt;
    case Act::kOpen:
      return open && counter.ticket ? no("error.has_current_ticket") : std::nullopt;
    case Act::kUndo:
      return can_be_undone() ? std::nullopt : no("error.nothing_to_undo");
  }
  return std::nullopt;
}

std::optional<std::string> Model::why_not_now(Act act, MonoTime now) const {
  if (auto why = down()) return why;
  if (guard_.is_surprised(now)) return words_.text("counter.just_changed");
  return why_not(act);
}

/// Without a link, that an earlier press may have counted matters more than why this one does not.
void Model::say_no(std::string why) {
  if (link_ == LinkState::kUp || !says_unsure()) say(Tone::kTrouble, std::move(why));
}

bool Model::says_unsure() const {
  return message_.text == words_.text("counter.unsure");
}

bool Model::counts(Key key, bool by_click, MonoTime now) {
  counted_ = guard_.takes(key, by_click, now) && !under_way_;
  return counted_;
}

std::optional<Wish> Model::press(Key key, bool by_click, MonoTime now) {
  if (entry_) return press_in_entry(key, by_click, now);
  if (menu_ && goes_into_number(key, by_click, now)) return std::nullopt;
  if (!counts(key, by_click, now)) return std::nullopt;
  if (menu_) return choose(key, by_click, now);
  const auto act = act_of(key);
  if (!act) return std::nullopt;
  if (auto why = why_not_now(*act, now)) {
    say_no(std::move(*why));
    return std::nullopt;
  }
  return begin(*act, now);
}

std::optional<Wish> Model::press(Key key, const Order& order, MonoTime now) {
  if (!counts(key, false, now)) return std::nullopt;
  if (auto why = why_not_now(order.act, now)) {
    say_no(std::move(*why));
    return std::nullopt;
  }
  const auto& counter = *truth_.counter();
  if (order.act == Act::kHeld) return send(about_last("resume", counter.held), order.act);
  if (order.act == Act::kNoShows) return send(about_last("reinstate", counter.no_show), order.act);
  if (order.act == Act::kPause) return send({counter.state == "paused" ? "open" : "pause", {}}, order.act);
  if (order.act == Act::kOpen) return send({counter.state == "open" ? "close" : "open", {}}, order.act);
  Wish wish{action_of(order.act), {}};
  wish.command.service = order.service;
  wish.command.to_counter = order.counter;
  return send(std::move(wish), order.act);
}

std::optional<Wish> Model::begin(Act act, MonoTime now) {
  switch (act) {
    case Act::kTransfer:
      return show(transfer_menu(truth_, words_), act, now);
    case Act::kHeld:
      return show(held_menu(truth_, words_), act, now);
    case Act::kNoShows:
      return show(no_show_menu(truth_, words_), act, now);
    case Act::kPause:
      return pause_or_go_on(now);
    case Act::kOpen:
      return open_or_close(now);
    default:
      return send({action_of(act), {}}, act);
  }
}

std::optional<Wish> Model::pause_or_go_on(MonoTime now) {
  if (truth_.counter()->state == "paused") return send({"open", {}}, Act::kPause);
  if (desk_.pause_reasons.empty()) return send({"pause", {}}, Act::kPause);
  return show(pause_menu(desk_.pause_reasons, words_), Act::kPause, now);
}

std::optional<Wish> Model::open_or_close(MonoTime now) {
  if (truth_.counter()->state == "open") return send({"close", {}}, Act::kOpen);
  if (!desk_.officers.empty()) return show(officer_menu(desk_.officers, words_), Act::kOpen, now);
  return desk_.ask_officer ? ask_for_officer(now) : send({"open", {}}, Act::kOpen);
}

Wish Model::send(Wish wish, Act act) {
  wish.command.counter = desk_.counter.text();
  wish.command.expect = protocol::Expect{truth_.current()};
  under_way_ = UnderWay{act, wish.action};
  say(Tone::kBusy, words_.text("counter.sending"));
  return wish;
}

void Model::settled(const session::Settled& settled, MonoTime now) {
  if (unsure_.erase(settled.id) > 0) return say_truth(settled.outcome);
  under_way_.reset();
  guard_.answered(now);
  if (std::holds_alternative<session::Unknown>(settled.outcome)) unsure_.insert(settled.id);
  say_end(settled.outcome);
}

void Model::say_done(const protocol::Answer& answer, std::string text) {
  say(Tone::kDone, std::move(text));
  answered_ = current_after(answer);
  answered_seq_ = answer.seq;
  answered_state_ = state_after(answer).value_or(truth_.counter() ? truth_.counter()->state : "");
}

void Model::say_end(const session::Outcome& outcome) {
  if (const auto* done = std::get_if<session::Done>(&outcome)) {
    say_done(done->answer, in_short(done->answer, words_));
  } else if (const auto* no = std::get_if<session::Refused>(&outcome)) {
    say(Tone::kTrouble, words_.refusal(no->answer.error.value_or(protocol::Error{})));
  } else if (std::holds_alternative<session::Unknown>(outcome)) {
    say(Tone::kTrouble, words_.text("counter.unsure"));
  } else {
    say(Tone::kTrouble, words_.text("counter.not_sent"));
  }
}

void Model::say_truth(const session::Outcome& outcome) {
  // Another press may be on its way by now, or have been answered: the truth about this one is news all the
  // same.
  if (const auto* done = std::get_if<session::Done>(&outcome)) {
    say_done(done->answer, words_.text("counter.was_done", {{"what", in_short(done->answer, words_)}}));
  } else if (!under_way_) {
    say(Tone::kTrouble, words_.text("counter.was_not_done"));
  }
}

}  // namespace panggil::counter
