/// \file
/// Any action at all, mostly a sensible one: load that goes everywhere.
#pragma once

#include <set>
#include <string>

#include "simulate/model/counter_view.hpp"
#include "simulate/model/draw.hpp"
#include "simulate/model/play.hpp"

namespace panggil::simulate {

/// What somebody at `counter` might do, `expect` included; now and then it is out of place and will be
/// refused. \param waiting  numbers that were waiting when they were last heard of
Press any_action(const ClientId& client, const CounterView& counter, const std::set<std::string>& waiting,
                 Draw& draw);

}  // namespace panggil::simulate
