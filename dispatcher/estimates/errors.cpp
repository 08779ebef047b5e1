#include "dispatcher/estimates/errors.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numeric>

namespace panggil::estimates {
namespace {

/// Estimates as far apart as this, on the scale, tell nothing of each other.
constexpr double kReach = 1.25;
constexpr double kSameService = 10;
/// Whether anybody stands before one makes more difference than a minute more or less.
constexpr double kOtherKind = 0.2;

/// Errors sorted into cells: cheaper than sorting them.
constexpr double kWidest = 6;
constexpr std::size_t kCells = 240;
constexpr double kCell = 2 * kWidest / kCells;
using Cells = std::array<double, kCells>;

std::size_t cell_of(double error) {
  const double within = std::clamp(error, -kWidest, kWidest - kCell / 2);
  return static_cast<std::size_t>((within + kWidest) / kCell);
}

/// \pre they are less than kReach apart
double weight(const PastEstimate& past, const PastEstimate& like) {
  const double apart = (past.estimated - like.estimated) / kReach;
  const double near = (1 - apart * apart) * (1 - apart * apart);
  return near * (past.service == like.service ? kSameService : 1) *
         (past.nobody_ahead == like.nobody_ahead ? 1 : kOtherKind);
}

/// The middle of the cell in which the share is reached.
double reached(const Cells& cells, double share) {
  double sum = 0;
  std::size_t i = 0;
  while (i + 1 < kCells && (sum += cells[i]) < share) ++i;
  return -kWidest + (static_cast<double>(i) + 0.5) * kCell;
}

}  // namespace

Errors::Kept::Kept(const PastEstimate& of) : past(of), cell(cell_of(of.error)) {}

void Errors::add(const PastEstimate& past) {
  if (kept_.size() < kKept) {
    kept_.emplace_back(past);
    return;
  }
  kept_[oldest_] = Kept(past);
  oldest_ = (oldest_ + 1) % kKept;
}

Errors::Quantiles Errors::quantiles(const PastEstimate& like, double tail) const {
  assert(!kept_.empty() && tail > 0 && tail < 0.5);
  Cells cells{};
  for (const auto& each : kept_)
    if (std::abs(each.past.estimated - like.estimated) < kReach) cells[each.cell] += weight(each.past, like);
  double sum = std::accumulate(cells.begin(), cells.end(), 0.0);
  if (sum <= 0) {
    // None of this size: then all of them.
    for (const auto& each : kept_) cells[each.cell] += 1;
    sum = static_cast<double>(kept_.size());
  }
  return {reached(cells, tail * sum), reached(cells, (1 - tail) * sum)};
}

}  // namespace panggil::estimates
