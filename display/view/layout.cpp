#include "display/view/layout.hpp"

#include <algorithm>
#include <cmath>

#include "display/model/orbit.hpp"
#include "display/view/arrangement.hpp"

namespace panggil::display {
namespace {
constexpr float kTitleSafe = 0.025F;  // televisions cut off their picture's edges

bool upright(Size size) {
  return size.height > size.width;
}

/// What is seen on every television, wherever the orbit is.
Rect safe_part(Size size) {
  const float orbit = unit(size) * kOrbitRadius;
  return Rect{0, 0, size.width, size.height}.inset(std::ceil(kTitleSafe * size.width + orbit),
                                                   std::ceil(kTitleSafe * size.height + orbit));
}
/// A band is there for as long as somebody is called; then its call is a recent one like the others.
bool has_left_its_band(const Scene& scene, const Box& plan) {
  return scene.live && !scene.calling && !has_zone(plan, Zone::kCall) && !has_zone(plan, Zone::kDesk);
}

/// With all calls in the list that are nowhere else.
Scene listed(Scene scene, const Box& plan) {
  if (has_left_its_band(scene, plan)) scene.recent.insert(scene.recent.begin(), *scene.live);
  return scene;
}
}  // namespace

float unit(Size size) {
  return upright(size) ? std::min(size.width / 1080, size.height / 1920)
                       : std::min(size.width / 1920, size.height / 1080);
}

drawing::Design design() {
  // The live call, an emergency, the list, the clock, what is read, what is small.
  return {unit,
          {.bold = {230, 140, kRecentCap, 60, kReadCap}, .book = {52, 40}, .tickets = {230, kRecentCap}}};
}

Layout layout(const Scene& scene, Size size, const Means& means) {
  const auto& plan = upright(size) ? means.plan.portrait : means.plan.landscape;
  const Scene with_all = listed(scene, plan);
  Layout out;
  out.size = size;
  if (scene.dark) return out;
  const auto shift = orbit_at(scene.orbit);
  // Whole pixels, so that nothing is blurred.
  out.shift_x = std::round(static_cast<float>(shift.x) * unit(size));
  out.shift_y = std::round(static_cast<float>(shift.y) * unit(size));
  out.panels.push_back({Fill::kScreen, {0, 0, size.width, size.height}, 0});
  const Sheet sheet{{means.type, unit(size), out},
                    with_all,
                    means.words,
                    means.extras,
                    out,
                    has_zone(plan, Zone::kClock),
                    has_zone(plan, Zone::kOffice),
                    has_zone(plan, Zone::kCall)};
  if (scene.stage == Stage::kEmergency) {
    lay_emergency(sheet, safe_part(size));
  } else {
    arrange(sheet, plan, safe_part(size));
  }
  return out;
}

}  // namespace panggil::display
