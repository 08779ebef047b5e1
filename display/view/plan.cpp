#include "display/view/plan.hpp"

#include <algorithm>

namespace panggil::display {

const std::vector<std::string>& zone_names() {
  static const std::vector<std::string> kNames = {"call",     "band",     "desk",    "recent",
                                                  "counters", "services", "notices", "media",
                                                  "ticker",   "clock",    "office",  "logo"};
  return kNames;
}

bool has_zone(const Box& box, Zone zone) {
  return std::find(box.zones.begin(), box.zones.end(), zone) != box.zones.end() ||
         std::any_of(box.boxes.begin(), box.boxes.end(),
                     [zone](const Box& part) { return has_zone(part, zone); });
}

bool is_as_large_as_needed(Zone zone) {
  return zone >= Zone::kTicker || zone == Zone::kNotices;
}

}  // namespace panggil::display
