#include "dispatcher/core/apply.hpp"

#include "dispatcher/core/applying.hpp"
#include "dispatcher/core/service_times.hpp"
#include "dispatcher/core/undo.hpp"

namespace panggil::core {

void Applying::operator()(const DayStarted& body) {
  require(event_.day == body.day, "the day that starts is not the event's own");
  require(!state_.day || body.day > *state_.day, "the day is not a later one");
  if (state_.day) remember_service_times(state_);
  state_.day = body.day;
  state_.tickets.clear();
  state_.queues.clear();
  state_.series.clear();
  state_.reserved.clear();
  state_.undoable.clear();
  for (auto& [id, counter] : state_.counters) {
    counter.ticket.reset();
    counter.calls.clear();
  }
}

void Applying::operator()(const CounterOpened& body) {
  auto& counter = state_.counters[body.counter];
  if (counter.state != CounterState::kOpen) change(counter, CounterState::kOpen);
  counter.officer = body.officer;
  counter.reason.reset();
}

void Applying::operator()(const CounterPaused& body) {
  auto& counter = state_.counters[body.counter];
  change(counter, CounterState::kPaused);
  counter.reason = body.reason;
}

void Applying::operator()(const CounterClosed& body) {
  auto& counter = state_.counters[body.counter];
  change(counter, CounterState::kClosed);
  counter.officer.reset();
  counter.reason.reset();
}

void Applying::operator()(const NoticePosted& body) {
  state_.notices.push_back({body.notice, body.area, body.level, body.text, body.until});
  ++state_.posted;
}

void Applying::operator()(const NoticeCleared& body) {
  const auto cleared =
      std::erase_if(state_.notices, [&](const Notice& each) { return each.id == body.notice; });
  require(cleared == 1, "there is no such notice");
}

void Applying::operator()(const ServiceSuspended& body) {
  require(state_.suspended.insert(body.service).second, "the service is suspended already");
}

void Applying::operator()(const ServiceRestored& body) {
  require(state_.suspended.erase(body.service) == 1, "the service is not suspended");
}

void apply(State& state, const Event& event) {
  if (event.seq != state.seq + 1) {
    throw std::logic_error(fmt::format("event {} does not follow event {}", event.seq, state.seq));
  }
  const bool starts_day = std::holds_alternative<DayStarted>(event.body);
  if (!starts_day && event.day != state.day) {
    throw std::logic_error(fmt::format("event {} belongs to another day than the one begun", event.seq));
  }
  keep_for_undo(state, event);
  std::visit(Applying(state, event), event.body);
  state.seq = event.seq;
}

}  // namespace panggil::core
