#include "kiosk/view/layout.hpp"

#include <algorithm>
#include <cmath>

#include "kiosk/view/panels.hpp"

namespace panggil::kiosk {
namespace {
constexpr float kMargin = 48;
constexpr float kHead = 96;
constexpr float kUprightHead = 136;
constexpr float kTitle = 132;

void lay_title(const Sheet& sheet, Rect room) {
  const auto& [title, detail] = sheet.scene.title;
  const float upper = room.height * 0.56F;
  put_lines(sheet, room.top(upper),
            {part::kTitle, title, Weight::kBold, kTitleCap, Align::kLeft, Ink::kDark, Fill::kDay}, 1);
  put_lines(sheet, room.below(upper),
            {part::kDetail, detail, Weight::kBook, kReadCap, Align::kLeft, Ink::kSoft, Fill::kDay}, 1);
}

void lay_choice(const Sheet& sheet, Rect room) {
  const float gap = sheet.px(kGap);
  lay_title(sheet, room.top(sheet.px(kTitle)));
  room = room.below(sheet.px(kTitle) + gap);
  if (const float foot = foot_height(sheet); foot > 0) {
    lay_foot(sheet, room.below(room.height - foot));
    room = room.top(room.height - foot - gap);
  }
  if (sheet.scene.notice) {
    const float notice = notice_height(sheet, room.width);
    lay_notice(sheet, room.below(room.height - notice));
    room = room.top(room.height - notice - gap);
  }
  lay_tiles(sheet, room);
}

void lay_page(const Sheet& sheet, Rect room) {
  switch (sheet.scene.page) {
    case Page::kStart:
    case Page::kAsking:
      return lay_choice(sheet, room);
    case Page::kNumber:
      return lay_number(sheet, room);
    case Page::kRefused:
    case Page::kUnsure:
    case Page::kOffline:
      return lay_message(sheet, room);
  }
}
}  // namespace

float unit(Size size) {
  const float narrow = std::min(size.width, size.height);
  const float wide = std::max(size.width, size.height);
  return std::min(narrow / 1080, wide / 1920);
}

Screen screen_of(Size size, double inches) {
  constexpr double kMmPerInch = 25.4;
  const auto diagonal = static_cast<double>(std::hypot(size.width, size.height));
  return {size, inches > 0 ? static_cast<float>(diagonal / (inches * kMmPerInch)) : 0};
}

drawing::Design design() {
  return {unit,
          {.bold = {kNumberCap, kHugeCap, kTitleCap, kNameCap, kReadCap},
           .book = {kTitleCap, kReadCap, kSmallCap},
           .tickets = {kNumberCap}}};
}

Layout layout(const Scene& scene, const Screen& screen, const drawing::Typesetter& type) {
  Layout out;
  out.size = screen.size;
  // A little larger than the screen: panels have soft edges.
  out.panels.push_back({Fill::kDay, {-2, -2, screen.size.width + 4, screen.size.height + 4}, 0});
  const Sheet sheet{{type, unit(screen.size), out}, scene, screen, out.targets};
  const float margin = std::ceil(sheet.px(kMargin));
  const Rect room = Rect{0, 0, screen.size.width, screen.size.height}.inset(margin, margin * 0.75F);
  // Upright there is less room beside the languages, and the date needs two lines.
  const float designed = screen.size.height > screen.size.width ? kUprightHead : kHead;
  const float head = scene.languages.empty() ? sheet.px(designed) : sheet.target(designed);
  lay_head(sheet, room.top(head));
  lay_page(sheet, room.below(head + sheet.px(kGap)));
  return out;
}

std::optional<float> smallest_target_mm(const Layout& layout, const Screen& screen) {
  if (layout.targets.empty() || screen.px_per_mm <= 0) return std::nullopt;
  float least = std::max(screen.size.width, screen.size.height);
  for (const auto& target : layout.targets) least = std::min({least, target.rect.width, target.rect.height});
  return least / screen.px_per_mm;
}

}  // namespace panggil::kiosk
