#include <algorithm>
#include <cstddef>

#include "display/view/panels.hpp"

namespace panggil::display {
namespace {
constexpr float kMostCap = 72;
constexpr float kLeastCap = 36;
constexpr float kPitch = 1.55F;
constexpr float kOver =
    0.07F;  // slots overlap: what hangs below a line may stand beside what rises from the next
constexpr float kIcon = 84;
constexpr float kIconSpace = 28;
constexpr float kPadding = 30;

/// The one whose turn it is, of those that matter most.
const NoticeText& present(const Sheet& sheet) {
  const auto& all = sheet.scene.notices;
  const auto of_highest = std::count_if(
      all.begin(), all.end(), [&](const NoticeText& notice) { return notice.level == all.front().level; });
  if (of_highest > 1) sheet.made.takes_turns = true;
  return all[sheet.extras.turn % static_cast<std::size_t>(of_highest)];
}

/// The icon stands beside the text, or above it where there is little room beside it.
bool is_narrow(const Sheet& sheet, Rect rect) {
  return rect.width < sheet.px(480);
}
}  // namespace

float notice_height(const Sheet& sheet, float width) {
  const float room = width - sheet.px(2 * kPadding + kIcon + kIconSpace);
  const auto lines =
      sheet.type.wrapped(present(sheet).text, Weight::kBold, sheet.px(kReadCap), room, 6).size();
  return sheet.px(std::max(static_cast<float>(lines) * kReadCap * kPitch, kIcon) + 2 * kPadding * 0.8F);
}

void lay_notice(const Sheet& sheet, Rect rect) {
  const auto& notice = present(sheet);
  const bool warns = notice.level == Level::kWarning;
  const Fill fill = warns ? Fill::kBadge : Fill::kPanel;
  sheet.panel(fill, rect, sheet.px(kRadius));
  Rect inner = rect.inset(sheet.px(kPadding), sheet.px(kPadding * 0.7F));
  const float icon = sheet.px(kIcon);
  const bool above = is_narrow(sheet, rect);
  const Rect place = above ? Rect{inner.x, inner.y, icon, icon}
                           : Rect{inner.x, inner.y + (inner.height - icon) / 2, icon, icon};
  sheet.mark(warns ? Shape::kWarning : Shape::kInformation, place, warns ? Ink::kDark : Ink::kQuiet);
  inner = above ? inner.below(icon + sheet.px(12)) : inner.right_of(icon + sheet.px(kIconSpace));
  const auto block = sheet.type.block(notice.text, Weight::kBold, inner.width, inner.height,
                                      sheet.px(kMostCap), sheet.px(kLeastCap), kPitch);
  const float pitch = block.cap * kPitch;
  Rect rest = inner.below((inner.height - pitch * static_cast<float>(block.lines.size())) / 2);
  for (const auto& line : block.lines) {
    sheet.put(part::kNotice, line, rest.top(pitch).inset(0, -kOver * block.cap), block.cap, Align::kLeft,
              Weight::kBold, warns ? Ink::kDark : Ink::kWhite, fill);
    rest = rest.below(pitch);
  }
}

}  // namespace panggil::display
