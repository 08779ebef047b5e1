#include <algorithm>
#include <string>

#include "counter-client/view/panels.hpp"

namespace panggil::counter {
namespace {
constexpr float kLine = 1.9F;  // lines of text are so many cap heights apart
constexpr float kColumn = 92;  // of the labels beside lists of tickets

/// As many of them as go into the room, and how many more there are.
std::string listed(const Sheet& sheet, const std::vector<std::string>& tickets, float cap, float room) {
  if (tickets.empty()) return "–";
  std::string text;
  for (std::size_t count = 0; count < tickets.size(); ++count) {
    const auto more = tickets.size() - count - 1;
    const auto longer = text + (text.empty() ? "" : "  ") + tickets[count];
    const auto whole = more == 0 ? longer : longer + "  +" + std::to_string(more);
    if (!text.empty() && sheet.type.width(whole, Weight::kBold, cap) > room)
      return text + "  +" + std::to_string(tickets.size() - count);
    text = longer;
  }
  return text;
}

void put_tickets(const Sheet& sheet, Rect row, const char* label, const std::vector<std::string>& tickets) {
  const float cap = sheet.px(kReadCap);
  const Rect list = row.right_of(sheet.px(kColumn));
  sheet.put_shortened(part::kLabel, sheet.words.text(label), row.left(sheet.px(kColumn - kGap)),
                      sheet.px(kSmallCap), sheet.px(kSmallCap), Align::kLeft, Weight::kBook, Ink::kQuiet,
                      Fill::kScreen);
  sheet.put(part::kTickets, listed(sheet, tickets, cap, list.width), list, cap, Align::kLeft, Weight::kBold,
            Ink::kWhite, Fill::kScreen);
}

/// How many wait for each service, the names no wider than `most`.
std::string waiting_of(const Sheet& sheet, float cap, float most) {
  std::string text;
  for (const auto& [service, waiting] : sheet.scene.waiting_of)
    text += (text.empty() ? "" : " · ") + sheet.type.shortened(service, Weight::kBook, cap, most) + " " +
            std::to_string(waiting);
  return text;
}

/// What does not go into the room is taken from the longest names: the numbers are what it is for.
std::string waiting_in(const Sheet& sheet, float cap, float room) {
  float most = room;
  auto text = waiting_of(sheet, cap, most);
  while (sheet.type.width(text, Weight::kBook, cap) > room && most > 2 * cap) {
    most *= 0.95F;
    text = waiting_of(sheet, cap, most);
  }
  return text;
}

void put_waiting(const Sheet& sheet, Rect row) {
  const float size = sheet.px(18);
  sheet.mark(Shape::kPerson, {row.x, row.y + (row.height - size) / 2, size, size}, Ink::kQuiet);
  const auto count = std::to_string(sheet.scene.waiting);
  const float number = sheet.type.width(count, Weight::kBold, sheet.px(kLargeCap));
  const Rect rest = row.right_of(size + sheet.px(kGap));
  sheet.put(part::kWaiting, count, rest.left(number), sheet.px(kLargeCap), Align::kLeft, Weight::kBold,
            Ink::kWhite, Fill::kScreen);
  const Rect word = rest.right_of(number + sheet.px(kGap));
  const auto waits = sheet.words.text("counter.waits");
  const float width = sheet.type.width(waits, Weight::kBook, sheet.px(kReadCap));
  sheet.put(part::kWaiting, waits, word.left(width), sheet.px(kReadCap), Align::kLeft, Weight::kBook,
            Ink::kWhite, Fill::kScreen);
  const Rect each = word.right_of(width + sheet.px(kPadding));
  const float small = sheet.px(kSmallCap);
  sheet.put_shortened(part::kWaitingOf, waiting_in(sheet, small, each.width), each, small, small,
                      Align::kRight, Weight::kBook, Ink::kQuiet, Fill::kScreen);
}

Ink ink_of(Tone tone) {
  if (tone == Tone::kBusy) return Ink::kYellow;
  return tone == Tone::kTrouble ? Ink::kDark : Ink::kWhite;
}
}  // namespace

void lay_head(const Sheet& sheet, Rect room) {
  const float cap = sheet.px(kLargeCap);
  const float time = sheet.type.width("00:00", Weight::kBold, cap);
  const float name =
      std::min(sheet.type.width(sheet.scene.counter, Weight::kBold, cap), (room.width - time) * 0.55F);
  sheet.put(part::kCounter, sheet.scene.counter, room.left(name), cap, Align::kLeft, Weight::kBold,
            Ink::kWhite, Fill::kScreen);
  const Rect middle = room.right_of(name + sheet.px(kPadding));
  sheet.put_shortened(part::kState, sheet.scene.state, middle.left(middle.width - time - sheet.px(kPadding)),
                      sheet.px(kReadCap), sheet.px(kReadCap), Align::kLeft, Weight::kBook,
                      sheet.scene.open ? Ink::kQuiet : Ink::kYellow, Fill::kScreen);
  sheet.put(part::kTime, sheet.scene.time, room.right_of(room.width - time), cap, Align::kRight,
            Weight::kBold, Ink::kQuiet, Fill::kScreen);
}

void lay_queue(const Sheet& sheet, Rect room) {
  const float row = room.height / 3;
  put_waiting(sheet, room.top(row));
  put_tickets(sheet, room.below(row).top(row), "counter.next_ones", sheet.scene.next);
  const Rect last = room.below(2 * row);
  const float half = (last.width - sheet.px(kPadding)) / 2;
  put_tickets(sheet, last.left(half), "counter.held_ones", sheet.scene.held);
  put_tickets(sheet, last.right_of(last.width - half), "counter.no_shows", sheet.scene.no_shows);
}

void lay_events(const Sheet& sheet, Rect room) {
  const float cap = sheet.px(kSmallCap);
  sheet.separate(room, room.y + sheet.px(2));
  Rect line = room.below(sheet.px(5)).top(cap * kLine);
  for (std::size_t index = 0; index < std::min<std::size_t>(sheet.scene.events.size(), 2); ++index) {
    sheet.put_shortened(part::kEvent, sheet.scene.events[index], line, cap, cap, Align::kLeft, Weight::kBook,
                        Ink::kQuiet, Fill::kScreen);
    line.y += line.height - sheet.px(1);
  }
}

void lay_message(const Sheet& sheet, Rect room) {
  const auto& [tone, text] = sheet.scene.message;
  if (text.empty()) return;
  const Fill fill = tone == Tone::kTrouble ? Fill::kBadge : Fill::kPanel;
  sheet.panel(fill, room, sheet.px(kRadius));
  const Rect inner = room.inset(sheet.px(kPadding), sheet.px(2));
  float cap = sheet.px(kReadCap);
  auto lines = sheet.type.wrapped(text, Weight::kBook, cap, inner.width, 2);
  if (lines.size() > 1) {  // with a little room above and below
    cap = sheet.px(kSmallCap + 0.5F);
    lines = sheet.type.wrapped(text, Weight::kBook, cap, inner.width, 2);
  }
  for (auto& line : lines) {
    cap = std::max(sheet.px(kSmallCap - 1), sheet.type.fitting_cap(line, Weight::kBook, cap, inner.width));
    line = sheet.type.shortened(line, Weight::kBook, cap, inner.width);
  }
  const float height = cap * 1.65F;
  Rect line = inner.below((inner.height - height * static_cast<float>(lines.size())) / 2).top(height);
  for (const auto& one : lines) {
    sheet.put(part::kMessage, one, line, cap, Align::kLeft, Weight::kBook, ink_of(tone), fill);
    line.y += height;
  }
}

}  // namespace panggil::counter
