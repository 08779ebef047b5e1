#include <algorithm>

#include "kiosk/view/panels.hpp"

namespace panggil::kiosk {
namespace {

/// A button back to the start, in the middle.
void lay_done(const Sheet& sheet, Rect room) {
  const float width = std::max(sheet.px(420), sheet.screen.least_target());
  const Rect button{room.x + (room.width - width) / 2, room.y, width, room.height};
  sheet.panel(Fill::kDeep, button, sheet.px(kRadius));
  sheet.put(part::kDone, sheet.scene.done, button.inset(sheet.px(kPadding), 0), sheet.px(kReadCap),
            Align::kCentre, Weight::kBold, Ink::kWhite, Fill::kDeep);
  sheet.targets.push_back({button, {Touch::What::kDone, {}}});
}

void lay_paper(const Sheet& sheet, Rect room) {
  const auto& number = sheet.scene.number;
  const Fill fill = number.note_it ? Fill::kBadge : Fill::kDay;
  sheet.panel(fill, room, sheet.px(kRadius));
  Rect words = room.inset(sheet.px(kPadding), sheet.px(10));
  if (number.on_paper) {
    const float size = sheet.px(44);
    const float text = sheet.type.width(number.paper, Weight::kBold, sheet.px(kReadCap + 3));
    const float free = std::max(0.0F, (words.width - text - size - sheet.px(kGap)) / 2);
    sheet.mark(Shape::kArrowDown, {words.x + free, words.y + (words.height - size) / 2, size, size},
               Ink::kDark);
    words = words.right_of(free + size + sheet.px(kGap));
    words = words.left(std::min(words.width, text));
  }
  put_lines(sheet, words,
            {part::kPaper, number.paper, Weight::kBold, kReadCap + 3, Align::kCentre, Ink::kDark, fill}, 2);
}

/// One of the texts around a number; `above` it there is so much free.
struct Line {
  std::string_view part;
  std::string text;
  Weight weight;
  float cap;
  Ink ink;
  float above;
};

float height_of(const Sheet& sheet, const Line& line) {
  return line.text.empty() ? 0 : sheet.px(line.cap * kLine + line.above);
}

Rect put(const Sheet& sheet, Rect room, const Line& line) {
  const float height = height_of(sheet, line);
  if (height > 0)
    put_lines(sheet, room.top(height).below(sheet.px(line.above)),
              {line.part, line.text, line.weight, line.cap, Align::kCentre, line.ink, Fill::kSheet}, 1);
  return room.below(height);
}

/// The number as large as what is around it allows, all of it together in the middle.
void lay_lines(const Sheet& sheet, Rect room) {
  const auto& number = sheet.scene.number;
  const Line title{part::kTitle, number.title, Weight::kBook, kNameCap, Ink::kSoft, 0};
  const Line below[] = {{part::kService, number.service, Weight::kBold, kTitleCap, Ink::kDark, 0},
                        {part::kDetail, number.ahead, Weight::kBook, kNameCap, Ink::kDark, 14},
                        {part::kDetail, number.estimate, Weight::kBook, kNameCap, Ink::kDark, 6},
                        {part::kDetail, number.where, Weight::kBook, kReadCap + 3, Ink::kSoft, 6}};
  float others = height_of(sheet, title);
  for (const auto& line : below) others += height_of(sheet, line);
  const float wide = sheet.type.fitting_cap(number.ticket, Weight::kBold, sheet.px(kNumberCap), room.width);
  const float high = std::min(wide * 1.5F, room.height - others);
  room = room.below(std::max(0.0F, (room.height - others - high) / 2));
  room = put(sheet, room, title);
  sheet.put(part::kTicket, number.ticket, room.top(high), std::min(wide, high / 1.2F), Align::kCentre,
            Weight::kBold, Ink::kDark, Fill::kSheet);
  room = room.below(high);
  for (const auto& line : below) room = put(sheet, room, line);
}

/// Of as many lines as the words will take, at most `most`.
float lines_height(const Sheet& sheet, const Words& words, float width, std::size_t most) {
  const float cap = sheet.px(words.cap);
  const auto lines = sheet.type.wrapped(words.text, words.weight, cap, width, most).size();
  return cap * kLine * static_cast<float>(std::max<std::size_t>(lines, 1));
}

}  // namespace

void lay_number(const Sheet& sheet, Rect room) {
  const float button = sheet.target(104);
  lay_done(sheet, room.below(room.height - button));
  const Rect card = room.top(room.height - button - sheet.px(kGap));
  sheet.panel(Fill::kSheet, card, sheet.px(kRadius * 1.4F));
  const Rect inner = card.inset(sheet.px(2 * kPadding), sheet.px(kPadding));
  const bool upright = sheet.screen.size.height > sheet.screen.size.width;
  const float paper = sheet.px(upright ? 150 : 96);
  lay_lines(sheet, inner.top(inner.height - paper - sheet.px(kGap / 2)));
  lay_paper(sheet, inner.below(inner.height - paper));
}

void lay_message(const Sheet& sheet, Rect room) {
  const bool can_go_back = sheet.scene.page == Page::kRefused;
  const Fill fill = sheet.scene.page == Page::kOffline ? Fill::kBadge : Fill::kSheet;
  if (can_go_back) {
    const float button = sheet.target(104);
    lay_done(sheet, room.below(room.height - button));
    room = room.top(room.height - button - sheet.px(kGap));
  }
  sheet.panel(fill, room, sheet.px(kRadius * 1.4F));
  const Rect inner = room.inset(sheet.px(3 * kPadding), sheet.px(kPadding));
  // What to do stands a little above the middle, and why right below it.
  const float middle = inner.height * 0.48F;
  const Words title{
      part::kTitle, sheet.scene.message.title, Weight::kBold, kHugeCap, Align::kCentre, Ink::kDark, fill};
  const float above = std::min(middle, lines_height(sheet, title, inner.width, 3));
  put_lines(sheet, inner.below(middle - above).top(above), title, 3);
  const Words detail{
      part::kDetail, sheet.scene.message.detail, Weight::kBook, kNameCap, Align::kCentre, Ink::kDark, fill};
  const Rect rest = inner.below(middle + sheet.px(kGap));
  put_lines(sheet, rest.top(std::min(rest.height, lines_height(sheet, detail, inner.width, 5))), detail, 5);
}

}  // namespace panggil::kiosk
