/// \file
/// What a display shows: `…/call/{area}` and `…/board/{area}`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/zone.hpp"
#include "common/protocol/message/local_text.hpp"
#include "common/protocol/message/queue.hpp"

namespace panggil::protocol {

/// `…/call/{area}`, and each of a board's calls.
struct Call {
  std::string epoch;
  std::uint64_t seq = 0;
  std::uint64_t call = 0;
  std::string kind;  ///< `call` or `recall`
  Stamp at;
  std::string area;
  std::string ticket;
  std::string counter;
  LocalText label;
  std::string service;
  friend bool operator==(const Call&, const Call&) = default;
};

struct BoardCounter {
  std::string counter;
  LocalText label;
  std::string state;  ///< `open`, `paused` or `closed`
  std::optional<std::string> ticket;
  friend bool operator==(const BoardCounter&, const BoardCounter&) = default;
};

struct BoardService {
  std::string service;
  LocalText name;
  std::string state;
  std::uint64_t waiting = 0;
  std::optional<Estimate> estimate;
  std::optional<std::string> last_called;
  friend bool operator==(const BoardService&, const BoardService&) = default;
};

struct Notice {
  std::string notice;
  std::string level;  ///< `info`, `warning` or `emergency`
  LocalText text;
  std::optional<Stamp> until;
  friend bool operator==(const Notice&, const Notice&) = default;
};

/// `…/board/{area}`: the whole picture.
struct Board {
  std::string epoch;
  std::uint64_t seq = 0;
  Stamp at;
  std::string area;
  bool open = false;        ///< a service that this area's counters take is open
  std::vector<Call> calls;  ///< the last 12, newest first
  std::vector<BoardCounter> counters;
  std::vector<BoardService> services;
  std::vector<Notice> notices;
  friend bool operator==(const Board&, const Board&) = default;
};

}  // namespace panggil::protocol
