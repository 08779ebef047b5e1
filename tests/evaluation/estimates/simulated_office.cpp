#include "simulated_office.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "dispatcher/core/apply.hpp"
#include "dispatcher/core/decide.hpp"
#include "dispatcher/foresight/telling.hpp"
#include "dispatcher/gateway/answers.hpp"
#include "dispatcher/gateway/intake.hpp"
#include "dispatcher/gateway/names.hpp"
#include "dispatcher/gateway/pictures.hpp"
#include "dispatcher/settings/office_file.hpp"
#include "openings.hpp"
#include "simulate/habits_file.hpp"
#include "simulate/model/simulated_day.hpp"

namespace panggil::evaluation {
namespace {

using std::chrono::hours;

/// Early enough that nobody has come yet.
constexpr hours kBegins{6};

/// The office, its queue and the play in it; what happens is told to the trial.
class Stage {
 public:
  Stage(const core::Office& office, Trial& trial) : office_(office), trial_(trial) {}

  void begin(WallTime now) {
    now_ = now;
    happen(core::due(office_, state_, now_), "dispatcher");
  }
  protocol::Office wire_office() const {
    return gateway::picture(office_, state_, {"epoch", "simulated"}, now_).office;
  }
  void perform(simulate::Play& play);

 private:
  void press(simulate::Play& play, simulate::Press press);
  session::Outcome outcome(const simulate::Press& press);
  void happen(const std::vector<core::EventBody>& bodies, const std::string& by);
  void show(simulate::Play& play) const;
  protocol::Counter seen(const core::Counter& counter) const;

  const core::Office& office_;
  Trial& trial_;
  core::State state_;
  WallTime now_{};
  int presses_ = 0;
};

void Stage::perform(simulate::Play& play) {
  while (!play.over(now_)) {
    auto presses = play.due(now_);
    for (auto& each : presses) press(play, std::move(each));
    // An answer may let somebody press at once; else time goes on to what is next.
    const auto next = presses.empty() ? play.next_due() : std::nullopt;
    now_ = next ? std::max(now_ + Millis(1), *next) : now_ + (presses.empty() ? Seconds(1) : Millis(1));
  }
}

void Stage::press(simulate::Play& play, simulate::Press press) {
  press.command.id = std::to_string(++presses_);
  play.settled(press, outcome(press), now_);
  show(play);
}

session::Outcome Stage::outcome(const simulate::Press& press) {
  const auto refuse = [&](const core::Rejection& rejection) {
    protocol::Error error{.code = std::string(gateway::wire_name(rejection.code))};
    if (rejection.opens_at) error.opens_at = stamp(office_.zone, *rejection.opens_at);
    return session::Refused{{.id = press.command.id, .action = press.action, .error = error}, {}};
  };
  const auto command = gateway::read_command(office_, press.client, press.action, press.command);
  if (!command) return refuse(command.error());
  const auto events = core::decide(office_, state_, *command, now_);
  if (!events) return refuse(events.error());
  happen(*events, press.client.text());
  return session::Done{
      gateway::accepted(office_, state_, *command, press.command.id, press.action, *events, now_), {}};
}

void Stage::happen(const std::vector<core::EventBody>& bodies, const std::string& by) {
  for (const auto& body : bodies) {
    const auto* started = std::get_if<core::DayStarted>(&body);
    const core::Event event{state_.seq + 1, now_, started ? started->day : *state_.day, by, body};
    core::apply(state_, event);
    foresight::tell(trial_, office_, state_, event);
  }
}

/// What an officer sees at the counter; the rest of its topic plays no part here.
protocol::Counter Stage::seen(const core::Counter& counter) const {
  const auto& status = state_.counter(counter.id);
  protocol::Counter seen{.seq = state_.seq,
                         .counter = counter.id.text(),
                         .state = std::string(gateway::wire_name(status.state)),
                         .waiting = gateway::waiting_for(office_, state_, counter.id)};
  if (!status.ticket) return seen;
  const core::Ticket& ticket = *state_.find(*status.ticket);
  seen.ticket = protocol::CurrentTicket{.ticket = ticket.number.text(),
                                        .service = ticket.service.text(),
                                        .state = std::string(gateway::wire_name(ticket.state)),
                                        .called_at = stamp(office_.zone, *ticket.called_at)};
  if (ticket.started_at) seen.ticket->started_at = stamp(office_.zone, *ticket.started_at);
  seen.ticket->recalls = static_cast<decltype(seen.ticket->recalls)>(ticket.recalls);
  return seen;
}

void Stage::show(simulate::Play& play) const {
  for (const auto& counter : office_.counters) play.seen(seen(counter), now_);
}

bool is_open(const core::Office& office, Day day) {
  return !office.hours || !openings(*office.hours, office.zone, day).empty();
}

}  // namespace

Trial simulated_office(const std::filesystem::path& directory, int days) {
  const auto office = settings::load_office(directory);
  const auto habits = simulate::load_habits(directory);
  Trial trial(office.site.text(), office.zone);
  Stage stage(office, trial);
  std::chrono::local_days day{std::chrono::year(2026) / 1 / 5};
  for (int played = 0; played < days; day += std::chrono::days(1)) {
    if (!is_open(office, Day(day))) continue;
    const WallTime begins = office.zone.to_wall(LocalTime(day) + kBegins);
    stage.begin(begins);
    simulate::SimulatedDay play(habits, stage.wire_office(), begins, static_cast<std::uint64_t>(++played));
    stage.perform(play);
  }
  return trial;
}

}  // namespace panggil::evaluation
