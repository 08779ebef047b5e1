/// \file
/// A day that has been, made into one that can be played again under other numbers.
#pragma once

#include <vector>

#include "common/base/zone.hpp"
#include "common/protocol/message/event.hpp"
#include "simulate/model/habits.hpp"
#include "simulate/model/visitors.hpp"

namespace panggil::what_if {

struct PastDay {
  simulate::Habits habits;                  ///< who sat where and when, and how long things took
  std::vector<simulate::Visitor> visitors;  ///< by time
};

/// Each person comes when they came, and takes at each desk the time they took; whoever was never called
/// takes the time that half of the others at that service took. Somebody moved to another service by hand
/// goes there for another number. What was undone is left out. \param events  of one service day, in order,
/// all of them
PastDay past_day(const std::vector<protocol::Event>& events, const Zone& zone);

}  // namespace panggil::what_if
