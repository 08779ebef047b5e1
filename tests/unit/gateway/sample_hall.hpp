/// \file
/// An office with two areas, and a queue to bring about in it.
#pragma once

#include <string_view>
#include <vector>

#include "dispatcher/core/event.hpp"
#include "dispatcher/core/office.hpp"
#include "dispatcher/core/state.hpp"

namespace panggil::gateway {

/// Services cs (A, quota 2) and photo (B); counter 1 takes both and stands in hall and gallery, counter 2
/// takes photo and stands in gallery; tablet-1 may act at both counters, clerk is a desk.
core::Office sample_office();

struct SampleHall {
  core::Office office = sample_office();
  core::State state;
  WallTime now;

  SampleHall();  ///< 08:00 on Monday 23 November 2026 in Jakarta, the day begun
  /// Applies it now and gives it back with its number.
  core::Event happen(core::EventBody body);
  core::Event issue(std::string_view ticket, std::string_view service = "cs",
                    std::string_view ticket_class = "regular");
  core::Event call(std::string_view ticket, std::string_view counter, core::CallNumber number);
};

}  // namespace panggil::gateway
