/// \file
/// What a person is told: from so long to so long. And how bands are kept as wide as they must be.
#pragma once

#include <map>

#include "common/base/ids.hpp"
#include "dispatcher/estimates/working_time.hpp"

namespace panggil::estimates {

struct Band {
  Minutes low{0};
  Minutes high{0};
  bool holds(Minutes wait) const { return low <= wait && wait <= high; }
  friend bool operator==(const Band&, const Band&) = default;
};

/// What one who came now would be told, of each service of which anything can be.
using Outlook = std::map<ServiceId, Band>;

/// Rounded outwards to what people say: minutes below 10, then steps of 5 up to an hour, of 10 up to two, and
/// half hours. At least a minute wide. \pre 0 <= low <= high
Band rounded(const Band& band);

/// Watches how often bands hold, and makes them wider or narrower for it.
class Aim {
 public:
  /// The share of past errors that a band leaves out at either end.
  double tail() const { return tail_; }
  /// A band that was told, rounded as it was, has come true or has not.
  void learn(bool held);

  template <class Record>
  void fields(Record& record) {
    record(tail_);
  }

 private:
  double tail_ = 0.12;
};

}  // namespace panggil::estimates
