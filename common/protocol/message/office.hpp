/// \file
/// `…/office`: what there is in the office, and what of it is open.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/zone.hpp"
#include "common/protocol/message/local_text.hpp"

namespace panggil::protocol {

struct OfficeArea {
  std::string area;
  LocalText name;
  friend bool operator==(const OfficeArea&, const OfficeArea&) = default;
};

struct OfficeService {
  std::string service;
  LocalText name;
  std::string prefix;
  std::string state;  ///< `open`, `closed`, `ending`, `suspended` or `full`
  std::optional<Stamp> opens_at;
  std::optional<Stamp> closes_at;
  std::optional<Stamp> last_ticket_at{};
  std::optional<std::int64_t> target_wait_s{};  ///< which a wait should not exceed
  friend bool operator==(const OfficeService&, const OfficeService&) = default;
};

struct OfficeCounter {
  std::string counter;
  LocalText label;
  std::vector<std::string> areas;
  std::vector<std::string> services;
  friend bool operator==(const OfficeCounter&, const OfficeCounter&) = default;
};

/// `…/office`.
struct Office {
  std::uint64_t seq = 0;
  std::string site;
  LocalText name;
  std::vector<std::string> languages;
  std::string timezone;
  std::string clock;
  std::vector<OfficeArea> areas;
  std::vector<std::string> classes;
  std::vector<OfficeService> services;
  std::vector<OfficeCounter> counters;
  friend bool operator==(const Office&, const Office&) = default;
};

}  // namespace panggil::protocol
