#include <algorithm>
#include <cstddef>

#include "display/view/panels.hpp"

namespace panggil::display {
namespace {
constexpr float kLeastRow = 126;
constexpr float kBetween = 8;  // ticket and counter, at least
constexpr std::size_t kFewestRows = 4;
constexpr std::size_t kMostRows = 6;

/// Where two counters share a number, the word that tells them apart stands above it.
void put_counter(const Sheet& sheet, Rect slot, const Label& counter) {
  if (!sheet.scene.words_matter || counter.word.empty())
    return sheet.put(part::kRecentCounter, counter.number, slot, sheet.px(kRecentCap), Align::kRight,
                     Weight::kBold, Ink::kYellow, Fill::kPanel);
  const float upper = slot.height * 0.42F;
  sheet.put(part::kRecentWord, counter.word, slot.top(upper).below(slot.height * 0.08F), sheet.px(30),
            Align::kRight, Weight::kBook, Ink::kQuiet, Fill::kPanel);
  sheet.put(part::kRecentCounter, counter.number, slot.below(upper), sheet.px(56), Align::kRight,
            Weight::kBold, Ink::kYellow, Fill::kPanel);
}

float counter_width(const Sheet& sheet, const Label& counter) {
  const float number = sheet.type.width(counter.number, Weight::kBold, sheet.px(kRecentCap));
  if (!sheet.scene.words_matter) return number;
  return std::max(number, sheet.type.width(counter.word, Weight::kBook, sheet.px(30)));
}

/// In one column where the numbers leave room for it.
void lay_chevron(const Sheet& sheet, Rect row, float from, float to) {
  const float size = sheet.px(36);
  const float space = sheet.px(24);
  const float column =
      row.right() - sheet.type.width("00", Weight::kBold, sheet.px(kRecentCap)) - space - size;
  if (column < from + space || column + size + space > to) return;
  sheet.mark(Shape::kChevron, {column, row.y + (row.height - size) / 2, size, size}, Ink::kQuiet);
}

void lay_row(const Sheet& sheet, Rect row, const CalledTicket& call) {
  const float cap = sheet.px(kRecentCap);
  const float ticket = std::min(sheet.type.width(call.ticket, Weight::kBold, cap), row.width * 0.8F);
  const float counter = std::min(counter_width(sheet, call.counter), row.width - ticket - sheet.px(kBetween));
  sheet.put(part::kRecentTicket, call.ticket, row.left(ticket), cap, Align::kLeft, Weight::kBold, Ink::kWhite,
            Fill::kPanel);
  put_counter(sheet, row.right_of(row.width - counter), call.counter);
  lay_chevron(sheet, row, row.x + ticket, row.right() - counter);
}
}  // namespace

Size least_recent_size(const Sheet& sheet) {
  const float cap = sheet.px(kRecentCap);
  const float width = sheet.type.width(kLongestTicket, Weight::kBold, cap) + sheet.px(kBetween) +
                      sheet.type.width("00", Weight::kBold, cap);
  return {width + 2 * sheet.px(kPaddingX), sheet.px(kLeastRow * kFewestRows + 2 * kPaddingY)};
}

void lay_recent_calls(const Sheet& sheet, Rect rect) {
  sheet.panel(Fill::kPanel, rect, sheet.px(kRadius));
  const Rect inner = rect.inset(sheet.px(kPaddingX), sheet.px(kPaddingY));
  if (sheet.scene.recent.empty() && !sheet.scene.live && sheet.scene.link == LinkState::kFresh)
    return sheet.put(part::kNoCalls, sheet.words.text("display.no_calls_yet"), inner, sheet.px(kReadCap),
                     Align::kCentre, Weight::kBook, Ink::kQuiet, Fill::kPanel);
  const auto fitting = static_cast<std::size_t>(std::max(inner.height / sheet.px(kLeastRow), 1.0F));
  const std::size_t rows = std::min(fitting, kMostRows);
  const float height = inner.height / static_cast<float>(rows);
  for (std::size_t index = 0; index < rows; ++index) {
    const float y = inner.y + height * static_cast<float>(index);
    if (index < sheet.scene.recent.size())
      lay_row(sheet, {inner.x, y, inner.width, height}, sheet.scene.recent[index]);
  }
}

}  // namespace panggil::display
