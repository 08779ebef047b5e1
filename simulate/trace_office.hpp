/// \file
/// An office made to measure for a recorded day.
#pragma once

#include <string>

#include "simulate/model/trace.hpp"

namespace panggil::simulate {

/// The text of an `office.yaml` that has the recorded services, each with counters of its own, as many as
/// were open at once, and is always open. Ticket numbers reach to 9999. \returns otherwise why a recorded
/// service cannot be one of ours
Result<std::string, std::string> office_for(const Trace& trace);

}  // namespace panggil::simulate
