/// \file
/// How fast one service's people are called today, while anybody waits.
#pragma once

#include <optional>

#include "dispatcher/estimates/working_time.hpp"

namespace panggil::estimates {

/// What came of some stretch of time.
struct Work {
  double busy = 0;      ///< minutes during which somebody waited
  double capacity = 0;  ///< the same, each minute counted once for each open counter
  double calls = 0;
  double waits = 0;  ///< minutes, of all who were called

  Work& operator+=(const Work& other);
  Work operator*(double factor) const;

  template <class Record>
  void fields(Record& record) {
    for (double* field : {&busy, &capacity, &calls, &waits}) record(*field);
  }
};

/// Fed in the order of time with how long it was since the last time.
class Pace {
 public:
  /// \param waiting, counters  as they were during `passed`
  void pass(Minutes passed, std::size_t waiting, int counters);
  void call(Minutes waited);

  const Work& today() const { return today_; }
  /// Of the last half hour or so: what is older counts less and less.
  const Work& lately() const { return lately_; }
  const std::optional<Minutes>& last_wait() const { return last_wait_; }
  /// Since somebody was called; nothing before the first.
  std::optional<Minutes> since_call() const;

 private:
  Work today_;
  Work lately_;
  std::optional<Minutes> last_wait_;
  Minutes since_call_{0};
};

}  // namespace panggil::estimates
