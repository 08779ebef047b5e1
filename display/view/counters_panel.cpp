#include <algorithm>
#include <cstddef>

#include "display/view/panels.hpp"

namespace panggil::display {
namespace {
constexpr float kCap = 60;
constexpr float kLeastRow = 96;

void lay_row(const Sheet& sheet, Rect row, const CounterLine& line) {
  const float cap = sheet.px(kCap);
  const auto label =
      line.counter.word.empty() ? line.counter.number : line.counter.word + " " + line.counter.number;
  const auto text = line.state == "paused" ? sheet.words.text("display.counter_paused") : line.ticket;
  const float ticket =
      std::min(sheet.type.width(text.empty() ? "–" : text, Weight::kBold, cap), row.width * 0.6F);
  sheet.put_shortened(part::kListCounter, label, row.left(row.width - ticket - sheet.px(24)), cap,
                      sheet.px(kReadCap), Align::kLeft, Weight::kBook, Ink::kYellow, Fill::kPanel);
  sheet.put(part::kListTicket, text.empty() ? "–" : text, row.right_of(row.width - ticket), cap,
            Align::kRight, Weight::kBold, line.state == "paused" ? Ink::kQuiet : Ink::kWhite, Fill::kPanel);
}
}  // namespace

void lay_counters(const Sheet& sheet, Rect rect) {
  sheet.panel(Fill::kPanel, rect, sheet.px(kRadius));
  const Rect inner = rect.inset(sheet.px(kPaddingX), sheet.px(kPaddingY));
  const auto fitting = static_cast<std::size_t>(std::max(inner.height / sheet.px(kLeastRow), 1.0F));
  const std::size_t rows = std::min(fitting, sheet.scene.counters.size());
  const float height = std::min(inner.height / static_cast<float>(rows), sheet.px(1.4F * kLeastRow));
  Rect rest = inner;
  for (std::size_t index = 0; index < rows; ++index) {
    if (index > 0) sheet.separate(rest, rest.y);
    lay_row(sheet, rest.top(height), sheet.scene.counters[index]);
    rest = rest.below(height);
  }
}

}  // namespace panggil::display
