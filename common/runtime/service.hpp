/// \file
/// The life of a program that stays.
#pragma once

#include <functional>

#include "common/runtime/event_loop.hpp"

namespace panggil {

/// Runs the loop to its end, tells the service manager that it stops, and calls `goodbye`: also when an
/// exception ends the loop. A connection that is only closed would take the will with it, so that nobody
/// would hear of the end.
void run_service(EventLoop& loop, const std::function<void()>& goodbye);

}  // namespace panggil
