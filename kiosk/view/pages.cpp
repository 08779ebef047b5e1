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

/// From top to bottom, each its share of the height.
class Column {
 public:
  explicit Column(Rect room) : room_(room), rest_(room) {}
  Rect take(float share) {
    const Rect taken = rest_.top(room_.height * share);
    rest_ = rest_.below(taken.height);
    return taken;
  }

 private:
  Rect room_;
  Rect rest_;
};

struct Line {
  std::string_view part;
  const std::string& text;
  Weight weight;
  float cap;
  Ink ink;
  float share;
  std::size_t most;
};

}  // namespace

void lay_number(const Sheet& sheet, Rect room) {
  const auto& number = sheet.scene.number;
  const float button = sheet.target(104);
  lay_done(sheet, room.below(room.height - button));
  const Rect card = room.top(room.height - button - sheet.px(kGap));
  sheet.panel(Fill::kSheet, card, sheet.px(kRadius * 1.4F));
  Column column(card.inset(sheet.px(2 * kPadding), sheet.px(kPadding)));
  const Line lines[] = {{part::kTitle, number.title, Weight::kBook, kReadCap + 6, Ink::kSoft, 0.09F, 1},
                        {part::kTicket, number.ticket, Weight::kBold, kNumberCap, Ink::kDark, 0.40F, 1},
                        {part::kService, number.service, Weight::kBold, kTitleCap, Ink::kDark, 0.11F, 1},
                        {part::kDetail, number.ahead, Weight::kBook, kNameCap, Ink::kDark, 0.085F, 1},
                        {part::kDetail, number.estimate, Weight::kBook, kNameCap, Ink::kDark, 0.085F, 1},
                        {part::kDetail, number.where, Weight::kBook, kReadCap + 3, Ink::kSoft, 0.08F, 1}};
  for (const auto& [name, text, weight, cap, ink, share, most] : lines)
    put_lines(sheet, column.take(share), {name, text, weight, cap, Align::kCentre, ink, Fill::kSheet}, most);
  column.take(0.02F);
  lay_paper(sheet, column.take(0.13F));
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
  const float upper = inner.height * 0.55F;
  put_lines(
      sheet, inner.top(upper),
      {part::kTitle, sheet.scene.message.title, Weight::kBold, kHugeCap, Align::kCentre, Ink::kDark, fill},
      3);
  put_lines(
      sheet, inner.below(upper).top(inner.height * 0.35F),
      {part::kDetail, sheet.scene.message.detail, Weight::kBook, kNameCap, Align::kCentre, Ink::kDark, fill},
      5);
}

}  // namespace panggil::kiosk
