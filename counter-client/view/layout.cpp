#include "counter-client/view/layout.hpp"

#include <algorithm>
#include <cmath>

#include "counter-client/view/panels.hpp"

namespace panggil::counter {
namespace {
constexpr float kMargin = 12;
constexpr float kHead = 24;
constexpr float kCurrent = 104;
constexpr float kQueue = 66;
constexpr float kEvents = 38;
constexpr float kMessage = 40;

/// From top to bottom, each part its own height; what is left belongs to the buttons.
class Column {
 public:
  Column(const Sheet& sheet, Rect room) : sheet_(sheet), rest_(room) {}
  Rect take(float height, float gap = kGap) {
    const Rect taken = rest_.top(sheet_.px(height));
    rest_ = rest_.below(sheet_.px(height + gap));
    return taken;
  }
  Rect rest() const { return rest_; }

 private:
  const Sheet& sheet_;
  Rect rest_;
};
}  // namespace

float unit(Size size) {
  return std::min(size.width / kDesigned.width, size.height / kDesigned.height);
}

drawing::Design design() {
  return {unit,
          {.bold = {kTicketCap, kOfflineCap, kLargeCap, kReadCap},
           .book = {kLargeCap, kReadCap, kSmallCap},
           .tickets = {kTicketCap}}};
}

Layout layout(const Scene& scene, Size size, const drawing::Typesetter& type, const Catalogue& words) {
  Layout out;
  out.size = size;
  out.panels.push_back({Fill::kScreen, {0, 0, size.width, size.height}, 0});
  const Sheet sheet{{type, unit(size), out}, scene, words, out.targets};
  const float margin = std::ceil(sheet.px(kMargin));
  Column column(sheet, Rect{0, 0, size.width, size.height}.inset(margin, margin));
  lay_head(sheet, column.take(kHead));
  lay_current(sheet, column.take(kCurrent, 8));
  lay_queue(sheet, column.take(kQueue, 2));
  lay_events(sheet, column.take(kEvents));
  lay_message(sheet, column.take(kMessage, 8));
  if (scene.question) {
    lay_question(sheet, *scene.question, column.rest());
  } else if (scene.list) {
    lay_list(sheet, *scene.list, column.rest());
  } else {
    lay_buttons(sheet, column.rest());
  }
  return out;
}

}  // namespace panggil::counter
