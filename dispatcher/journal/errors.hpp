/// \file
/// Why a journal is not opened, and what is thrown when it turns out to be damaged. Every message says what
/// to do.
#pragma once

#include <stdexcept>

namespace panggil::journal {

/// The state directory is sound but not for this process; nothing in it was changed.
class JournalRefused : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Another process has the state directory. The program ends with status 75 (try again later).
class StateInUse : public JournalRefused {
 public:
  using JournalRefused::JournalRefused;
};

/// It holds simulated days and the clock is real, or the other way round.
class WrongClock : public JournalRefused {
 public:
  using JournalRefused::JournalRefused;
};

/// It belongs to another office.
class WrongSite : public JournalRefused {
 public:
  using JournalRefused::JournalRefused;
};

/// A newer version of Panggil has written to it.
class NewerJournal : public JournalRefused {
 public:
  using JournalRefused::JournalRefused;
};

/// What was read cannot be what was written.
class JournalDamaged : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The disk is full. What was to be written is not kept, all that was there before is.
class NoRoom : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace panggil::journal
