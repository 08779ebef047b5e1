#include <array>
#include <string_view>

#include "counter-client/view/panels.hpp"

namespace panggil::counter {
namespace {
constexpr float kEntryHeight = 34;
constexpr float kLastRow = 40;
constexpr float kBackShare = 0.305F;  // of the last row
constexpr float kSpaceShare = 0.2F;

/// As on a keyboard, which everybody here knows; the last key takes away what was typed last.
constexpr std::array<std::string_view, 3> kLetters = {"QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM.\b"};
constexpr float kAcross = 10;  // keys of the longest row

void put_entry(const Sheet& sheet, Rect field, const std::string& text) {
  sheet.panel(Fill::kPanel, field, sheet.px(kRadius));
  const Rect inner = field.inset(sheet.px(kPadding), 0);
  sheet.put_shortened(part::kEntry, text, inner, sheet.px(kLargeCap), sheet.px(kSmallCap), Align::kLeft,
                      Weight::kBold, Ink::kWhite, Fill::kPanel);
  // Where the next letter comes.
  const auto& written = sheet.out.texts.back();
  const float end = text.empty() ? 0 : sheet.type.width(written.text, Weight::kBold, written.cap);
  sheet.mark(Shape::kLine,
             {inner.x + end + sheet.px(3), inner.y + inner.height * 0.22F, sheet.px(2), inner.height * 0.56F},
             Ink::kYellow);
}

void put_letter(const Sheet& sheet, Rect rect, Key letter, const std::string& label) {
  sheet.panel(Fill::kButton, rect, sheet.px(kRadius / 2));
  sheet.put(part::kLetter, label, rect, sheet.px(kReadCap), Align::kCentre, Weight::kBook, Ink::kWhite,
            Fill::kButton);
  sheet.targets.push_back({rect, letter});
}

void put_letters(const Sheet& sheet, Rect room) {
  const float gap = sheet.px(kGap - 2);
  const float width = (room.width - gap * (kAcross - 1)) / kAcross;
  const auto rows = static_cast<float>(kLetters.size());
  const float height = (room.height - gap * (rows - 1)) / rows;
  float y = room.y;
  for (const auto letters : kLetters) {
    // Shifted as keys are, but for the last row, which the wide key fills.
    float x = letters.size() == 9 && letters.back() != kBackspaceKey ? room.x + (width + gap) / 2 : room.x;
    for (const Key letter : letters) {
      const float wide = letter == kBackspaceKey ? 2 * width + gap : width;
      put_letter(sheet, {x, y, wide, height}, letter, letter == kBackspaceKey ? "←" : std::string(1, letter));
      x += wide + gap;
    }
    y += height + gap;
  }
}
}  // namespace

void lay_question(const Sheet& sheet, const Question& question, Rect room) {
  const Rect rest = lay_title(sheet, question.title, room);
  const Rect field = rest.top(sheet.px(kEntryHeight));
  put_entry(sheet, field, question.text);
  const Rect below = rest.below(field.height + sheet.px(kGap));
  const float last = sheet.px(kLastRow);
  put_letters(sheet, below.top(below.height - last - sheet.px(kGap)));
  const Rect keys = below.below(below.height - last);
  const float gap = sheet.px(kGap);
  const float back = keys.width * kBackShare, space = keys.width * kSpaceShare;
  put_button(sheet, keys.left(back), {kEscapeKey, question.back});
  put_letter(sheet, keys.right_of(back + gap).left(space), ' ', question.space);
  put_button(sheet, keys.right_of(back + space + 2 * gap), {kEnterKey, question.go_on, true, false, true});
}

}  // namespace panggil::counter
