#include <algorithm>
#include <cmath>

#include "counter-client/view/panels.hpp"

namespace panggil::counter {
namespace {
constexpr float kNextHeight = 54;
constexpr float kCapSide = 20;

struct Look {
  Fill fill;
  Ink ink;
};

/// What cannot be pressed has no body of its own: one sees it by the form, not by a paler colour alone.
Look look_of(bool possible, bool under_way, bool primary) {
  if (under_way) return {Fill::kLive, Ink::kYellow};
  if (!possible) return {Fill::kScreen, Ink::kQuiet};
  return primary ? Look{Fill::kPrimary, Ink::kDark} : Look{Fill::kButton, Ink::kWhite};
}

/// The key, as on the keyboard. Returns how wide it is.
float put_key(const Sheet& sheet, Rect room, const std::string& text) {
  const float cap = sheet.px(kSmallCap);
  const float side = sheet.px(kCapSide);
  const float width = std::max(side, sheet.type.width(text, Weight::kBold, cap) + sheet.px(kPadding));
  const Rect rect{room.x, room.y + (room.height - side) / 2, width, side};
  sheet.panel(Fill::kScreen, rect, sheet.px(4));
  sheet.put(part::kKey, text, rect, cap, Align::kCentre, Weight::kBold, Ink::kQuiet, Fill::kScreen);
  return width;
}
}  // namespace

void put_button(const Sheet& sheet, Rect rect, const Face& face) {
  const auto [fill, ink] = look_of(face.possible, face.under_way, face.primary);
  if (fill != Fill::kScreen) sheet.panel(fill, rect, sheet.px(kRadius));
  const Rect inner = rect.inset(sheet.px(8), 0);
  const float key = put_key(sheet, inner, face.cap.empty() ? cap_of(face.key) : face.cap) + sheet.px(8);
  const float cap = sheet.px(face.primary ? kLargeCap : kReadCap);
  const Weight weight = face.primary ? Weight::kBold : Weight::kBook;
  Rect room = inner.right_of(key);
  if (!face.note.empty()) {
    const float note = sheet.type.width(face.note, Weight::kBook, sheet.px(kSmallCap));
    sheet.put(part::kNote, face.note, room.right_of(room.width - note), sheet.px(kSmallCap), Align::kRight,
              Weight::kBook, ink, fill);
    room = room.left(room.width - note - sheet.px(8));
  }
  const auto label = face.under_way ? sheet.words.text("counter.sending") : face.label;
  sheet.put_shortened(part::kButton, label, room, cap, sheet.px(kSmallCap), Align::kLeft, weight, ink, fill);
  sheet.targets.push_back({rect, face.key});
}

namespace {
void put_button(const Sheet& sheet, Rect rect, const Button& button) {
  put_button(sheet, rect,
             {button.key, button.label, button.possible, button.under_way, button.act == Act::kNext});
}

}  // namespace

Rect cell(const Sheet& sheet, Rect room, std::size_t columns, std::size_t rows, std::size_t index) {
  const float gap = sheet.px(kGap);
  const auto across = static_cast<float>(columns);
  const auto down = static_cast<float>(rows);
  const float width = (room.width - gap * (across - 1)) / across;
  const float height = (room.height - gap * (down - 1)) / down;
  const auto column = static_cast<float>(index % columns);
  const std::size_t above = index / columns;
  const auto row = static_cast<float>(above);
  return {room.x + column * (width + gap), room.y + row * (height + gap), width, height};
}

Rect lay_title(const Sheet& sheet, const std::string& title, Rect room) {
  const float height = sheet.px(26);
  sheet.put_shortened(part::kTitle, title, room.top(height), sheet.px(kReadCap + 1), sheet.px(kSmallCap),
                      Align::kLeft, Weight::kBold, Ink::kWhite, Fill::kScreen);
  return room.below(height);
}

void lay_buttons(const Sheet& sheet, Rect room) {
  const auto& buttons = sheet.scene.buttons;
  constexpr std::size_t kInPad = 9;
  const float spare = std::max(0.0F, room.height - sheet.px(230));
  const float next = sheet.px(kNextHeight) + spare / 5;
  put_button(sheet, room.top(next), buttons.back());
  const Rect pad = room.below(next + sheet.px(kGap));
  for (std::size_t index = 0; index < kInPad; ++index)
    put_button(sheet, cell(sheet, pad, 3, 4, index), buttons[index]);
  const Rect last = cell(sheet, pad, 1, 4, 3);
  put_button(sheet, cell(sheet, last, 2, 1, 0), buttons[kInPad]);
  put_button(sheet, cell(sheet, last, 2, 1, 1), buttons[kInPad + 1]);
}

void lay_list(const Sheet& sheet, const List& list, Rect room) {
  constexpr std::size_t kRows = 5;
  const Rect rest = lay_title(sheet, list.title, room);
  const std::size_t columns = list.items.size() > kRows ? 2 : 1;
  for (std::size_t index = 0; index < list.items.size(); ++index) {
    const auto& item = list.items[index];
    // Downwards first, as one reads a list.
    // The way back stands in the last place, however many there are.
    const bool last = index + 1 == list.items.size();
    const std::size_t place = last ? columns * kRows - 1 : columns * (index % kRows) + index / kRows;
    put_button(sheet, cell(sheet, rest, columns, kRows, place),
               {.key = item.key,
                .label = item.label,
                .possible = item.possible,
                .cap = item.cap,
                .note = item.note});
  }
}

}  // namespace panggil::counter
