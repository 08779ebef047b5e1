/// \file
/// `…/queue/{service}`, and how long a wait may be.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace panggil::protocol {

struct Estimate {
  std::int64_t low_s = 0;
  std::int64_t high_s = 0;
  friend bool operator==(const Estimate&, const Estimate&) = default;
};

/// `…/queue/{service}`.
struct Queue {
  std::uint64_t seq = 0;
  std::string service;
  std::string state;
  std::uint64_t waiting = 0;
  std::uint64_t held = 0;
  std::optional<Estimate> estimate;
  std::optional<std::string> last_called;
  std::optional<std::int64_t> quota_left;
  friend bool operator==(const Queue&, const Queue&) = default;
};

}  // namespace panggil::protocol
