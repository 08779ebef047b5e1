/// \file
/// Offices of every sort, made at random: rules in any order, or none; quotas, hours, shared prefixes, few
/// numbers.
#pragma once

#include <rapidcheck.h>

#include <iosfwd>

#include "dispatcher/core/office.hpp"

namespace panggil::core {

/// What differs from office to office; small, so that a counterexample can be read.
struct OfficePlan {
  std::vector<int> rules;  ///< which rules, in this order: 0 reserved … 4 earliest
  int priority_turns = 2;
  int regular_turns = 1;
  int head_start_min = 20;  ///< of priority, in the rule `earliest`
  int max_wait_min = 0;     ///< 0: none
  int quota = 0;  ///< of cs; 0: none; else interview has one computed from ten times so many minutes
  int last_number = 999;
  int day_starts_h = 0;
  bool in_order = false;
  bool shared_prefix = false;  ///< cs and interview have one series
  bool path = false;           ///< cs is followed by interview, and that by pickup
  int no_show_recalls = 0;     ///< 0: none
  int no_show_min = 0;         ///< 0: none
  bool always_open = true;     ///< else 07:00–12:00 and 13:00–22:00, the last ticket at 21:15
};

rc::Gen<OfficePlan> any_office_plan();
void showValue(const OfficePlan& plan, std::ostream& out);

/// Services cs, interview and pickup; counters 1 (cs), 2 (cs, interview), 3 (interview, pickup), 4 (all
/// three); classes regular, priority and staff, the last of which no rule mentions.
Office build_office(const OfficePlan& plan);

}  // namespace panggil::core
