#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "display/view/panels.hpp"

namespace panggil::display {
namespace {
constexpr float kLeastRow = 111;
constexpr float kBetweenRows = 9;
constexpr float kUnderTicket = 8;  // to the name below it
constexpr float kPitch = 1.36F;    // of two lines, the upper of which may hang below its line
constexpr float kHanging = 0.34F;
constexpr float kSmallestName = 34;  // a longer one loses its end
constexpr float kBetween = 8;        // ticket and counter, at least
constexpr float kBeforeNumber = 24;
constexpr float kChevron = 36;
constexpr float kBesideChevron = 20;
constexpr float kSmallChevron = 32;  // before a name
constexpr float kBesideSmall = 14;
constexpr float kRoomForLine = 8;
constexpr std::size_t kMostRows = 6;

/// What tells counters apart beside their numbers, or instead of them.
struct Name {
  std::string_view part;
  std::string_view text;
  Weight weight;
  Ink ink;
};

/// How a call stands in its row: the counter's name, if it needs one, is on a line or two beside the ticket,
/// or below it where that is too narrow for letters that can be read.
struct Row {
  std::optional<Name> name{};
  std::vector<std::string> lines{};
  bool is_below = false;
  float height = 0;
};

Name word_of(const Label& counter) {
  return {part::kRecentWord, counter.word, Weight::kBook, Ink::kQuiet};
}

/// `roomy`: words that nobody needs have room as well.
std::optional<Name> name_of(const CalledTicket& call, bool roomy) {
  const auto& counter = call.counter;
  if (counter.is_name()) return Name{part::kRecentName, counter.number, Weight::kBold, Ink::kYellow};
  if (!counter.word.empty() && (call.word_matters || roomy)) return word_of(counter);
  return std::nullopt;
}

/// With the space before it; nothing for a counter that is called by a name.
float number_width(const Sheet& sheet, const Label& counter, float before) {
  if (counter.is_name()) return 0;
  return sheet.type.width(counter.number, Weight::kBold, sheet.px(kRecentCap)) + sheet.px(before);
}

float ticket_width(const Sheet& sheet, const CalledTicket& call, float width) {
  return std::min(sheet.type.width(call.ticket, Weight::kBold, sheet.px(kRecentCap)), width * 0.8F);
}

float chevron_width(const Sheet& sheet) {
  return sheet.px(kChevron + 2 * kBesideChevron);
}

/// Between the ticket and the number of its counter.
float room_for_name(const Sheet& sheet, const CalledTicket& call, float width) {
  return width - ticket_width(sheet, call, width) - number_width(sheet, call.counter, kBeforeNumber);
}

/// The word of every counter goes on the line of its ticket.
bool is_roomy(const Sheet& sheet, float width) {
  return std::all_of(sheet.scene.recent.begin(), sheet.scene.recent.end(), [&](const auto& call) {
    const float word = sheet.type.width(call.counter.word, Weight::kBook, sheet.px(kReadCap));
    return word + chevron_width(sheet) <= room_for_name(sheet, call, width);
  });
}

float widest(const Sheet& sheet, const Row& row) {
  float most = 0;
  for (const auto& line : row.lines)
    most = std::max(most, sheet.type.width(line, row.name->weight, sheet.px(kReadCap)));
  return most;
}

/// Beside the small mark.
float below_ticket(const Sheet& sheet, float width) {
  return width - sheet.px(kSmallChevron + kBesideSmall);
}

Row row_of(const Sheet& sheet, const CalledTicket& call, float width, bool roomy) {
  Row row{.name = name_of(call, roomy), .height = sheet.px(kLeastRow)};
  if (!row.name) return row;
  const float cap = sheet.px(kReadCap);
  const float all = room_for_name(sheet, call, width);
  // The mark before it may go without.
  for (const float room : {all - chevron_width(sheet), all - sheet.px(2 * kBetween)}) {
    row.lines = sheet.type.wrapped(row.name->text, row.name->weight, cap, room, 2);
    row.is_below = widest(sheet, row) > room;
    if (!row.is_below) break;
  }
  if (row.lines.empty()) return {.name = {}, .height = row.height};  // nothing but blanks
  if (row.is_below)
    row.lines = sheet.type.wrapped(row.name->text, row.name->weight, cap, below_ticket(sheet, width), 2);
  const float lines = cap * (1 + kHanging + kPitch * static_cast<float>(row.lines.size() - 1));
  const float high = row.is_below ? sheet.px(kRecentCap + kUnderTicket) + lines : lines;
  row.height = std::max(row.height, high + sheet.px(kBetweenRows));
  return row;
}

/// `top`: of the capital letters.
void put_name(const Sheet& sheet, const Name& name, std::string_view line, Rect room, float top) {
  const float least = sheet.px(kSmallestName);
  const float cap =
      std::max(sheet.type.fitting_cap(line, name.weight, sheet.px(kReadCap), room.width), least);
  const float over = (kLineSlot - 1) / 2 * cap;
  sheet.put_shortened(name.part, std::string(line), {room.x, top - over, room.width, kLineSlot * cap}, cap,
                      least, Align::kRight, name.weight, name.ink, Fill::kPanel);
}

/// In the middle of a line's height.
void put_chevron(const Sheet& sheet, float right, Rect line, float designed) {
  const float size = sheet.px(designed);
  sheet.mark(Shape::kChevron, {right - size, line.y + (line.height - size) / 2, size, size}, Ink::kQuiet);
}

/// In one column, where the counter leaves room for it.
void lay_chevron(const Sheet& sheet, Rect line, float from, float to) {
  const float space = sheet.px(kBesideChevron);
  const float column =
      std::min(to, line.right() - sheet.type.width("00", Weight::kBold, sheet.px(kRecentCap)));
  if (column - chevron_width(sheet) < from) return;
  put_chevron(sheet, column - space, line, kChevron);
}

/// Ticket and number, and between them the name where it has room there.
void lay_line(const Sheet& sheet, Rect line, const CalledTicket& call, const Row& row) {
  const float ticket = ticket_width(sheet, call, line.width);
  const float number = number_width(sheet, call.counter, 0);
  const float cap = sheet.px(kRecentCap);
  sheet.put(part::kRecentTicket, call.ticket, line.left(ticket), cap, Align::kLeft, Weight::kBold,
            Ink::kWhite, Fill::kPanel);
  if (number > 0) {
    const float room = std::min(number, line.width - ticket - sheet.px(kBetween));
    sheet.put(part::kRecentCounter, call.counter.number, line.right_of(line.width - room), cap, Align::kRight,
              Weight::kBold, Ink::kYellow, Fill::kPanel);
  }
  float counter = line.right() - number;
  if (row.name && !row.is_below) {
    const float right = line.right() - number_width(sheet, call.counter, kBeforeNumber);
    const Rect room = line.left(right - line.x).right_of(ticket + sheet.px(kBetween));
    const float high = sheet.px(kReadCap) * (1 + kPitch * static_cast<float>(row.lines.size() - 1));
    float top = line.y + (line.height - high) / 2;
    for (const auto& text : row.lines) {
      put_name(sheet, *row.name, text, room, top);
      top += kPitch * sheet.px(kReadCap);
    }
    counter = right - widest(sheet, row);
  }
  if (!row.is_below || number > 0) lay_chevron(sheet, line, line.x + ticket, counter);
}

void lay_row(const Sheet& sheet, Rect rect, const CalledTicket& call, const Row& row) {
  if (!row.name || !row.is_below) return lay_line(sheet, rect, call, row);
  const float cap = sheet.px(kRecentCap);
  const float content = row.height - sheet.px(kBetweenRows);
  const float top = rect.y + (rect.height - content) / 2;
  lay_line(sheet, {rect.x, top, rect.width, cap}, call, row);
  const float read = sheet.px(kReadCap);
  const float below = top + cap + sheet.px(kUnderTicket);
  const Rect room = rect.right_of(rect.width - below_ticket(sheet, rect.width));
  for (std::size_t line = 0; line < row.lines.size(); ++line)
    put_name(sheet, *row.name, row.lines[line], room, below + kPitch * read * static_cast<float>(line));
  if (!call.counter.is_name()) return;
  const float left = room.right() - std::min(widest(sheet, row), room.width);
  put_chevron(sheet, left - sheet.px(kBesideSmall), {0, below, 0, read}, kSmallChevron);
}

/// As many as go in; where there are fewer calls, room for as many as there will be.
std::vector<Row> rows_in(const Sheet& sheet, Rect inner) {
  const auto& calls = sheet.scene.recent;
  const bool roomy = is_roomy(sheet, inner.width);
  std::vector<Row> rows;
  float used = 0;
  while (rows.size() < kMostRows) {
    auto row = rows.size() < calls.size() ? row_of(sheet, calls[rows.size()], inner.width, roomy)
                                          : Row{.height = sheet.px(kLeastRow)};
    used += row.height;
    if (!rows.empty() && used > inner.height) break;
    rows.push_back(std::move(row));
  }
  return rows;
}

/// An empty list says why it is.
void lay_nothing(const Sheet& sheet, Rect rect, Rect inner) {
  const auto& scene = sheet.scene;
  if (scene.closed && sheet.closed_is_elsewhere) return lay_place(sheet, rect);
  sheet.panel(Fill::kPanel, rect, sheet.px(kRadius));
  if (scene.closed) return lay_closed(sheet, inner, Fill::kPanel);
  if (scene.live || scene.link != LinkState::kFresh) return;
  sheet.put(part::kNoCalls, sheet.words.text("display.no_calls_yet"), inner, sheet.px(kReadCap),
            Align::kCentre, Weight::kBook, Ink::kQuiet, Fill::kPanel);
}
}  // namespace

void lay_recent_calls(const Sheet& sheet, Rect rect) {
  const Rect inner = rect.inset(sheet.px(kPaddingX), sheet.px(kPaddingY));
  if (sheet.scene.recent.empty()) return lay_nothing(sheet, rect, inner);
  sheet.panel(Fill::kPanel, rect, sheet.px(kRadius));
  const auto rows = rows_in(sheet, inner);
  float used = 0;
  for (const auto& row : rows) used += row.height;
  const float spare = (inner.height - used) / static_cast<float>(rows.size());
  Rect rest = inner;
  for (std::size_t index = 0; index < std::min(rows.size(), sheet.scene.recent.size()); ++index) {
    const float height = rows[index].height + spare;
    // A name that stands below its ticket is not to be taken for that of the next; else a line that has too
    // little room would be taken for an underline.
    if (index > 0 && (rows[index - 1].is_below || spare >= sheet.px(kRoomForLine)))
      sheet.separate(rest, rest.y);
    lay_row(sheet, rest.top(height), sheet.scene.recent[index], rows[index]);
    rest = rest.below(height);
  }
}

}  // namespace panggil::display
