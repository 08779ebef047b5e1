#include <algorithm>
#include <utility>

#include "display/view/panels.hpp"

namespace panggil::display {
namespace {
constexpr float kPadding = 36;
constexpr float kCaptionHeight = 88;
constexpr float kArrowBand = 96;
constexpr float kArrowHeight = 76;

void lay_arrow(const Sheet& sheet, Rect band) {
  const float height = sheet.px(kArrowHeight);
  const float middle = band.y + band.height / 2;
  const Rect arrow{band.x + band.width / 2 - height / 2, middle - height / 2, height, height};
  const float space = sheet.px(28);
  const float line = std::max(2.0F, sheet.px(3));
  sheet.mark(Shape::kLine, {band.x, middle - line / 2, arrow.x - space - band.x, line}, Ink::kLine);
  sheet.mark(Shape::kLine,
             {arrow.right() + space, middle - line / 2, band.right() - arrow.right() - space, line},
             Ink::kLine);
  sheet.mark(Shape::kArrowDown, arrow, Ink::kYellow);
}

void lay_call(const Sheet& sheet, Rect body) {
  const auto& call = *sheet.scene.live;
  const float band = sheet.px(kArrowBand);
  const float half = (body.height - band) / 2;
  lay_half(sheet, body.top(half), ticket_half(sheet, call.ticket));
  lay_arrow(sheet, body.below(half).top(band));
  lay_half(sheet, body.below(half + band), counter_half(sheet, call.counter));
}

void lay_quiet(const Sheet& sheet, Rect body) {
  const auto& scene = sheet.scene;
  if (scene.link == LinkState::kLost)
    return lay_message(sheet, body, sheet.words.text("display.follow_staff"), "");
  if (scene.office.empty()) return lay_message(sheet, body, sheet.words.text("display.connecting"), "");
  if (!scene.areas_instead.empty()) {
    const auto text =
        sheet.words.text("display.no_such_area", {{"area", scene.area}, {"list", scene.areas_instead}});
    return lay_message(sheet, body, text, "");
  }
  if (scene.closed) return lay_closed(sheet, body, Fill::kLive);
  lay_message(sheet, body, scene.office, scene.area);
}
}  // namespace

void lay_live_panel(const Sheet& sheet, Rect rect) {
  put_pulsing_panel(sheet, rect, sheet.px(36));
  const Rect inner = rect.inset(sheet.px(kPadding), sheet.px(kPadding * 0.6F));
  const float caption = sheet.px(kCaptionHeight);
  lay_caption(sheet, inner.top(caption), Fill::kLive);
  const Rect body = inner.below(caption + sheet.px(12));
  if (sheet.scene.live) {
    lay_call(sheet, number_body(sheet, body));
  } else {
    lay_quiet(sheet, body);
  }
}

}  // namespace panggil::display
