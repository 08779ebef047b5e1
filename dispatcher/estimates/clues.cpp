#include "dispatcher/estimates/clues.hpp"

#include <algorithm>
#include <cmath>

namespace panggil::estimates {
namespace {

/// Waits that differ by less are as good as the same: nobody tells three minutes from four.
constexpr double kSmall = 3;
/// What is usual weighs as much as so many calls of today.
constexpr double kUsualCalls = 8;
constexpr double kLatelyCalls = 2;
constexpr Minutes kGuess{5};
/// Where the closing is not known, the day goes on for so long.
constexpr Minutes kLongDay{480};

Minutes usual_gap(const Situation& now) {
  if (now.usual.calls > 0.5) return Minutes(now.usual.busy / now.usual.calls);
  if (now.past.calls > 0.5) return Minutes(now.past.busy / now.past.calls);
  return kGuess;
}

double usual_calls(const Situation& now) {
  return now.usual.calls > 0.5 ? kUsualCalls : 1;
}

Minutes recent_gap(const Situation& now, Minutes busy) {
  return (Minutes(now.lately.busy) + kLatelyCalls * busy) / (now.lately.calls + kLatelyCalls);
}

/// What one counter needs for a person, shared by those that are open now.
Minutes counters_gap(const Situation& now) {
  const Work& known = now.usual.calls > 0.5 ? now.usual : now.past;
  const double usual = known.calls > 0.5 ? known.capacity / known.calls : kGuess.count() * now.counters;
  const double calls = usual_calls(now);
  const double of_one = (now.today.capacity + calls * usual) / (now.today.calls + calls);
  return Minutes(of_one / std::max(1, now.counters));
}

}  // namespace

double to_scale(Minutes wait) {
  return std::log(std::max(0.0, wait.count()) + kSmall);
}

Minutes from_scale(double value) {
  return Minutes(std::max(0.0, std::exp(value) - kSmall));
}

Minutes busy_gap(const Situation& now) {
  const double calls = usual_calls(now);
  return (Minutes(now.today.busy) + calls * usual_gap(now)) / (now.today.calls + calls);
}

Clues clues(const Situation& now) {
  const Minutes gap = busy_gap(now);
  const auto ahead = static_cast<double>(now.ahead);
  const Minutes queue = ahead * gap;
  const Minutes usual_wait = now.usual.calls > 0.5 ? Minutes(now.usual.waits / now.usual.calls) : queue;
  return {1,
          to_scale(queue),
          to_scale(ahead * recent_gap(now, gap)),
          to_scale(now.last_wait.value_or(queue)),
          to_scale(now.head_waits),
          to_scale(usual_wait),
          to_scale(gap),
          to_scale(now.since_call.value_or(gap)),
          std::log(std::max(1, now.counters)),
          to_scale((ahead + 1) * gap),
          to_scale(ahead * counters_gap(now)),
          to_scale(now.until_close.value_or(kLongDay))};
}

Clues first_weights() {
  Clues weights{};
  weights[1] = 0.5;
  weights[3] = 0.25;
  weights[4] = 0.25;
  return weights;
}

Minutes longest(const Situation& now) {
  const Minutes queue = static_cast<double>(now.ahead) * busy_gap(now);
  const Minutes wait = now.last_wait.value_or(queue);
  const Minutes plausible =
      std::max({3 * queue + Minutes(30), 2 * wait + Minutes(10), 2 * now.head_waits + Minutes(10)});
  if (!now.until_close) return plausible;
  return std::min(plausible, *now.until_close + Minutes(60));
}

}  // namespace panggil::estimates
