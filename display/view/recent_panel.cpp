#include <algorithm>
#include <cstddef>
#include <string_view>

#include "display/view/panels.hpp"

namespace panggil::display {
namespace {
constexpr float kLeastRow = 111;
constexpr float kSmallestName = 20;
constexpr float kLeastBeside = 200;
constexpr float kNamePitch = 1.4F;
constexpr float kOver = 0.14F;  // slots overlap, as with notices
constexpr float kBetween = 8;   // ticket and counter, at least
constexpr std::size_t kFewestRows = 4;
constexpr std::size_t kMostRows = 6;

/// What tells counters apart beside their numbers, or instead of them.
struct Name {
  std::string_view part;
  std::string_view text;
  Weight weight;
  Ink ink;
};

/// On as many lines as make it largest.
void put_name(const Sheet& sheet, Rect slot, const Name& name) {
  const auto block = sheet.type.block(name.text, name.weight, slot.width, slot.height, sheet.px(kReadCap),
                                      sheet.px(kSmallestName), kNamePitch);
  const float pitch = block.cap * kNamePitch;
  Rect rest = slot.below((slot.height - pitch * static_cast<float>(block.lines.size())) / 2);
  for (const auto& line : block.lines) {
    sheet.put(name.part, line, rest.top(pitch).inset(0, -kOver * block.cap), block.cap, Align::kRight,
              name.weight, name.ink, Fill::kPanel);
    rest = rest.below(pitch);
  }
}

void put_number(const Sheet& sheet, Rect slot, const Label& counter, float cap) {
  sheet.put(part::kRecentCounter, counter.number, slot, sheet.px(cap), Align::kRight, Weight::kBold,
            Ink::kYellow, Fill::kPanel);
}

float number_width(const Sheet& sheet, const Label& counter) {
  return sheet.type.width(counter.number, Weight::kBold, sheet.px(kRecentCap));
}

/// Two counters share a number: the word that tells them apart stands beside it, or above where it has to.
void put_word_and_number(const Sheet& sheet, Rect slot, const Label& counter) {
  const Rect room = slot.left(slot.width - number_width(sheet, counter) - sheet.px(24));
  if (room.width > sheet.px(kLeastBeside)) {
    put_name(sheet, room, {part::kRecentWord, counter.word, Weight::kBook, Ink::kQuiet});
    return put_number(sheet, slot.right_of(slot.width - number_width(sheet, counter)), counter, kRecentCap);
  }
  const float upper = slot.height * 0.46F;
  sheet.put(part::kRecentWord, counter.word, slot.top(upper), std::min(sheet.px(30), upper / kLineSlot),
            Align::kRight, Weight::kBook, Ink::kQuiet, Fill::kPanel);
  put_number(sheet, slot.below(upper), counter, 56);
}

void put_counter(const Sheet& sheet, Rect slot, const Label& counter) {
  if (counter.is_name())
    return put_name(sheet, slot, {part::kRecentName, counter.number, Weight::kBold, Ink::kYellow});
  if (sheet.scene.words_matter && !counter.word.empty()) return put_word_and_number(sheet, slot, counter);
  put_number(sheet, slot, counter, kRecentCap);
}

float counter_width(const Sheet& sheet, const Label& counter) {
  if (counter.is_name()) return sheet.type.width(counter.number, Weight::kBold, sheet.px(kReadCap));
  const float number = number_width(sheet, counter);
  if (!sheet.scene.words_matter) return number;
  return number + sheet.px(24) + sheet.type.width(counter.word, Weight::kBook, sheet.px(kReadCap));
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
