#include "kiosk/view/panels.hpp"

#include <algorithm>

namespace panggil::kiosk {
namespace {

constexpr float kRatherSmaller = 0.85F;

/// So that the lines are no higher than the room either.
float cap_for(const Sheet& sheet, Rect room, const Words& words, const std::vector<std::string>& lines) {
  const float by_height = room.height / (kLine * static_cast<float>(lines.size()));
  float cap = std::min(sheet.px(words.cap), by_height);
  for (const auto& line : lines) cap = sheet.type.fitting_cap(line, words.weight, cap, room.width);
  return cap;
}

float widest_language(const Sheet& sheet) {
  float widest = 0;
  for (const auto& language : sheet.scene.languages)
    widest = std::max(widest, sheet.type.width(language.name, Weight::kBold, sheet.px(kReadCap)));
  return widest;
}

/// Side by side at the right; returns where they begin.
float lay_languages(const Sheet& sheet, Rect room) {
  const float gap = sheet.px(kGap / 2);
  const float natural = widest_language(sheet) + sheet.px(2 * kPadding);
  const float most = (room.width * 0.56F - gap) / 2;
  const float width = std::max(std::min(natural, most), sheet.screen.least_target());
  float right = room.right();
  for (auto language = sheet.scene.languages.rbegin(); language != sheet.scene.languages.rend(); ++language) {
    const Rect button{right - width, room.y, width, room.height};
    const Fill fill = language->chosen ? Fill::kDeep : Fill::kSheet;
    sheet.panel(fill, button, sheet.px(kRadius));
    put_lines(sheet, button.inset(sheet.px(12), 0),
              {part::kLanguage, language->name, Weight::kBold, kReadCap, Align::kCentre,
               language->chosen ? Ink::kWhite : Ink::kDark, fill},
              2);
    sheet.targets.push_back({button, {Touch::What::kLanguage, language->code}});
    right = button.x - gap;
  }
  return right;
}

/// A square that is ticked or not.
void lay_box(const Sheet& sheet, Rect box, bool ticked) {
  sheet.panel(Fill::kDeep, box, sheet.px(10));
  const float line = std::max(2.0F, sheet.px(4));
  if (!ticked) sheet.panel(Fill::kSheet, box.inset(line, line), sheet.px(8));
  if (ticked)
    sheet.put(part::kPriority, "✓", box, box.height * 0.55F, Align::kCentre, Weight::kBold, Ink::kWhite,
              Fill::kDeep);
}

void lay_priority(const Sheet& sheet, Rect room) {
  const auto& [title, detail, chosen] = *sheet.scene.priority;
  sheet.panel(Fill::kSheet, room, sheet.px(kRadius));
  const float side = std::min(sheet.px(56), room.height * 0.6F);
  const Rect inner = room.inset(sheet.px(kPadding), sheet.px(10));
  lay_box(sheet, {inner.x, inner.y + (inner.height - side) / 2, side, side}, chosen);
  const Rect words = inner.right_of(side + sheet.px(kGap));
  const float upper = words.height * 0.5F;
  put_lines(sheet, words.top(upper),
            {part::kPriority, title, Weight::kBold, kReadCap, Align::kLeft, Ink::kDark, Fill::kSheet}, 1);
  put_lines(sheet, words.below(upper),
            {part::kPriority, detail, Weight::kBook, kSmallCap, Align::kLeft, Ink::kSoft, Fill::kSheet}, 1);
  sheet.targets.push_back({room, {Touch::What::kPriority, {}}});
}

void lay_printer(const Sheet& sheet, Rect room) {
  sheet.panel(Fill::kBadge, room, sheet.px(kRadius));
  put_lines(
      sheet, room.inset(sheet.px(kPadding), sheet.px(8)),
      {part::kPrinter, sheet.scene.printer, Weight::kBook, kReadCap, Align::kLeft, Ink::kDark, Fill::kBadge},
      3);
}
}  // namespace

float put_lines(const Sheet& sheet, Rect room, const Words& words, std::size_t most) {
  if (words.text.empty()) return 0;
  const float wanted = sheet.px(words.cap);
  // A little smaller on one line is read more easily than on two.
  const float on_one = sheet.type.fitting_cap(words.text, words.weight, wanted, room.width);
  const auto lines = on_one >= wanted * kRatherSmaller
                         ? std::vector{words.text}
                         : sheet.type.wrapped(words.text, words.weight, wanted, room.width, most);
  const float cap = cap_for(sheet, room, words, lines);
  const float height = cap * kLine;
  const float all = height * static_cast<float>(lines.size());
  Rect slot = room.below((room.height - all) / 2).top(height);
  for (const auto& line : lines) {
    sheet.put(words.part, line, slot, cap, words.align, words.weight, words.ink, words.on);
    slot.y += height;
  }
  return all;
}

void lay_head(const Sheet& sheet, Rect room) {
  float right = room.right();
  if (!sheet.scene.languages.empty()) right = lay_languages(sheet, room) - sheet.px(kGap);
  const Rect names = room.left(right - room.x);
  const float upper = names.height * 0.56F;
  put_lines(
      sheet, names.top(upper),
      {part::kOffice, sheet.scene.office, Weight::kBold, kReadCap + 3, Align::kLeft, Ink::kDark, Fill::kDay},
      1);
  put_lines(sheet, names.below(upper),
            {part::kDate, sheet.scene.date_and_time, Weight::kBook, kSmallCap, Align::kLeft, Ink::kSoft,
             Fill::kDay},
            2);
}

float notice_height(const Sheet& sheet, float width) {
  const float cap = sheet.px(kReadCap);
  const auto lines =
      sheet.type.wrapped(sheet.scene.notice->text, Weight::kBook, cap, width - sheet.px(2 * kPadding), 2);
  return cap * kLine * static_cast<float>(lines.size()) + sheet.px(kGap);
}

void lay_notice(const Sheet& sheet, Rect room) {
  const Fill fill = sheet.scene.notice->urgent ? Fill::kBadge : Fill::kSheet;
  sheet.panel(fill, room, sheet.px(kRadius));
  put_lines(
      sheet, room.inset(sheet.px(kPadding), sheet.px(kGap / 2)),
      {part::kNotice, sheet.scene.notice->text, Weight::kBook, kReadCap, Align::kLeft, Ink::kDark, fill}, 2);
}

bool is_upright(const Sheet& sheet) {
  return sheet.screen.size.height > sheet.screen.size.width;
}

float foot_height(const Sheet& sheet) {
  const float priority = sheet.scene.priority ? sheet.target(kFoot) : 0;
  if (sheet.scene.printer.empty()) return priority;
  const bool beside = sheet.scene.priority && !is_upright(sheet);
  return beside ? priority : priority + sheet.px(kFoot) + (priority > 0 ? sheet.px(kGap) : 0);
}

void lay_foot(const Sheet& sheet, Rect room) {
  const float gap = sheet.px(kGap);
  const float half = (room.width - gap) / 2;
  if (!sheet.scene.printer.empty()) {
    const bool beside = sheet.scene.priority && !is_upright(sheet);
    lay_printer(sheet, beside ? room.right_of(half + gap) : room.top(sheet.px(kFoot)));
  }
  if (!sheet.scene.priority) return;
  const float height = sheet.target(kFoot);
  room = room.below(room.height - height);
  lay_priority(sheet, is_upright(sheet) ? room : room.left(half));
}

}  // namespace panggil::kiosk
