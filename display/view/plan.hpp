/// \file
/// A layout as the office has drawn it up: which zones there are and how they share the picture.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace panggil::display {

enum class Zone {
  kCall,      ///< the live call, and what is said instead of one
  kBand,      ///< the same, there only while it is called
  kDesk,      ///< one counter and whom it serves
  kRecent,    ///< what was called before
  kCounters,  ///< those that are open, and whom they serve
  kServices,  ///< how many wait, and how long
  kNotices,
  kMedia,
  kTicker,
  kClock,
  kOffice,  ///< whose screen this is, or how old its data is
  kLogo,
};

/// What `zone:` may say, in the order of Zone.
const std::vector<std::string>& zone_names();

/// A part of the picture: a place for one zone, or for several that take turns, or a row or column of parts.
struct Box {
  enum class Kind { kZones, kRows, kColumns };
  Kind kind = Kind::kZones;
  std::vector<Zone> zones;
  std::vector<Box> boxes;
  float share = 0;  ///< of what is free, beside the shares of its neighbours; 0: what it needs
  friend bool operator==(const Box&, const Box&) = default;
};

struct Plan {
  std::string name;
  Box landscape;
  Box portrait;
  friend bool operator==(const Plan&, const Plan&) = default;
};

bool has_zone(const Box& box, Zone zone);
/// True for zones that know themselves how much room they need.
bool is_as_large_as_needed(Zone zone);

}  // namespace panggil::display
