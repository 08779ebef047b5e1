/// \file
/// What a run has come to.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "common/base/time.hpp"
#include "common/protocol/message/answer.hpp"
#include "common/session/asks.hpp"

namespace panggil::simulate {

struct Tally {
  std::uint64_t actions = 0;  ///< answered, whichever way
  std::uint64_t issued = 0;
  std::uint64_t called = 0;  ///< without recalls
  std::uint64_t recalled = 0;
  std::uint64_t served = 0;  ///< at their last desk
  std::uint64_t no_show = 0;
  std::uint64_t turned_away = 0;  ///< visitors who were told that no numbers are given out now
  std::uint64_t again = 0;        ///< presses that were too early, too late or too many, and were repeated
  std::uint64_t unknown = 0;      ///< presses whose outcome is not known to this day
  std::map<std::string, std::uint64_t> refused;  ///< what nobody expected, by code
  std::vector<Seconds> waits;                    ///< of each call, as the dispatcher says

  /// Counts the end of a press.
  void count(const session::Outcome& outcome);
  /// A press that was refused for now and will be made again.
  void count_again();
  /// A press that was unknown has got its answer after all.
  void count_late(const session::Outcome& outcome);
  std::uint64_t all_refused() const;
  Seconds mean_wait() const;

 private:
  void count_done(const protocol::Answer& answer);
  void count_refused(const protocol::Error& error);
};

/// A visitor who is told this goes home; it is no fault.
bool turns_away(const std::string& code);
/// A press that is told this may be made once more.
bool may_be_repeated(const std::string& code);

}  // namespace panggil::simulate
