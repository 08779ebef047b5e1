#include "theatre.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "dispatcher/core/apply.hpp"
#include "dispatcher/core/decide.hpp"
#include "dispatcher/gateway/answers.hpp"
#include "dispatcher/gateway/intake.hpp"
#include "dispatcher/gateway/pictures.hpp"

namespace panggil::simulate {
namespace {

const gateway::Run kRun{"epoch", "simulated"};

}  // namespace

core::Office core_office() {
  core::Office office{.site = SiteId("sample"), .zone = *Zone::find("Asia/Jakarta")};
  office.languages = {"en"};
  office.classes = {ClassId("regular"), ClassId("priority")};
  office.areas = {{AreaId("hall"), {}}};
  const ServiceId cs("cs"), interview("interview");
  office.services = {{.id = cs, .prefix = "A"}, {.id = interview, .prefix = "B"}};
  office.counters = {{.id = CounterId("1"), .areas = {AreaId("hall")}, .services = {cs}},
                     {.id = CounterId("2"), .areas = {AreaId("hall")}, .services = {cs}},
                     {.id = CounterId("3"), .areas = {AreaId("hall")}, .services = {interview}}};
  office.selection = {core::ReservedRule{},
                      core::AlternateRule{{{ClassId("priority"), 2}, {ClassId("regular"), 1}}},
                      core::EarliestRule{}};
  return office;
}

Theatre::Theatre(core::Office office, WallTime begins) : office_(std::move(office)), now_(begins) {
  happen(core::due(office_, state_, now_), "dispatcher");
  wire_office_ = gateway::picture(office_, state_, kRun, now_).office;
}

void Theatre::perform(Play& play, WallTime ends) {
  while (!play.over(now_)) {
    ASSERT_LT(now_, ends) << "the play does not end";
    auto presses = play.due(now_);
    for (Press& each : presses) press(play, std::move(each));
    if (presses_.size() >= most_) play.wind_up();
    // An answer may let somebody press at once; else time goes on to what is next.
    const auto next = presses.empty() ? play.next_due() : std::nullopt;
    now_ = next ? std::max(now_ + Millis(1), *next) : now_ + (presses.empty() ? Seconds(1) : Millis(1));
  }
}

void Theatre::press(Play& play, Press press) {
  presses_.push_back(press.client.text() + " " + press.action);
  press.command.id = std::to_string(presses_.size());
  const auto end = outcome(press);
  refusals_ += std::holds_alternative<session::Refused>(end);
  if (swallowed_.contains(presses_.size())) {
    play.settled(press, session::Unknown{}, now_);
    show(play);
    play.settled_late(press, end, now_);
  } else {
    play.settled(press, end, now_);
    show(play);
  }
}

session::Outcome Theatre::outcome(const Press& press) {
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

void Theatre::happen(const std::vector<core::EventBody>& bodies, const std::string& by) {
  for (const auto& body : bodies) {
    const auto* started = std::get_if<core::DayStarted>(&body);
    core::apply(state_, {state_.seq + 1, now_, started ? started->day : *state_.day, by, body});
  }
}

void Theatre::show(Play& play) {
  for (auto& [id, counter] : gateway::picture(office_, state_, kRun, now_).counters) {
    auto seen = counter;
    seen.seq = state_.seq;
    play.seen(seen, now_);
  }
}

std::size_t Theatre::tickets_in(core::TicketState state) const {
  return static_cast<std::size_t>(
      std::count_if(state_.tickets.begin(), state_.tickets.end(),
                    [&](const auto& each) { return each.second.state == state; }));
}

}  // namespace panggil::simulate
