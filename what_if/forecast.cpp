#include "what_if/forecast.hpp"

#include <fmt/format.h>

#include <utility>

#include "common/statistics/visits.hpp"
#include "dispatcher/core/quota.hpp"
#include "dispatcher/core/service_times.hpp"
#include "dispatcher/gateway/pictures.hpp"
#include "simulate/model/simulated_day.hpp"
#include "what_if/rehearsal.hpp"

namespace panggil::what_if {
namespace {

/// After all days that are played.
constexpr const char* kToday = "9999";
/// Nobody has come yet, and everybody has gone.
constexpr std::chrono::hours kBegins{4}, kEnds{30};

class Playing {
 public:
  Playing(const Scenario& scenario, Day day) : scenario_(scenario), day_(day) {
    const LocalTime midnight(std::chrono::local_days(day).time_since_epoch());
    begins_ = scenario.office.zone.to_wall(midnight + kBegins);
    ends_ = scenario.office.zone.to_wall(midnight + kEnds);
    for (const auto& service : scenario.office.services)
      forecast_.quotas[service.id] = core::quota(scenario.office, core::State{}, service, day);
  }

  WallTime begins() const { return begins_; }

  template <class MakeDay>
  void play(const MakeDay& make_day) {
    // Days under names of their own: each has the same date and numbers of its own.
    const std::string name = fmt::format("{:04}", ++forecast_.days);
    Rehearsal rehearsal(scenario_.office, begins_, [&](const core::Event& event, const core::State&) {
      events_.push_back(gateway::event_message(event, scenario_.office.zone));
      events_.back().day = name;
    });
    const auto office = rehearsal.office();
    targets_ = statistics::targets_of(office);
    simulate::SimulatedDay day = make_day(office);
    rehearsal.perform(day, ends_);
    forecast_.turned_away += day.tally().turned_away;
  }

  Forecast forecast() && {
    measure_quotas();
    forecast_.report = statistics::report_of(events_, kToday, targets_);
    return std::move(forecast_);
  }

 private:
  /// A quota that goes by measured days goes by those that were played.
  void measure_quotas() {
    std::map<ServiceId, std::pair<int, Millis>> served;
    for (const auto& leg : statistics::legs_of(events_, kToday)) {
      if (!leg.service_time()) continue;
      auto& [people, at_counter] = served[ServiceId(leg.service)];
      ++people;
      at_counter += leg.walk.value_or(Millis(0)) + leg.served_for;
    }
    for (const auto& service : scenario_.office.services) {
      const auto& [people, at_counter] = served[service.id];
      if (!service.computed_quota || service.computed_quota->measured_days == 0 ||
          people < core::kFewestMeasured)
        continue;
      forecast_.quotas[service.id] =
          core::computed_quota(scenario_.office, service, day_, at_counter / people);
    }
  }

  const Scenario& scenario_;
  Day day_;
  WallTime begins_, ends_;
  statistics::Events events_;
  statistics::Targets targets_;
  Forecast forecast_;
};

}  // namespace

std::vector<std::string> misfits(const Scenario& scenario, WallTime now) {
  return simulate::mismatches(scenario.habits, Rehearsal(scenario.office, now).office());
}

Forecast play_days(const Scenario& scenario, Day day, int days, std::uint64_t seed) {
  Playing playing(scenario, day);
  for (int i = 0; i < days; ++i)
    playing.play([&](const protocol::Office& office) {
      return simulate::SimulatedDay(scenario.habits, office, playing.begins(),
                                    seed + static_cast<std::uint64_t>(i));
    });
  return std::move(playing).forecast();
}

Forecast play_day(const Scenario& scenario, Day day, const std::vector<simulate::Visitor>& visitors) {
  Playing playing(scenario, day);
  playing.play([&](const protocol::Office& office) {
    return simulate::SimulatedDay(scenario.habits, office, playing.begins(), 1, visitors);
  });
  return std::move(playing).forecast();
}

}  // namespace panggil::what_if
