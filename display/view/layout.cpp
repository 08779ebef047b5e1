#include "display/view/layout.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "display/view/panels.hpp"

namespace panggil::display {
namespace {
constexpr float kTitleSafe = 0.025F;  // televisions cut off their picture's edges
constexpr float kLiveShare = 0.552F;  // of the whole area; 0.55 is demanded
constexpr float kGap = 20;

bool upright(Size size) {
  return size.height > size.width;
}

/// The panel of the live call.
Rect lay_side_by_side(const Sheet& sheet, Rect safe, Size size) {
  const float width = std::ceil(kLiveShare * size.width * size.height / safe.height);
  const Rect live = safe.left(width);
  lay_live_panel(sheet, live);
  const Rect side = safe.right_of(width + sheet.px(kGap));
  const float gap = sheet.px(kGap);
  const float services =
      lay_services(sheet, side.below(least_recent_size(sheet).height + gap), Height::kAsNeeded);
  lay_recent_calls(sheet, side.top(side.height - (services > 0 ? services + gap : 0)));
  return live;
}

/// As above.
Rect lay_one_above_the_other(const Sheet& sheet, Rect safe, Size size) {
  const float height = std::ceil(kLiveShare * size.width * size.height / safe.width);
  const Rect live = safe.top(height);
  lay_live_panel(sheet, live);
  const float gap = sheet.px(kGap);
  const Rect lower = safe.below(height + gap);
  if (sheet.scene.services.empty()) {
    lay_recent_calls(sheet, lower);
    return live;
  }
  const float width = std::ceil(least_recent_size(sheet).width);
  lay_recent_calls(sheet, lower.left(width));
  lay_services(sheet, lower.right_of(width + gap), Height::kWhole);
  return live;
}
}  // namespace

float unit(Size size) {
  return upright(size) ? std::min(size.width / 1080, size.height / 1920)
                       : std::min(size.width / 1920, size.height / 1080);
}

drawing::Design design() {
  // The live call, the list, the clock, what is read, what is small.
  return {unit, {.bold = {230, kRecentCap, 60, kReadCap}, .book = {52, 40}, .tickets = {230, kRecentCap}}};
}

Layout layout(const Scene& scene, Size size, const Typesetter& type, const Catalogue& words) {
  Layout out;
  out.size = size;
  out.panels.push_back({Fill::kScreen, {0, 0, size.width, size.height}, 0});
  const Sheet sheet{{type, unit(size), out}, scene, words};
  const Rect safe = Rect{0, 0, size.width, size.height}.inset(std::ceil(kTitleSafe * size.width),
                                                              std::ceil(kTitleSafe * size.height));
  out.live = upright(size) ? lay_one_above_the_other(sheet, safe, size) : lay_side_by_side(sheet, safe, size);
  return out;
}

}  // namespace panggil::display
