// Nobody waits for ever, nobody is forgotten, and what is foretold comes true.
#include <gtest/gtest.h>
// RapidCheck wants GoogleTest before it.
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "dispatcher/core/apply.hpp"
#include "dispatcher/core/selection.hpp"
#include "tests/sim/core/history.hpp"
#include "tests/sim/core/offices.hpp"

namespace panggil::core {
namespace {

/// An office where a ticket is called once and then gone: neither paths over several desks nor no-shows by
/// the clock.
OfficePlan plain_plan() {
  auto plan = *any_office_plan();
  plan.path = false;
  plan.no_show_recalls = 0;
  plan.no_show_min = 0;
  return plan;
}

const ClassId kRegular("regular");
const ClassId kPriority("priority");
const ServiceId kCs("cs");
const CounterId kCounter("1");

/// Counter 1 and its one service, cs; a second passes between any two things.
class Line {
 public:
  explicit Line(OfficePlan plan) : office_(build_office(plan)) {
    happens(due(office_, state_, now_).front());
    happens(CounterOpened{kCounter, std::nullopt});
  }

  TicketNumber comes(const ClassId& ticket_class) {
    const int number = ++last_;
    const TicketNumber ticket("A" + std::to_string(1000 + number));
    happens(TicketIssued{ticket, kCs, ticket_class, ChannelId("kiosk"), "A", number});
    return ticket;
  }

  /// Who is called; nothing when nobody waits.
  const Ticket* next() {
    const Actor officer{ClientId("counter-1"), Role::kCounter, {kCounter}};
    const auto decision = decide(office_, state_, {officer, std::nullopt, std::nullopt, Next{}}, now_);
    RC_ASSERT(decision.has_value());
    for (const auto& body : *decision) happens(body);
    const auto& ticket = state_.counter(kCounter).ticket;
    return ticket ? state_.find(*ticket) : nullptr;
  }

  bool anybody_waits(const ClassId& ticket_class) const {
    return state_.queue(kCs).lines.contains(ticket_class);
  }
  const Office& office() const { return office_; }
  const State& state() const { return state_; }
  WallTime now() const { return now_; }

 private:
  void happens(const EventBody& body) {
    now_ += Seconds(1);
    apply(state_, {state_.seq + 1, now_, service_day_, "somebody", body});
  }

  Office office_;
  State state_;
  WallTime now_ = parse_stamp("2026-11-23T08:00:00+07:00")->time;
  Day service_day_ = *parse_day("2026-11-23");
  int last_ = 0;
};

OfficePlan alternating(int priority_turns, int regular_turns) {
  OfficePlan plan;
  plan.rules = {0, 3, 4};
  plan.priority_turns = priority_turns;
  plan.regular_turns = regular_turns;
  return plan;
}

RC_GTEST_PROP(FairnessProperty, NoClassIsCalledMoreThanItsTurnsWhileTheOtherWaits, ()) {
  const auto turns = *rc::gen::pair(rc::gen::inRange(1, 5), rc::gen::inRange(1, 5));
  Line line(alternating(turns.first, turns.second));
  const auto moves = *rc::gen::scale(3, rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 5)));
  std::map<ClassId, int> streak;  // calls of this class in a row, all of them while the other one waited
  for (const auto move : moves) {
    if (move < 2) {
      line.comes(move == 0 ? kRegular : kPriority);
      continue;
    }
    const std::map<ClassId, bool> waited{{kRegular, line.anybody_waits(kRegular)},
                                         {kPriority, line.anybody_waits(kPriority)}};
    const auto* called = line.next();
    RC_ASSERT((called != nullptr) == (waited.at(kRegular) || waited.at(kPriority)));
    if (!called) continue;
    const auto& other = called->ticket_class == kRegular ? kPriority : kRegular;
    streak[other] = 0;
    streak[called->ticket_class] = waited.at(other) ? streak[called->ticket_class] + 1 : 0;
    RC_ASSERT(streak[kPriority] <= turns.first);
    RC_ASSERT(streak[kRegular] <= turns.second);
  }
}

RC_GTEST_PROP(FairnessProperty, ARegularIsCalledHoweverManyPriorityPeopleKeepComing, ()) {
  const auto turns = *rc::gen::inRange(1, 5);
  const auto ahead = *rc::gen::inRange(0, 30);
  Line line(alternating(turns, 1));
  for (int i = 0; i < ahead; ++i) line.comes(kRegular);
  const auto mine = line.comes(kRegular);
  int calls = 0;
  do {
    line.comes(kPriority);
    line.comes(kPriority);
    line.next();
    ++calls;
    RC_ASSERT(calls <= (ahead + 1) * (turns + 1));
  } while (line.state().find(mine)->state == TicketState::kWaiting);
}

RC_GTEST_PROP(FairnessProperty, UnderAnyRulesEverybodyIsCalledOnceNobodyComesAnyMore, ()) {
  const auto plan = plain_plan();
  History history(build_office(plan));
  for (const auto& move : *rc::gen::scale(0.25, any_moves())) history.step(move);
  const Move all_of_them_open{.who = 6, .what = 0, .counter = 4};
  const Move next_at_the_one_for_all{.who = 6, .what = 3, .counter = 4};
  history.step(all_of_them_open);
  const auto tickets = history.state().tickets.size();
  for (std::size_t i = 0; i < tickets; ++i) history.step(next_at_the_one_for_all);
  for (const auto& [id, queue] : history.state().queues) RC_ASSERT(queue.waiting() == 0u);
}

RC_GTEST_PROP(FairnessProperty, ATicketIsCalledAfterExactlyAsManyAsAheadOfSaid, ()) {
  Line line(plain_plan());
  for (const auto which : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 4))) {
    static const std::vector<ClassId> classes{kRegular, kPriority, ClassId("staff")};
    if (which == 3) {
      line.next();
    } else {
      line.comes(classes.at(static_cast<std::size_t>(which)));
    }
  }
  // Foretold with the time standing still, so it must be played the same way.
  auto state = line.state();
  std::map<TicketNumber, std::size_t> foretold;
  for (const auto& [number, ticket] : state.tickets) {
    if (ticket.state == TicketState::kWaiting)
      foretold[number] = ahead_of(line.office(), state, number, line.now());
  }
  const auto& counter = *line.office().find(kCounter);
  state.counters[kCounter].ticket.reset();
  for (std::size_t called = 0; called < foretold.size(); ++called) {
    const auto choice = choose(line.office(), state, counter, line.now());
    RC_ASSERT(choice.has_value());
    RC_ASSERT(foretold.at(choice->ticket) == called);
    apply(state, {state.seq + 1, line.now(), *state.day, "somebody",
                  TicketCalled{state.calls + 1, choice->ticket, kCounter, choice->why, false}});
    state.counters[kCounter].ticket.reset();
  }
}

}  // namespace
}  // namespace panggil::core
