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

void lay_side_by_side(const Sheet& sheet, Rect safe, Size size) {
  const float width = std::ceil(kLiveShare * size.width * size.height / safe.height);
  lay_live_panel(sheet, safe.left(width));
  const Rect side = safe.right_of(width + sheet.px(kGap));
  const float gap = sheet.px(kGap);
  const float services =
      lay_services(sheet, side.below(least_recent_size(sheet).height + gap), Height::kAsNeeded);
  lay_recent_calls(sheet, side.top(side.height - (services > 0 ? services + gap : 0)));
}

void lay_one_above_the_other(const Sheet& sheet, Rect safe, Size size) {
  const float height = std::ceil(kLiveShare * size.width * size.height / safe.width);
  lay_live_panel(sheet, safe.top(height));
  const float gap = sheet.px(kGap);
  const Rect lower = safe.below(height + gap);
  if (sheet.scene.services.empty()) return lay_recent_calls(sheet, lower);
  const float width = std::ceil(least_recent_size(sheet).width);
  lay_recent_calls(sheet, lower.left(width));
  lay_services(sheet, lower.right_of(width + gap), Height::kWhole);
}
}  // namespace

void Sheet::put(Part part, std::string text, Rect slot, float cap, Align align, Weight weight, Ink ink,
                Fill on) const {
  const float fitting = type.fitting_cap(text, weight, cap, slot.width);
  out.texts.push_back({part, std::move(text), slot, fitting, align, weight, ink, on});
}

void Sheet::put_shortened(Part part, std::string text, Rect slot, float cap, float least, Align align,
                          Weight weight, Ink ink, Fill on) const {
  text = type.shortened(text, weight, least, slot.width);
  put(part, std::move(text), slot, cap, align, weight, ink, on);
}

void Sheet::separate(Rect inner, float y) const {
  const float height = std::max(1.0F, px(2));
  mark(Shape::kLine, {inner.x, y - height / 2, inner.width, height}, Ink::kLine);
}

float unit(Size size) {
  return upright(size) ? std::min(size.width / 1080, size.height / 1920)
                       : std::min(size.width / 1920, size.height / 1080);
}

Layout layout(const Scene& scene, Size size, const Typesetter& type, const Catalogue& words) {
  Layout out;
  out.size = size;
  out.panels.push_back({Fill::kScreen, {0, 0, size.width, size.height}, 0});
  const Sheet sheet{scene, type, words, unit(size), out};
  const Rect safe = Rect{0, 0, size.width, size.height}.inset(std::ceil(kTitleSafe * size.width),
                                                              std::ceil(kTitleSafe * size.height));
  if (upright(size)) {
    lay_one_above_the_other(sheet, safe, size);
  } else {
    lay_side_by_side(sheet, safe, size);
  }
  return out;
}

}  // namespace panggil::display
