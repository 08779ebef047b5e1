#include "table_of_figures.hpp"

#include <fmt/format.h>

namespace panggil::evaluation {
namespace {

constexpr auto kHead =
    "| office | days | called | told | coverage | mean width | interval score | mean error | median error |\n"
    "| --- | --: | --: | --: | --: | --: | --: | --: | --: |\n";

double less(double ours, double plain) {
  return plain > 0 ? 100 * (1 - ours / plain) : 0;
}

std::string row(const std::string& office, int days, std::size_t called, const Score& ours,
                const Score& plain) {
  if (ours.count() == 0) return fmt::format("| {} | {} | {} | 0 | | | | | |\n", office, days, called);
  const double told = 100 * static_cast<double>(ours.count()) / static_cast<double>(called);
  return fmt::format(
      "| {} | {} | {} | {:.1f} % | **{:.1f} %** / {:.1f} % | **{:.1f}** / {:.1f} | **{:.2f}** / {:.2f} "
      "({:+.0f} "
      "%) | "
      "**{:.2f}** / {:.2f} ({:+.0f} %) | **{:.2f}** / {:.2f} |\n",
      office, days, called, told, 100 * ours.coverage(), 100 * plain.coverage(), ours.mean_width(),
      plain.mean_width(), ours.interval_score(), plain.interval_score(),
      -less(ours.interval_score(), plain.interval_score()), ours.mean_error(), plain.mean_error(),
      -less(ours.mean_error(), plain.mean_error()), ours.median_error(), plain.median_error());
}

}  // namespace

std::string table_of_figures(const std::vector<Trial>& trials) {
  std::string text = kHead;
  Score ours, plain;
  int days = 0;
  std::size_t called = 0;
  for (const auto& trial : trials) {
    text += row(trial.office(), trial.days(), trial.called(), trial.ours(), trial.plain());
    ours.add(trial.ours());
    plain.add(trial.plain());
    days += trial.days();
    called += trial.called();
  }
  if (trials.size() > 1) text += row("all together", days, called, ours, plain);
  return text;
}

}  // namespace panggil::evaluation
