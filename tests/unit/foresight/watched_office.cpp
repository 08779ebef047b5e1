#include "tests/unit/foresight/watched_office.hpp"

#include <fmt/format.h>

#include "dispatcher/core/apply.hpp"

namespace panggil::foresight {

void WatchedOffice::wake() {
  for (auto& body : core::due(office, state, now)) happen(std::move(body));
}

TicketNumber WatchedOffice::issue(std::string_view service) {
  does(core::kiosk(), core::issue(service));
  const auto& prefix = office.find(ServiceId(service))->prefix;
  for (const auto& [number, ticket] : state.tickets)
    if (number.text() == fmt::format("{}{:03}", prefix, state.series.at(prefix))) return number;
  throw std::logic_error("no ticket was issued");
}

void WatchedOffice::at(std::string_view counter, core::Action action) {
  act({core::counter_client(counter), CounterId(counter), std::nullopt, std::move(action)});
}

void WatchedOffice::does(const core::Actor& actor, core::Action action) {
  act({actor, std::nullopt, std::nullopt, std::move(action)});
}

void WatchedOffice::act(const core::Command& command) {
  auto events = core::decide(office, state, command, now);
  if (!events) throw std::logic_error("the office refuses: " + events.error().text);
  for (auto& body : *events) happen(std::move(body));
}

void WatchedOffice::happen(core::EventBody body) {
  const auto* started = std::get_if<core::DayStarted>(&body);
  const core::Event event{state.seq + 1, now, started ? started->day : *state.day, "test", std::move(body)};
  core::apply(state, event);
  watcher_(state, event);
}

void WatchedOffice::serve(int people, std::size_t behind) {
  for (int i = 0; i < people; ++i) {
    issue();
    now += std::chrono::seconds(70 + 20 * (i % 6));
    if (state.queue(ServiceId("cs")).waiting() > behind) at("1", core::Next{});
  }
}

}  // namespace panggil::foresight
