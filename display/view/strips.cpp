// The smaller zones: pictures, running text, clock, name and logo.
#include <algorithm>
#include <cmath>

#include "display/view/panels.hpp"

namespace panggil::display {
namespace {
constexpr float kClockCap = 66;
constexpr float kOfficePitch = 1.5F;  // slots overlap, as with notices
constexpr float kFade = 40;           // about a letter
constexpr float kBesideRibbon = 20;
constexpr float kGapBehind = 240;  // between the end of the running text and its beginning

/// The largest rectangle of these proportions in the middle of `room`.
Rect contained(const drawing::Pixels& pixels, Rect room) {
  const auto width = static_cast<float>(pixels.width);
  const auto height = static_cast<float>(pixels.height);
  const float scale = std::min(room.width / width, room.height / height);
  const float wide = std::round(width * scale);
  const float high = std::round(height * scale);
  return {std::round(room.x + (room.width - wide) / 2), std::round(room.y + (room.height - high) / 2), wide,
          high};
}

/// Empty while the data is fresh.
std::string said_of_link(const Sheet& sheet) {
  if (sheet.scene.link == LinkState::kLost) return sheet.words.text("display.follow_staff");
  const bool is_old = sheet.scene.link == LinkState::kStale && !sheet.scene.last_data.empty();
  return is_old ? age_of_data(sheet) : std::string();
}

/// Those that are in it: what runs over them needs no other part of the picture.
Rect whole_pixels(Rect rect) {
  const float x = std::ceil(rect.x);
  const float y = std::ceil(rect.y);
  return {x, y, std::floor(rect.right()) - x, std::floor(rect.bottom()) - y};
}
}  // namespace

void lay_media(const Sheet& sheet, Rect rect) {
  sheet.panel(Fill::kPanel, rect, sheet.px(kRadius));
  sheet.made.media = rect;
  const auto& media = sheet.extras.media;
  if (media)
    sheet.made.pictures.push_back({media, contained(*media, rect.inset(sheet.px(10), sheet.px(10)))});
}

void lay_ticker(const Sheet& sheet, Rect rect) {
  sheet.panel(Fill::kPanel, rect, sheet.px(kRadius));
  const float cap = sheet.px(kReadCap);
  const float width = sheet.type.width(sheet.extras.ticker, Weight::kBook, cap);
  sheet.made.ribbon = {
      .text = sheet.extras.ticker,
      .rect = whole_pixels(rect.inset(sheet.px(kBesideRibbon), (rect.height - kLineSlot * cap) / 2)),
      .cap = cap,
      .length = std::ceil(std::max(width, rect.width) + sheet.px(kGapBehind)),
      .weight = Weight::kBook,
      .ink = Ink::kWhite,
      .on = Fill::kPanel,
      .fade = std::round(sheet.px(kFade))};
}

float clock_width(const Sheet& sheet) {
  return sheet.type.width(written(sheet, "00:00"), Weight::kBold, sheet.px(kClockCap)) +
         sheet.px(2 * kPaddingX + 24);
}

void lay_clock(const Sheet& sheet, Rect rect) {
  sheet.panel(Fill::kPanel, rect, sheet.px(kRadius));
  const Rect inner = rect.inset(sheet.px(kPaddingX), 0);
  if (const auto said = said_of_link(sheet); !said.empty() && !sheet.age_is_elsewhere) {
    sheet.panel(Fill::kBadge, rect, sheet.px(kRadius));
    return sheet.put(part::kLink, said, inner, sheet.px(kReadCap), Align::kCentre, Weight::kBold, Ink::kDark,
                     Fill::kBadge);
  }
  sheet.put(part::kClock, written(sheet, sheet.scene.clock), inner, sheet.px(kClockCap), Align::kCentre,
            Weight::kBold, Ink::kWhite, Fill::kPanel);
}

void lay_office(const Sheet& sheet, Rect rect) {
  const auto& scene = sheet.scene;
  const auto age = said_of_link(sheet);
  const auto name = scene.office.empty() ? sheet.words.text("display.connecting") : scene.office;
  const Fill fill = age.empty() ? Fill::kPanel : Fill::kBadge;
  sheet.panel(fill, rect, sheet.px(kRadius));
  const Rect inner = rect.inset(sheet.px(kPaddingX), 0);
  const auto block =
      sheet.type.block(age.empty() ? name : age, Weight::kBold, inner.width, rect.height - sheet.px(8),
                       sheet.px(kReadCap), sheet.px(28), kOfficePitch);
  const float pitch = block.cap * kOfficePitch;
  const float over = (kLineSlot - kOfficePitch) / 2 * block.cap;
  Rect rest = inner.below((inner.height - pitch * static_cast<float>(block.lines.size())) / 2);
  for (const auto& line : block.lines) {
    sheet.put(age.empty() ? part::kOffice : part::kLink, line, rest.top(pitch).inset(0, -over), block.cap,
              Align::kLeft, Weight::kBold, age.empty() ? Ink::kQuiet : Ink::kDark, fill);
    rest = rest.below(pitch);
  }
}

float logo_width(const Sheet& sheet) {
  const auto& logo = *sheet.extras.logo;
  const float height = sheet.px(kStripHeight);
  return std::min(height * static_cast<float>(logo.width) / static_cast<float>(logo.height), 3 * height);
}

void lay_logo(const Sheet& sheet, Rect rect) {
  sheet.made.pictures.push_back({sheet.extras.logo, contained(*sheet.extras.logo, rect)});
}

}  // namespace panggil::display
