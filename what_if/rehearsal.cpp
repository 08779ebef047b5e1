#include "what_if/rehearsal.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "dispatcher/core/apply.hpp"
#include "dispatcher/core/decide.hpp"
#include "dispatcher/gateway/answers.hpp"
#include "dispatcher/gateway/intake.hpp"
#include "dispatcher/gateway/pictures.hpp"

namespace panggil::what_if {

Rehearsal::Rehearsal(const core::Office& office, WallTime begins, Witness witness)
    : office_(office), witness_(std::move(witness)), now_(begins) {
  pass_to(begins);
}

void Rehearsal::pass_to(WallTime time) {
  now_ = time;
  happen(core::due(office_, state_, now_), std::string(core::kDispatcher));
}

void Rehearsal::perform(simulate::Play& play, WallTime ends) {
  perform(play, ends, [&](simulate::Press& each) {
    play.settled(each, press(each), now_);
    show(play);
  });
}

void Rehearsal::perform(simulate::Play& play, WallTime ends, const Carry& carry) {
  while (!play.over(now_)) {
    if (now_ > ends) throw std::runtime_error("the rehearsed day does not end");
    auto presses = play.due(now_);
    for (auto& each : presses) {
      each.command.id = std::to_string(++presses_);
      carry(each);
    }
    // An answer may let somebody press at once; else time goes on to what is next.
    const auto next = presses.empty() ? play.next_due() : std::nullopt;
    const Millis step = presses.empty() ? Millis(Seconds(1)) : Millis(1);
    pass_to(next ? std::max(now_ + Millis(1), *next) : now_ + step);
  }
}

session::Outcome Rehearsal::press(const simulate::Press& press) {
  const auto refuse = [&](const core::Rejection& rejection) {
    return session::Refused{
        gateway::refused(rejection, press.command.id, press.action, state_.seq, office_, Catalogue::of("en")),
        {}};
  };
  const auto command = gateway::read_command(office_, press.client, press.action, press.command);
  if (!command) return refuse(command.error());
  const auto events = core::decide(office_, state_, *command, now_);
  if (!events) return refuse(events.error());
  happen(*events, press.client.text());
  return session::Done{
      gateway::accepted(office_, state_, *command, press.command.id, press.action, *events, now_), {}};
}

void Rehearsal::happen(const std::vector<core::EventBody>& bodies, const std::string& by) {
  for (const auto& body : bodies) {
    const auto* started = std::get_if<core::DayStarted>(&body);
    const core::Event event{state_.seq + 1, now_, started ? started->day : *state_.day, by, body};
    core::apply(state_, event);
    if (witness_) witness_(event, state_);
  }
}

void Rehearsal::show(simulate::Play& play) const {
  for (const auto& counter : office_.counters) {
    auto seen = gateway::counter_message(office_, counter, state_, now_);
    seen.seq = state_.seq;
    play.seen(seen, now_);
  }
}

protocol::Office Rehearsal::office() const {
  return gateway::picture(office_, state_, {"epoch", "simulated"}, now_).office;
}

}  // namespace panggil::what_if
