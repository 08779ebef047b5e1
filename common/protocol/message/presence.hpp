/// \file
/// That the dispatcher is there: `…/status` and `…/beat`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/base/zone.hpp"

namespace panggil::protocol {

/// `…/status`. Of the dispatcher: `online`, `degraded` (works, but somebody should look: `reason`) or
/// `offline`.
struct Status {
  std::string state;
  std::string epoch;
  std::uint64_t boot = 0;
  std::uint64_t seq = 0;
  std::string version;
  std::string clock;  ///< `real` or `simulated`
  std::optional<std::string> reason;
  Stamp since;
  friend bool operator==(const Status&, const Status&) = default;
};

/// `…/beat`, twice a second.
struct Beat {
  std::string epoch;
  std::uint64_t seq = 0;
  std::int64_t mono_ms = 0;
  Stamp time;
  friend bool operator==(const Beat&, const Beat&) = default;
};

}  // namespace panggil::protocol
