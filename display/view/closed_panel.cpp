// What people read in front of an office that is closed.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "display/view/panels.hpp"

namespace panggil::display {
namespace {
constexpr float kClosedCap = 222;  // as large as a called ticket
constexpr float kOpensCap = 96;
constexpr float kPlaceCap = 84;
constexpr float kAreaCap = 56;
constexpr float kApart = 40;
constexpr float kPitch = 1.5F;
constexpr float kHanging = 1.7F;  // a slot, with what hangs below the line
constexpr float kStanding = 1.12F;

struct Line {
  std::string_view part;
  std::string text;
  float cap;
  Ink ink;
  float slot;  ///< of its cap height
};

std::string day_of(const Opening& opens, const Catalogue& words) {
  if (opens.days_off <= 0) return words.text("display.opens_today");
  if (opens.days_off == 1) return words.text("display.opens_tomorrow");
  const auto day = opens.days_off < 7 ? weekday_in_words(opens.day, words) : date_in_words(opens.day, words);
  return words.text("display.opens_on", {{"day", day}});
}

std::vector<Line> lines_of(const Sheet& sheet, float width) {
  const auto fitted = [&](std::string_view part, std::string text, float cap, Ink ink, float slot) {
    const float fitting = sheet.type.fitting_cap(text, Weight::kBold, sheet.px(cap), width);
    return Line{part, std::move(text), fitting, ink, slot};
  };
  std::vector<Line> lines = {
      fitted(part::kMessage, sheet.words.text("display.closed"), kClosedCap, Ink::kWhite, kHanging)};
  if (!sheet.scene.opens) return lines;
  const auto& opens = *sheet.scene.opens;
  lines.push_back(fitted(part::kOpens, day_of(opens, sheet.words), kOpensCap, Ink::kYellow, kHanging));
  lines.push_back(fitted(part::kOpensTime, written(sheet, opens.time), kClosedCap, Ink::kYellow, kStanding));
  return lines;
}
}  // namespace

void lay_closed(const Sheet& sheet, Rect body, Fill on) {
  auto lines = lines_of(sheet, body.width);
  const float apart = sheet.px(kApart) * static_cast<float>(lines.size() - 1);
  float high = 0;
  for (const auto& line : lines) high += line.cap * line.slot;
  const float scale = std::min(1.0F, std::max(body.height - apart, 0.0F) / high);
  Rect rest = body.below(std::max(body.height - high * scale - apart, 0.0F) / 2);
  for (auto& line : lines) {
    const float slot = line.cap * line.slot * scale;
    sheet.put(line.part, std::move(line.text), rest.top(slot), line.cap * scale, Align::kCentre,
              Weight::kBold, line.ink, on);
    rest = rest.below(slot + sheet.px(kApart));
  }
}

void lay_place(const Sheet& sheet, Rect rect) {
  sheet.panel(Fill::kPanel, rect, sheet.px(kRadius));
  const Rect inner = rect.inset(sheet.px(kPaddingX), sheet.px(kPaddingY));
  const float area = sheet.scene.area.empty() ? 0 : sheet.px(kAreaCap * kHanging);
  const auto block =
      sheet.type.block(sheet.scene.office, Weight::kBold, inner.width, std::max(inner.height - area, 0.0F),
                       sheet.px(kPlaceCap), sheet.px(kReadCap), kPitch);
  const float pitch = block.cap * kPitch;
  const float over = (kHanging - kPitch) / 2 * block.cap;  // slots overlap, as with notices
  Rect rest = inner.below((inner.height - area - pitch * static_cast<float>(block.lines.size())) / 2);
  for (const auto& line : block.lines) {
    sheet.put(part::kPlace, line, rest.top(pitch).inset(0, -over), block.cap, Align::kCentre, Weight::kBold,
              Ink::kWhite, Fill::kPanel);
    rest = rest.below(pitch);
  }
  if (area > 0)
    sheet.put(part::kPlace, sheet.scene.area, rest.top(area), sheet.px(kAreaCap), Align::kCentre,
              Weight::kBook, Ink::kQuiet, Fill::kPanel);
}

}  // namespace panggil::display
