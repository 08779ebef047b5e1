/// \file
/// Puts a sound journal in the place of a damaged one, which is kept.
#pragma once

#include <string>

#include "common/base/time.hpp"
#include "dispatcher/journal/damage.hpp"
#include "dispatcher/journal/identity.hpp"
#include "dispatcher/journal/state_directory.hpp"

namespace panggil::journal {

/// Writes what can be had from the damaged journal into a new one with a new epoch, puts the damaged one
/// aside under another name, and the new one in its place. Interrupted at any point, it can be done again.
/// \param found what is wrong, in plain words.
/// \throws JournalRefused when a newer version of Panggil wrote it; std::exception when the machine would not
/// read or
///   write.
Damage repair(const StateDirectory& directory, const Identity& identity, WallTime now,
              const std::string& found);

}  // namespace panggil::journal
