#include "dispatcher/core/heads.hpp"

#include <cassert>

namespace panggil::core {

Heads::Heads(const Queue& queue) : turns_(queue.turns) {
  lanes_.reserve(queue.lines.size() + 1);
  lanes_.push_back({nullptr, queue.first.begin(), queue.first.end()});
  for (const auto& [ticket_class, line] : queue.lines) {
    lanes_.push_back({&ticket_class, line.begin(), line.end()});
  }
}

const Lane* Heads::of(const ClassId& ticket_class) const {
  for (const auto& lane : lanes_) {
    if (lane.ticket_class && *lane.ticket_class == ticket_class && !lane.empty()) return &lane;
  }
  return nullptr;
}

void Heads::walk_past(const Lane& lane, const ClassId& ticket_class) {
  assert(!lane.empty());
  turns_.take(ticket_class);
  ++lanes_[static_cast<std::size_t>(&lane - lanes_.data())].head;
}

}  // namespace panggil::core
