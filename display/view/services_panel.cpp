#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <string>
#include <vector>

#include "display/view/panels.hpp"

namespace panggil::display {
namespace {
constexpr float kSmallestNameCap = 34;
constexpr float kRise = 0.08F;  // what hangs below the last line takes room, too
constexpr float kOver = 0.16F;  // what hangs below a line may stand beside what rises from the next

/// The services that are shown, and how.
struct Services {
  std::vector<const ServiceLine*> shown;
  std::vector<std::vector<std::string>> names;  ///< of each, on one line or two
  float cap = 0;
  float padding = 0;
  float number_line = 0;
  bool stacked = false;   ///< the number below the name, where there is little room beside it
  bool estimates = true;  ///< told below the names

  float line() const { return cap * 1.4F; }
  bool tells(std::size_t index) const { return estimates && shown[index]->wait.has_value(); }
  float name_height(std::size_t index) const {
    return static_cast<float>(names[index].size() + (tells(index) ? 1 : 0)) * line();
  }
  float row(std::size_t index) const {
    const float name = name_height(index);
    return 2 * padding + (stacked ? name + number_line : std::max(name, number_line));
  }
  float height() const {
    float sum = 0;
    for (std::size_t index = 0; index < names.size(); ++index) sum += row(index);
    return sum;
  }
};

float people_width(const Sheet& sheet) {
  return sheet.px(64) + sheet.type.width("000", Weight::kBold, sheet.px(kReadCap));
}

float name_width(const Sheet& sheet, const Services& services, float width) {
  return services.stacked ? width : width - people_width(sheet) - sheet.px(16);
}

/// True if all of it goes into `room` in letters so large.
bool try_cap(const Sheet& sheet, Services& services, Size room, float cap) {
  services.cap = sheet.px(cap);
  services.names.clear();
  const float width = name_width(sheet, services, room.width);
  bool narrow = true;
  for (const auto* service : services.shown) {
    services.names.push_back(sheet.type.wrapped(service->name, Weight::kBook, services.cap, width, 2));
    for (const auto& line : services.names.back())
      narrow = narrow && sheet.type.width(line, Weight::kBook, services.cap) <= width;
  }
  return narrow && services.height() <= room.height;
}

/// The largest letters at which everything goes in.
bool try_caps(const Sheet& sheet, Services& services, Size room) {
  constexpr float kStep = 2;
  constexpr int kSteps = static_cast<int>((kReadCap - kSmallestNameCap) / kStep);
  for (int step = 0; step <= kSteps; ++step)
    if (try_cap(sheet, services, room, kReadCap - kStep * static_cast<float>(step))) return true;
  return false;
}

void drop_shortest_queue(std::vector<const ServiceLine*>& shown) {
  // The last of several: the office has put first what matters most.
  const auto shortest =
      std::min_element(shown.rbegin(), shown.rend(),
                       [](const auto* one, const auto* other) { return one->waiting < other->waiting; });
  shown.erase(std::next(shortest).base());
}

/// All names in one size, the largest at which everything goes in. Where nothing does, the estimates are left
/// out, and then the shortest queues.
Services fitting_services(const Sheet& sheet, Size room) {
  Services services;
  services.padding = sheet.px(8);
  services.stacked = room.width < sheet.px(460);
  services.number_line = sheet.px(kReadCap * (services.stacked ? 1.9F : 1.35F));
  for (const auto& service : sheet.scene.services) services.shown.push_back(&service);
  while (true) {
    services.estimates = true;
    if (try_caps(sheet, services, room)) return services;
    services.estimates = false;
    if (try_caps(sheet, services, room)) return services;
    if (services.height() <= room.height || services.shown.size() == 1) return services;
    drop_shortest_queue(services.shown);
  }
}

/// A person and how many of them, at that side of the slot.
void put_waiting(const Sheet& sheet, Rect slot, std::uint64_t waiting, Align side) {
  const float size = sheet.px(52);
  const float icon = size + sheet.px(12);
  const auto text = std::to_string(waiting);
  const float number = sheet.type.width(text, Weight::kBold, sheet.px(kReadCap));
  const float start = side == Align::kLeft ? slot.x : slot.right() - number - icon;
  sheet.mark(Shape::kPerson, {start, slot.y + (slot.height - size) / 2, size, size}, Ink::kQuiet);
  sheet.put(part::kServiceWaiting, text, {start + icon, slot.y, number, slot.height}, sheet.px(kReadCap),
            side, Weight::kBold, Ink::kWhite, Fill::kPanel);
}

void put_estimate(const Sheet& sheet, Rect slot, const WaitBand& wait, const Services& services) {
  const auto text =
      sheet.words.text(wait.low == 0 ? "display.estimate_at_most" : "display.estimate",
                       {{"low", std::to_string(wait.low)}, {"high", std::to_string(wait.high)}});
  sheet.put(part::kServiceEstimate, text, slot.top(services.line()).inset(0, -kOver * services.cap),
            services.cap, Align::kLeft, Weight::kBold, Ink::kQuiet, Fill::kPanel);
}

void lay_service(const Sheet& sheet, Rect row, const Services& services, std::size_t index) {
  const auto& lines = services.names[index];
  const float name_height = services.name_height(index);
  Rect name = row.inset(0, services.padding);
  Rect number = name;
  if (services.stacked) {
    number = name.below(name_height).top(services.number_line);
  } else {
    number = name.right_of(name.width - people_width(sheet));
    name = name.below((name.height - name_height) / 2).left(name_width(sheet, services, name.width));
  }
  name = name.below(-kRise * services.cap);
  for (const auto& line : lines) {
    sheet.put(part::kServiceName, line, name.top(services.line()).inset(0, -kOver * services.cap),
              services.cap, Align::kLeft, Weight::kBook, Ink::kWhite, Fill::kPanel);
    name = name.below(services.line());
  }
  if (services.tells(index)) put_estimate(sheet, name, *services.shown[index]->wait, services);
  put_waiting(sheet, number, services.shown[index]->waiting, services.stacked ? Align::kLeft : Align::kRight);
}
}  // namespace

float lay_services(const Sheet& sheet, Rect room, Height wanted) {
  if (sheet.scene.services.empty()) return 0;
  const float x = sheet.px(kPaddingX);
  const float y = sheet.px(kPaddingY);
  auto services = fitting_services(sheet, {room.width - 2 * x, room.height - 2 * y});
  const float spare = room.height - 2 * y - services.height();
  if (wanted == Height::kWhole && spare > 0)
    services.padding += spare / (2 * static_cast<float>(services.shown.size()));
  const float height = std::min(std::ceil(services.height() + 2 * y), room.height);
  const Rect rect = room.below(room.height - height);
  sheet.panel(Fill::kPanel, rect, sheet.px(kRadius));
  Rect rest = rect.inset(x, y);
  for (std::size_t index = 0; index < services.shown.size(); ++index) {
    if (index > 0) sheet.separate(rest, rest.y);
    lay_service(sheet, rest.top(services.row(index)), services, index);
    rest = rest.below(services.row(index));
  }
  return height;
}

}  // namespace panggil::display
