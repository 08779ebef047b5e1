#include "display/view/arrangement.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace panggil::display {
namespace {
constexpr float kLeastRoomForOffice = 4 * kStripHeight;

bool has_something(const Sheet& sheet, Zone zone) {
  const auto& scene = sheet.scene;
  switch (zone) {
    case Zone::kBand:
      return scene.calling && scene.live;
    case Zone::kCounters:
      return !scene.counters.empty();
    case Zone::kServices:
      return !scene.services.empty() || (scene.closed && !sheet.closed_is_elsewhere);
    case Zone::kNotices:
      return !scene.notices.empty();
    case Zone::kMedia:
      return sheet.extras.media != nullptr;
    case Zone::kTicker:
      return !sheet.extras.ticker.empty();
    case Zone::kLogo:
      return sheet.extras.logo != nullptr;
    case Zone::kCall:
    case Zone::kDesk:
    case Zone::kRecent:
    case Zone::kClock:
    case Zone::kOffice:
      break;
  }
  return true;
}

bool has_something(const Sheet& sheet, const Box& box) {
  if (box.kind == Box::Kind::kZones)
    return std::any_of(box.zones.begin(), box.zones.end(),
                       [&](Zone zone) { return has_something(sheet, zone); });
  return std::any_of(box.boxes.begin(), box.boxes.end(),
                     [&](const Box& part) { return has_something(sheet, part); });
}

void lay_zone(const Sheet& sheet, Zone zone, Rect rect, std::size_t page) {
  switch (zone) {
    case Zone::kCall:
      return lay_live_panel(sheet, rect);
    case Zone::kBand:
      return lay_band(sheet, rect);
    case Zone::kDesk:
      return lay_desk(sheet, rect);
    case Zone::kRecent:
      return lay_recent_calls(sheet, rect);
    case Zone::kCounters:
      return lay_counters(sheet, rect);
    case Zone::kServices:
      return lay_services(sheet, rect, page);
    case Zone::kNotices:
      return lay_notice(sheet, rect, page);
    case Zone::kMedia:
      return lay_media(sheet, rect);
    case Zone::kTicker:
      return lay_ticker(sheet, rect);
    case Zone::kClock:
      return lay_clock(sheet, rect);
    case Zone::kOffice:
      return lay_office(sheet, rect);
    case Zone::kLogo:
      return lay_logo(sheet, rect);
  }
}

/// A warning has the place alone; information goes before pictures, and takes turns with the rest.
std::vector<Zone> candidates(const Sheet& sheet, const Box& box) {
  std::vector<Zone> zones;
  std::copy_if(box.zones.begin(), box.zones.end(), std::back_inserter(zones),
               [&](Zone zone) { return has_something(sheet, zone); });
  // An empty list is told of where it stands alone, and otherwise left out.
  const bool no_calls = sheet.scene.recent.empty();
  if (zones.size() > 1 && no_calls) std::erase(zones, Zone::kRecent);
  const bool with_notices = std::find(zones.begin(), zones.end(), Zone::kNotices) != zones.end();
  if (with_notices && sheet.scene.notices.front().level == Level::kWarning) return {Zone::kNotices};
  if (with_notices) std::erase(zones, Zone::kMedia);
  return zones;
}

std::size_t pages(const Sheet& sheet, Zone zone, Rect rect) {
  if (zone == Zone::kServices) return service_pages(sheet, rect);
  if (zone == Zone::kNotices) return notice_pages(sheet, rect);
  return 1;
}

/// Every page of every zone has its turn.
void lay_zones(const Sheet& sheet, const Box& box, Rect rect) {
  std::vector<std::pair<Zone, std::size_t>> turns;
  for (const auto zone : candidates(sheet, box))
    for (std::size_t page = 0; page < pages(sheet, zone, rect); ++page) turns.emplace_back(zone, page);
  if (turns.empty()) return;
  if (turns.size() > 1) sheet.made.takes_turns = true;
  const auto [zone, page] = turns[sheet.extras.turn % turns.size()];
  lay_zone(sheet, zone, rect, page);
}

bool is_crowded(const Sheet& sheet, Rect rect) {
  return rect.height < sheet.px(kLeastRoomForOffice);
}

/// What it takes along the row or column that it stands in, if it has no share of that.
float need(const Sheet& sheet, const Box& box, Rect rect, bool down) {
  if (box.kind != Box::Kind::kZones) {
    float most = 0;
    for (const auto& part : box.boxes)
      if (has_something(sheet, part)) most = std::max(most, need(sheet, part, rect, down));
    return most;
  }
  const Zone zone = box.zones.front();
  if (zone == Zone::kNotices)
    return down ? std::min(notice_height(sheet, rect.width), rect.height / 2) : rect.width / 3;
  if (zone == Zone::kTicker) return sheet.px(kTickerHeight);
  if (zone == Zone::kClock) return down ? sheet.px(kClockHeight) : clock_width(sheet);
  // What people are asked to do is as large as what they read.
  if (zone == Zone::kOffice && down && is_crowded(sheet, rect)) return sheet.px(kClockHeight);
  if (zone == Zone::kOffice && down && sheet.scene.link == LinkState::kLost)
    return sheet.px(1.5F * kStripHeight);
  if (down) return sheet.px(kStripHeight);
  return zone == Zone::kLogo ? logo_width(sheet) : rect.width / 3;
}

/// Lengths of the parts along the row or column, in whole pixels.
std::vector<float> lengths(const Sheet& sheet, const std::vector<const Box*>& parts, Rect rect, bool down) {
  std::vector<float> result;
  float shares = 0;
  float left = (down ? rect.height : rect.width) - sheet.px(kGap) * static_cast<float>(parts.size() - 1);
  for (const auto* part : parts) {
    shares += part->share;
    result.push_back(part->share > 0 ? 0 : std::round(need(sheet, *part, rect, down)));
    left -= result.back();
  }
  for (std::size_t index = 0; index < parts.size(); ++index)
    if (parts[index]->share > 0) result[index] = std::max(left, 0.0F) * parts[index]->share / shares;
  return result;
}

/// Whose screen this is nobody needs to read while a call takes the room; how old its data is they do, rather
/// than the time.
bool gives_way(const Sheet& sheet, const Box& part, Rect rect) {
  if (part.kind != Box::Kind::kZones || !is_crowded(sheet, rect) || !sheet.age_is_elsewhere) return false;
  return part.zones.front() == (sheet.scene.link == LinkState::kFresh ? Zone::kOffice : Zone::kClock);
}

void arrange_parts(const Sheet& sheet, const Box& box, Rect rect) {
  const bool down = box.kind == Box::Kind::kRows;
  std::vector<const Box*> parts;
  for (const auto& part : box.boxes)
    if (has_something(sheet, part) && !(down && gives_way(sheet, part, rect))) parts.push_back(&part);
  if (parts.empty()) return;
  const auto along = lengths(sheet, parts, rect, down);
  for (std::size_t index = 0; index < parts.size(); ++index) {
    arrange(sheet, *parts[index], down ? rect.top(along[index]) : rect.left(along[index]));
    const float step = along[index] + sheet.px(kGap);
    rect = down ? rect.below(step) : rect.right_of(step);
  }
}
}  // namespace

void arrange(const Sheet& sheet, const Box& box, Rect rect) {
  if (box.kind == Box::Kind::kZones) return lay_zones(sheet, box, rect);
  arrange_parts(sheet, box, rect);
}

}  // namespace panggil::display
