/// \file
/// One service's lines as the selection sees them: who is at the head of each. Can be walked along, to see
/// who would be called later, without touching the queue.
#pragma once

#include <vector>

#include "dispatcher/core/state.hpp"

namespace panggil::core {

struct Lane {
  const ClassId* ticket_class;  ///< null: those put first, whatever their class
  Line::const_iterator head;
  Line::const_iterator end;
  bool empty() const { return head == end; }
};

/// Refers to the queue it is made of: to be gone before that changes.
class Heads {
 public:
  explicit Heads(const Queue& queue);

  /// Those put first, then one for each class that anybody waited of. May be empty, the latter after some
  /// walking.
  const std::vector<Lane>& lanes() const { return lanes_; }
  const Lane& first() const { return lanes_.front(); }
  /// Null when nobody of this class waits, but for those put first.
  const Lane* of(const ClassId& ticket_class) const;
  const Turns& turns() const { return turns_; }

  /// The head of `lane`, of class `ticket_class`, has been called in thought.
  /// \pre `lane` is one of this object's and not empty.
  void walk_past(const Lane& lane, const ClassId& ticket_class);

 private:
  std::vector<Lane> lanes_;
  Turns turns_;
};

}  // namespace panggil::core
