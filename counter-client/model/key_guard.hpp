/// \file
/// Which presses count. Somebody who drums on a key means it once; somebody who presses it again before they
/// can have read the answer has not seen it. Pure.
#pragma once

#include <optional>

#include "common/base/time.hpp"
#include "counter-client/model/acts.hpp"

namespace panggil::counter {

class KeyGuard {
 public:
  /// Presses of one key that follow each other sooner are one press.
  static constexpr Millis kDrumming{700};
  /// So soon after its answer nobody presses a key because of what the answer says.
  static constexpr Millis kReading{400};
  /// So soon after somebody else has acted at this counter nobody presses a key because of what has come of
  /// it.
  static constexpr Millis kSeeing{700};
  /// The second half of a double click that opened a list lands on the list.
  static constexpr Millis kDoubleClick{400};

  /// Whether this press counts. Every press is to be told, also one that will not be done for other reasons.
  bool takes(Key key, bool by_click, MonoTime now);
  /// Not the second half of a double click, which lands on what the first one has brought.
  bool lands(bool by_click, MonoTime now) const;
  /// What the last press taken began has come to its end.
  void answered(MonoTime now) { answered_ = now; }
  /// Somebody else has changed what stands at this counter.
  void surprised(MonoTime now) { surprised_ = now; }
  /// Whoever presses at this time has most likely not seen what somebody else has done.
  bool is_surprised(MonoTime now) const { return surprised_ && now - *surprised_ < kSeeing; }
  /// Under the pointer there is something else now.
  void changed(MonoTime now) { changed_ = now; }

 private:
  std::optional<Key> last_;
  MonoTime pressed_{};
  std::optional<Key> taken_;
  std::optional<MonoTime> answered_;
  std::optional<MonoTime> changed_;
  std::optional<MonoTime> surprised_;
};

}  // namespace panggil::counter
