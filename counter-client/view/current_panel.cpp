#include <algorithm>

#include "counter-client/view/panels.hpp"

namespace panggil::counter {
namespace {

/// One under the other, centred in the room, in letters so large or smaller.
void put_lines(const Sheet& sheet, Rect room, std::string_view part, const std::string& text, Weight weight,
               float largest, Align align, Ink ink, Fill on) {
  float cap = sheet.px(largest);
  const auto lines = sheet.type.wrapped(text, weight, cap, room.width, 3);
  for (const auto& line : lines) cap = std::min(cap, sheet.type.fitting_cap(line, weight, cap, room.width));
  const float height = cap * 1.75F;
  Rect slot = room.below((room.height - height * static_cast<float>(lines.size())) / 2).top(height);
  for (const auto& line : lines) {
    sheet.put(part, line, slot, cap, align, weight, ink, on);
    slot.y += height;
  }
}

/// What was last known of the ticket stays to be seen.
void lay_offline(const Sheet& sheet, Rect room) {
  sheet.panel(Fill::kBadge, room, sheet.px(kRadius));
  const Rect inner = room.inset(sheet.px(kPadding), sheet.px(kPadding));
  const Rect upper = inner.top(inner.height * 0.42F);
  sheet.put(part::kOffline, sheet.words.text("counter.offline"), upper.left(upper.width * 0.62F),
            sheet.px(kOfflineCap), Align::kLeft, Weight::kBold, Ink::kDark, Fill::kBadge);
  if (sheet.scene.current)
    sheet.put(part::kTicket, sheet.scene.current->ticket, upper.right_of(upper.width * 0.66F),
              sheet.px(kOfflineCap), Align::kRight, Weight::kBold, Ink::kDark, Fill::kBadge);
  put_lines(sheet, inner.below(upper.height + sheet.px(4)), part::kWhyOffline, *sheet.scene.down,
            Weight::kBook, kReadCap, Align::kLeft, Ink::kDark, Fill::kBadge);
}

void lay_nobody(const Sheet& sheet, Rect room) {
  const auto& text = sheet.scene.down ? *sheet.scene.down : sheet.scene.nobody;
  sheet.panel(Fill::kPanel, room, sheet.px(kRadius));
  put_lines(sheet, room.inset(sheet.px(kPadding), sheet.px(kPadding)), part::kNobody, text, Weight::kBook,
            kLargeCap, Align::kCentre, Ink::kQuiet, Fill::kPanel);
}

void lay_ticket(const Sheet& sheet, Rect room, const Current& current) {
  sheet.panel(Fill::kLive, room, sheet.px(kRadius));
  const Rect inner = room.inset(sheet.px(kPadding), sheet.px(8));
  const float below = sheet.px(20);
  const Rect upper = inner.top(inner.height - below);
  const float cap = sheet.px(kTicketCap);
  const float number = std::min(sheet.type.width(current.ticket, Weight::kBold, cap), upper.width * 0.6F);
  sheet.put(part::kTicket, current.ticket, upper.left(number), cap, Align::kLeft, Weight::kBold, Ink::kYellow,
            Fill::kLive);
  Rect beside = upper.right_of(number + sheet.px(2 * kPadding));
  if (!current.ticket_class.empty()) {
    const float line = sheet.px(20);
    sheet.put_shortened(part::kClass, current.ticket_class, beside.below(beside.height - line),
                        sheet.px(kReadCap), sheet.px(kSmallCap), Align::kRight, Weight::kBook, Ink::kYellow,
                        Fill::kLive);
    beside = beside.top(beside.height - line);
  }
  put_lines(sheet, beside, part::kService, current.service, Weight::kBold, kReadCap + 1, Align::kRight,
            Ink::kWhite, Fill::kLive);
  sheet.put_shortened(part::kSince, current.state, inner.below(inner.height - below),
                      sheet.px(kSmallCap + 0.5F), sheet.px(kSmallCap - 1), Align::kLeft, Weight::kBook,
                      Ink::kQuiet, Fill::kLive);
}
}  // namespace

void lay_current(const Sheet& sheet, Rect room) {
  if (sheet.scene.offline) return lay_offline(sheet, room);
  if (sheet.scene.current && !sheet.scene.down) return lay_ticket(sheet, room, *sheet.scene.current);
  lay_nobody(sheet, room);
}

}  // namespace panggil::counter
