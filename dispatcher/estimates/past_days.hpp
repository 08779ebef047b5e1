/// \file
/// What earlier days showed of one service, by weekday and hour.
#pragma once

#include <array>

#include "common/base/time.hpp"
#include "dispatcher/estimates/pace.hpp"

namespace panggil::estimates {

inline constexpr int kHours = 24;
using DayOfWork = std::array<Work, kHours>;  ///< by the hour of the local clock

class PastDays {
 public:
  /// A day is over. Older ones count a little less from now on.
  void add(std::chrono::weekday weekday, const DayOfWork& day);

  /// Around an hour of the day; the same weekday counts twice.
  Work around(std::chrono::weekday weekday, double hour) const;
  /// All there is.
  const Work& all() const { return all_; }

  template <class Record>
  void fields(Record& record) {
    all_.fields(record);
    for (auto& hours : days_)
      for (auto& work : hours) work.fields(record);
  }

 private:
  std::array<DayOfWork, 7> days_{};
  Work all_;
};

}  // namespace panggil::estimates
