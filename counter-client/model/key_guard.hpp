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
  /// The second half of a double click that opened a list lands on the list.
  static constexpr Millis kDoubleClick{400};

  /// Whether this press counts. Every press is to be told, also one that will not be done for other reasons.
  bool takes(Key key, bool by_click, MonoTime now);
  /// Not the second half of a double click, which lands on what the first one has brought.
  bool lands(bool by_click, MonoTime now) const;
  /// What the last press taken began has come to its end.
  void answered(MonoTime now) { answered_ = now; }
  /// Under the pointer there is something else now.
  void changed(MonoTime now) { changed_ = now; }

 private:
  std::optional<Key> last_;
  MonoTime pressed_{};
  std::optional<Key> taken_;
  std::optional<MonoTime> answered_;
  std::optional<MonoTime> changed_;
};

}  // namespace panggil::counter
