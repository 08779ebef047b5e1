#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "display/view/service_words.hpp"

namespace panggil::display {
namespace {
constexpr float kSmallestCap = 34;
constexpr float kLine = 1.4F;  // of a line's cap height
constexpr float kSlot =
    1.72F;  // slots overlap: what hangs below a line may stand beside what rises from the next
constexpr float kPerson = 1;
constexpr float kBeside = 0.2F;  // a person and how many of them
constexpr float kApart = 0.3F;
constexpr float kLeastPadding = 8;

/// What is told of a service in one place.
struct Entry {
  const ServiceLine* service;
  std::vector<std::string> name;  ///< on a line or two, or three
  bool people = true;
  std::string told{};  ///< empty: there is nothing to tell, or it is told elsewhere
};

/// How services stand in a room: the name on some lines and what is told of it below, or all on one line,
/// one after the other where that is too short.
struct Rows {
  float cap = 0;
  bool on_one_line = false;
  std::vector<Entry> entries{};
  float padding = 0;

  float line() const { return cap * kLine; }
  float row(std::size_t index) const {
    return 2 * padding + line() * static_cast<float>(entries[index].name.size() + (on_one_line ? 0 : 1));
  }
};

/// As much of it as has room; empty: not even the least has.
std::string told_in(const Sheet& sheet, const ServiceLine& service, float room, float cap,
                    std::initializer_list<Length> lengths) {
  for (const auto length : lengths) {
    auto told = told_of(sheet, service, length);
    if (sheet.type.width(told, Weight::kBook, cap) <= room) return told;
  }
  return {};
}

float people_width(const Sheet& sheet, const ServiceLine& service, float cap) {
  return (kPerson + kBeside) * cap + sheet.type.width(std::to_string(service.waiting), Weight::kBold, cap);
}

/// Of all that is told of a service, beside each other.
float line_width(const Sheet& sheet, const ServiceLine& service, float cap, Length length) {
  const auto told = told_of(sheet, service, length);
  const float beside = told.empty() ? 0 : sheet.type.width(told, Weight::kBook, cap) + kApart * cap;
  return sheet.type.width(service.name, Weight::kBook, cap) + kApart * cap + beside +
         people_width(sheet, service, cap);
}

/// `shortened`: names that are too long for so many lines lose their ends.
struct Lines {
  std::size_t most;
  bool shortened = false;
};

std::vector<std::string> name_on(const Sheet& sheet, const std::string& name, float width, float cap,
                                 Lines lines) {
  if (!lines.shortened) return sheet.type.wrapped(name, Weight::kBook, cap, width, lines.most);
  const float height = (static_cast<float>(lines.most) + 0.5F) * kLine * cap;
  return sheet.type.block(name, Weight::kBook, width, height, cap, cap, kLine).lines;
}

/// Nothing: a row would not go in.
std::optional<Rows> rows_at(const Sheet& sheet, Size room, float cap, Lines lines) {
  Rows rows{.cap = cap, .padding = sheet.px(kLeastPadding)};
  for (const auto& service : sheet.scene.services) {
    auto name = name_on(sheet, service.name, room.width, cap, lines);
    const bool narrow = std::all_of(name.begin(), name.end(), [&](const auto& line) {
      return sheet.type.width(line, Weight::kBook, cap) <= room.width;
    });
    const float beside = room.width - people_width(sheet, service, cap) - kApart * cap;
    auto told = told_in(sheet, service, beside, cap, {Length::kFull, Length::kUsual});
    // Too long in this size, but not too long to be read.
    if (told.empty()) told = told_of(sheet, service, Length::kUsual);
    rows.entries.push_back({&service, std::move(name), true, std::move(told)});
    if (!narrow || rows.row(rows.entries.size() - 1) > room.height + 2 * rows.padding) return std::nullopt;
  }
  return rows;
}

Rows on_one_line(const Sheet& sheet, float width) {
  Rows rows{.cap = sheet.px(kReadCap), .on_one_line = true, .padding = sheet.px(kLeastPadding)};
  for (const auto& service : sheet.scene.services) {
    const bool all = line_width(sheet, service, rows.cap, Length::kUsual) <= width;
    const float beside_name =
        width - sheet.type.width(service.name, Weight::kBook, rows.cap) - kApart * rows.cap;
    const float beside_all = beside_name - people_width(sheet, service, rows.cap) - kApart * rows.cap;
    const auto beside_people =
        all ? told_in(sheet, service, beside_all, rows.cap, {Length::kFull, Length::kUsual}) : "";
    rows.entries.push_back({&service, {service.name}, true, beside_people});
    if (all) continue;
    auto told =
        told_in(sheet, service, beside_name, rows.cap, {Length::kFull, Length::kUsual, Length::kShort});
    // That there are no tickets matters more than the end of a name.
    if (told.empty() && gives_no_tickets(sheet, service)) told = told_of(sheet, service, Length::kShort);
    if (!told.empty()) rows.entries.push_back({&service, {service.name}, false, std::move(told)});
  }
  return rows;
}

/// All in one size, as large as must be read, or where not even one service goes in, smaller. Only the
/// longest names lose their ends.
Rows rows_in(const Sheet& sheet, Size room) {
  constexpr float kStep = 2;
  constexpr int kSteps = static_cast<int>((kReadCap - kSmallestCap) / kStep);
  const float read = sheet.px(kReadCap);
  const auto& services = sheet.scene.services;
  const bool wide = std::all_of(services.begin(), services.end(), [&](const auto& service) {
    const auto length = gives_no_tickets(sheet, service) ? Length::kFull : Length::kUsual;
    return line_width(sheet, service, read, length) <= room.width;
  });
  if (wide || room.height < 1.8F * kLine * read) return on_one_line(sheet, room.width);
  for (int step = 0; step <= kSteps; ++step) {
    const float cap = kReadCap - kStep * static_cast<float>(step);
    for (std::size_t most = 2; most <= 3; ++most)
      if (auto rows = rows_at(sheet, room, sheet.px(cap), {most})) return *std::move(rows);
  }
  if (auto rows = rows_at(sheet, room, read, {2, true})) return *std::move(rows);
  return on_one_line(sheet, room.width);
}

/// Where each page begins, and the end of the last.
std::vector<std::size_t> page_breaks(const Rows& rows, float height) {
  std::vector<std::size_t> breaks = {0};
  float used = 0;
  for (std::size_t index = 0; index < rows.entries.size(); ++index) {
    if (index > breaks.back() && used + rows.row(index) > height + 2 * rows.padding) {
      breaks.push_back(index);
      used = 0;
    }
    used += rows.row(index);
  }
  breaks.push_back(rows.entries.size());
  return breaks;
}

Rect inside(const Sheet& sheet, Rect rect) {
  return rect.inset(sheet.px(kPaddingX), sheet.px(kPaddingY));
}

/// Around a line, so that what hangs below it is inside.
Rect slot_of(Rect line, float cap) {
  return line.inset(0, (line.height - kSlot * cap) / 2);
}

/// A person and how many of them, at that side of the line. Returns how wide that is.
float put_waiting(const Sheet& sheet, Rect line, const ServiceLine& service, float cap, Align side) {
  const float width = people_width(sheet, service, cap);
  const float size = kPerson * cap;
  const Rect place = side == Align::kLeft ? line.left(width) : line.right_of(line.width - width);
  sheet.mark(Shape::kPerson, {place.x, line.y + (line.height - size) / 2, size, size}, Ink::kQuiet);
  sheet.put(part::kServiceWaiting, std::to_string(service.waiting),
            slot_of(place.right_of(size + kBeside * cap), cap), cap, side, Weight::kBold, Ink::kWhite,
            Fill::kPanel);
  return width + kApart * cap;
}

/// Left out where it would be too small to be read.
float put_told(const Sheet& sheet, Rect room, const Entry& entry, float cap) {
  const float fitting = sheet.type.fitting_cap(entry.told, Weight::kBook, cap, room.width);
  if (entry.told.empty() || fitting < sheet.px(kSmallestCap)) return 0;
  const bool none = gives_no_tickets(sheet, *entry.service);
  sheet.put(none ? part::kServiceState : part::kServiceEstimate, entry.told, slot_of(room, cap), cap,
            Align::kRight, Weight::kBook, none ? Ink::kYellow : Ink::kQuiet, Fill::kPanel);
  return sheet.type.width(entry.told, Weight::kBook, fitting) + kApart * cap;
}

void put_name(const Sheet& sheet, Rect line, const std::string& name, float cap) {
  sheet.put_shortened(part::kServiceName, name, slot_of(line, cap), cap,
                      std::min(cap, sheet.px(kSmallestCap)), Align::kLeft, Weight::kBook, Ink::kWhite,
                      Fill::kPanel);
}

void lay_on_one_line(const Sheet& sheet, Rect row, const Entry& entry, float cap) {
  Rect rest = row;
  if (entry.people)
    rest = rest.left(rest.width - put_waiting(sheet, row, *entry.service, cap, Align::kRight));
  rest = rest.left(rest.width - put_told(sheet, rest, entry, cap));
  put_name(sheet, rest, entry.name.front(), cap);
}

void lay_service(const Sheet& sheet, Rect row, const Rows& rows, std::size_t index) {
  const auto& entry = rows.entries[index];
  if (rows.on_one_line) return lay_on_one_line(sheet, row, entry, rows.cap);
  Rect rest = row.inset(0, (row.height - (rows.row(index) - 2 * rows.padding)) / 2);
  for (const auto& name : entry.name) {
    put_name(sheet, rest.top(rows.line()), name, rows.cap);
    rest = rest.below(rows.line());
  }
  const float people = put_waiting(sheet, rest, *entry.service, rows.cap, Align::kLeft);
  put_told(sheet, rest.right_of(people), entry, rows.cap);
}
}  // namespace

std::size_t service_pages(const Sheet& sheet, Rect rect) {
  const Rect inner = inside(sheet, rect);
  return page_breaks(rows_in(sheet, {inner.width, inner.height}), inner.height).size() - 1;
}

void lay_services(const Sheet& sheet, Rect rect, std::size_t page) {
  const Rect inner = inside(sheet, rect);
  if (sheet.scene.services.empty()) {
    sheet.panel(Fill::kPanel, rect, sheet.px(kRadius));
    return lay_closed(sheet, inner, Fill::kPanel);
  }
  const auto rows = rows_in(sheet, {inner.width, inner.height});
  const auto breaks = page_breaks(rows, inner.height);
  float used = 0;
  for (auto index = breaks[page]; index < breaks[page + 1]; ++index) used += rows.row(index);
  // Above the first and below the last there is the panel's own edge.
  Rect rest = inner.inset(0, -rows.padding);
  const float spare = (rest.height - used) / static_cast<float>(breaks[page + 1] - breaks[page]);
  sheet.panel(Fill::kPanel, rect, sheet.px(kRadius));
  for (auto index = breaks[page]; index < breaks[page + 1]; ++index) {
    if (index > breaks[page]) sheet.separate(inner, rest.y);
    lay_service(sheet, rest.top(rows.row(index) + spare), rows, index);
    rest = rest.below(rows.row(index) + spare);
  }
}

}  // namespace panggil::display
