#include "simulated_office.hpp"

#include <optional>

#include "dispatcher/foresight/telling.hpp"
#include "dispatcher/settings/office_file.hpp"
#include "openings.hpp"
#include "simulate/habits_file.hpp"
#include "simulate/model/simulated_day.hpp"
#include "what_if/rehearsal.hpp"

namespace panggil::evaluation {
namespace {

using std::chrono::hours;

/// Early enough that nobody has come yet.
constexpr hours kBegins{6};
constexpr hours kEndsAfter{24};

bool is_open(const core::Office& office, Day day) {
  return !office.hours || !openings(*office.hours, office.zone, day).empty();
}

}  // namespace

Trial simulated_office(const std::filesystem::path& directory, int days) {
  const auto office = settings::load_office(directory);
  const auto habits = simulate::load_habits(directory);
  Trial trial(office.site.text(), office.zone);
  const auto witness = [&](const core::Event& event, const core::State& state) {
    foresight::tell(trial, office, state, event);
  };
  std::optional<what_if::Rehearsal> rehearsal;
  std::chrono::local_days day{std::chrono::year(2026) / 1 / 5};
  for (int played = 0; played < days; day += std::chrono::days(1)) {
    if (!is_open(office, Day(day))) continue;
    const WallTime begins = office.zone.to_wall(LocalTime(day) + kBegins);
    if (rehearsal) rehearsal->pass_to(begins);
    if (!rehearsal) rehearsal.emplace(office, begins, witness);
    simulate::SimulatedDay play(habits, rehearsal->office(), begins, static_cast<std::uint64_t>(++played));
    rehearsal->perform(play, begins + kEndsAfter);
  }
  return trial;
}

}  // namespace panggil::evaluation
