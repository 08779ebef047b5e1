#include "common/statistics/undone.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace panggil::statistics {

Events without_undone(const Events& events) {
  std::vector<std::pair<std::uint64_t, std::uint64_t>> undone;
  for (const auto& event : events)
    if (event.kind == "action-undone" && event.first && event.last)
      undone.emplace_back(*event.first, *event.last);
  std::ranges::sort(undone);
  const auto counts = [&](const protocol::Event& event) {
    if (event.kind == "action-undone") return false;
    // An action's events stand together, and no event belongs to two: the last that begins before this one
    // decides.
    auto after =
        std::ranges::upper_bound(undone, event.seq, {}, &std::pair<std::uint64_t, std::uint64_t>::first);
    return after == undone.begin() || std::prev(after)->second < event.seq;
  };
  Events left;
  std::ranges::copy_if(events, std::back_inserter(left), counts);
  return left;
}

}  // namespace panggil::statistics
