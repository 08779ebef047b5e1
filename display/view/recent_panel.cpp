#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "display/view/panels.hpp"

namespace panggil::display {
namespace {
constexpr float kLeastRow = 110;
constexpr float kBetweenRows = 7;
constexpr float kUnderTicket = 8;  // to the name below it
constexpr float kPitch = 1.36F;    // of two lines, the upper of which may hang below its line
constexpr float kHanging = 0.34F;
constexpr float kBetween = 8;  // ticket and counter, at least
constexpr float kBeforeNumber = 24;
constexpr std::size_t kMostRows = 6;

/// What tells counters apart beside their numbers, or instead of them.
struct Name {
  std::string_view part;
  std::string_view text;
  Weight weight;
  Ink ink;
};

/// How a call stands in its row: the counter's name, if it needs one, is beside the ticket on a line or two,
/// or below it where that is too narrow for letters that can be read.
struct Row {
  std::optional<Name> name{};
  std::vector<std::string> lines{};
  bool is_below = false;
  float height = 0;
};

std::optional<Name> name_of(const Sheet& sheet, const Label& counter) {
  if (counter.is_name()) return Name{part::kRecentName, counter.number, Weight::kBold, Ink::kYellow};
  if (sheet.scene.words_matter && !counter.word.empty())
    return Name{part::kRecentWord, counter.word, Weight::kBook, Ink::kQuiet};
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

float widest(const Sheet& sheet, const Row& row) {
  float most = 0;
  for (const auto& line : row.lines)
    most = std::max(most, sheet.type.width(line, row.name->weight, sheet.px(kReadCap)));
  return most;
}

Row row_of(const Sheet& sheet, const CalledTicket& call, float width) {
  Row row{.name = name_of(sheet, call.counter), .height = sheet.px(kLeastRow)};
  if (!row.name) return row;
  const float cap = sheet.px(kReadCap);
  const float room = width - ticket_width(sheet, call, width) - sheet.px(kBetween) -
                     number_width(sheet, call.counter, kBeforeNumber);
  row.lines = sheet.type.wrapped(row.name->text, row.name->weight, cap, room, 2);
  row.is_below = widest(sheet, row) > room;
  const float high = row.is_below ? sheet.px(kRecentCap + kUnderTicket) + cap * (1 + kHanging)
                                  : cap * (1 + kHanging + kPitch * static_cast<float>(row.lines.size() - 1));
  row.height = std::max(row.height, high + sheet.px(kBetweenRows));
  return row;
}

/// `top`: of the capital letters.
void put_name(const Sheet& sheet, const Name& name, std::string_view line, Rect room, float top) {
  const float cap = sheet.type.fitting_cap(line, name.weight, sheet.px(kReadCap), room.width);
  const float over = (kLineSlot - 1) / 2 * cap;
  sheet.put(name.part, std::string(line), {room.x, top - over, room.width, kLineSlot * cap}, cap,
            Align::kRight, name.weight, name.ink, Fill::kPanel);
}

void put_beside(const Sheet& sheet, const Row& row, Rect room) {
  const float cap = sheet.px(kReadCap);
  const float high = cap * (1 + kHanging + kPitch * static_cast<float>(row.lines.size() - 1));
  float top = room.y + (room.height - high) / 2;
  for (const auto& line : row.lines) {
    put_name(sheet, *row.name, line, room, top);
    top += kPitch * cap;
  }
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

void lay_row(const Sheet& sheet, Rect rect, const CalledTicket& call, const Row& row) {
  const float cap = sheet.px(kRecentCap);
  const float content = row.height - sheet.px(kBetweenRows);
  const float top = rect.y + (rect.height - content) / 2;
  const Rect line = row.is_below ? Rect{rect.x, top, rect.width, cap} : rect;
  const float ticket = ticket_width(sheet, call, rect.width);
  const float number = number_width(sheet, call.counter, 0);
  sheet.put(part::kRecentTicket, call.ticket, line.left(ticket), cap, Align::kLeft, Weight::kBold,
            Ink::kWhite, Fill::kPanel);
  if (number > 0) {
    const float room = std::min(number, rect.width - ticket - sheet.px(kBetween));
    sheet.put(part::kRecentCounter, call.counter.number, line.right_of(rect.width - room), cap, Align::kRight,
              Weight::kBold, Ink::kYellow, Fill::kPanel);
  }
  if (row.name && row.is_below)
    return put_name(sheet, *row.name, row.name->text, rect, top + cap + sheet.px(kUnderTicket));
  float counter = rect.right() - number;
  if (row.name) {
    counter = rect.right() - number_width(sheet, call.counter, kBeforeNumber);
    put_beside(sheet, row, line.left(counter - rect.x).right_of(ticket + sheet.px(kBetween)));
    counter -= widest(sheet, row);
  }
  lay_chevron(sheet, rect, rect.x + ticket, counter);
}

/// As many as go in there, though there be fewer calls: their places stay when more come.
std::vector<Row> rows_in(const Sheet& sheet, Rect inner) {
  const auto& calls = sheet.scene.recent;
  std::vector<Row> rows;
  float used = 0;
  while (rows.size() < kMostRows) {
    auto row = rows.size() < calls.size() ? row_of(sheet, calls[rows.size()], inner.width)
                                          : Row{.height = sheet.px(kLeastRow)};
    used += row.height;
    if (!rows.empty() && used > inner.height) break;
    rows.push_back(std::move(row));
  }
  return rows;
}
}  // namespace

void lay_recent_calls(const Sheet& sheet, Rect rect) {
  sheet.panel(Fill::kPanel, rect, sheet.px(kRadius));
  const Rect inner = rect.inset(sheet.px(kPaddingX), sheet.px(kPaddingY));
  if (sheet.scene.recent.empty() && !sheet.scene.live && sheet.scene.link == LinkState::kFresh)
    return sheet.put(part::kNoCalls, sheet.words.text("display.no_calls_yet"), inner, sheet.px(kReadCap),
                     Align::kCentre, Weight::kBook, Ink::kQuiet, Fill::kPanel);
  const auto rows = rows_in(sheet, inner);
  float used = 0;
  for (const auto& row : rows) used += row.height;
  const float spare = (inner.height - used) / static_cast<float>(rows.size());
  Rect rest = inner;
  for (std::size_t index = 0; index < std::min(rows.size(), sheet.scene.recent.size()); ++index) {
    const float height = rows[index].height + spare;
    lay_row(sheet, rest.top(height), sheet.scene.recent[index], rows[index]);
    rest = rest.below(height);
  }
}

}  // namespace panggil::display
