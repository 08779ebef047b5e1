/// \file
/// `panggil-ctl plan`: what a day would be with other numbers of counters or other hours.
#pragma once

#include "ctl/command_line.hpp"
#include "what_if/changes.hpp"

namespace panggil::ctl {

/// The office's file, and for a day that has not been the habits of its people.
/// \throws settings::BadSettings, std::runtime_error, std::invalid_argument where the two do not fit
what_if::Scenario load_plan(const PlanFlags& flags);

/// The exit code: 0 done, 1 there is no such day to be played, 2 what is asked cannot be, 3 no answer, 4 not
/// connected. Only a past day needs the dispatcher.
int run_plan(const Settings& settings, const CommandLine& line, const what_if::Scenario& scenario);

}  // namespace panggil::ctl
