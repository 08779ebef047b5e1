/// \file
/// Some events by their numbers.
#pragma once

#include "dispatcher/core/event.hpp"

namespace panggil::journal {

/// Both ends belong to it.
struct SeqRange {
  core::Seq from = 0;
  core::Seq to = 0;
  friend bool operator==(const SeqRange&, const SeqRange&) = default;
};

}  // namespace panggil::journal
