#include "kiosk/printing/ticket_layout.hpp"

#include <algorithm>
#include <cmath>

#include "common/drawing/names.hpp"
#include "common/drawing/sheet.hpp"

namespace panggil::kiosk {
namespace {
using namespace drawing::names;

constexpr float kNumberCap = 136;
constexpr float kServiceCap = 30;
constexpr float kOfficeCap = 25;
constexpr float kWaitCap = 24;
constexpr float kReadCap = 21;
constexpr float kSmallCap = 18;
constexpr float kLine = 1.75F;
constexpr float kCodeSide = 176;
constexpr float kMost = 8000;

float unit(Size size) {
  return size.width / static_cast<float>(kDotsOf80);
}

/// Written from above downwards; the paper is as long as what stands on it.
class Strip {
 public:
  Strip(const drawing::Sheet& sheet, Rect room) : sheet_(sheet), room_(room) {}

  void write(std::string_view part, const std::string& text, Weight weight, float cap, Align align,
             std::size_t most = 3) {
    if (text.empty()) return;
    float fitting = sheet_.px(cap);
    const auto lines = sheet_.type.wrapped(text, weight, fitting, room_.width, most);
    for (const auto& line : lines) fitting = sheet_.type.fitting_cap(line, weight, fitting, room_.width);
    for (const auto& line : lines)
      sheet_.put(part, line, take(fitting * kLine), fitting, align, weight, Ink::kDark, Fill::kSheet);
  }
  void rule() {
    space(10);
    const Rect line = take(sheet_.px(3));
    sheet_.mark(Shape::kLine, line, Ink::kDark);
    space(10);
  }
  void space(float designed) { take(sheet_.px(designed)); }
  Rect take(float height) {
    const Rect taken{room_.x, room_.y, room_.width, height};
    room_.y += height;
    return taken;
  }
  float bottom() const { return room_.y; }

 private:
  const drawing::Sheet& sheet_;
  Rect room_;
};

void write_documents(Strip& strip, const Paper& paper) {
  if (paper.documents.empty()) return;
  strip.rule();
  strip.write(ticket_part::kDocument, paper.documents_title, Weight::kBold, kReadCap, Align::kLeft, 1);
  for (const auto& line : paper.documents)
    strip.write(ticket_part::kDocument, "•  " + line, Weight::kBook, kReadCap, Align::kLeft, 3);
}

/// The code, and beside it when the ticket was taken. Where there is no code, below each other.
void write_foot(const drawing::Sheet& sheet, Strip& strip, const Paper& paper, TicketLayout& out) {
  strip.rule();
  Rect beside{0, strip.bottom(), out.size.width, 0};
  if (out.code.width > 0) {
    out.code.y = strip.bottom();
    beside = beside.right_of(out.code.width + sheet.px(8));
  }
  Strip words(sheet, beside);
  const Align align = out.code.width > 0 ? Align::kLeft : Align::kCentre;
  if (out.code.width > 0) words.space(16);
  words.write(ticket_part::kFoot, paper.date, Weight::kBook, kSmallCap, align, 2);
  words.write(ticket_part::kFoot, paper.time, Weight::kBold, kSmallCap, align, 1);
  words.space(6);
  words.write(ticket_part::kFoot, paper.closing, Weight::kBook, kSmallCap, align, 4);
  strip.take(std::max(out.code.height, words.bottom() - beside.y));
}

}  // namespace

drawing::Design ticket_design() {
  return {
      unit,
      {.bold = {kNumberCap, kServiceCap, kReadCap}, .book = {kWaitCap, kSmallCap}, .tickets = {kNumberCap}}};
}

TicketLayout ticket_layout(const Paper& paper, unsigned dots, bool room_for_code,
                           const drawing::Typesetter& type) {
  TicketLayout out;
  out.size = {static_cast<float>(dots), kMost};
  const drawing::Sheet sheet{type, unit(out.size), out};
  // On a narrow strip a code as large as on a wide one: it is read by the same eyes.
  const float side = room_for_code && !paper.code.empty() ? std::max(sheet.px(kCodeSide), 150.0F) : 0;
  out.code = {0, 0, side, side};
  Strip strip(sheet, {0, 0, out.size.width, 0});
  strip.write(ticket_part::kOffice, paper.office, Weight::kBold, kOfficeCap, Align::kCentre, 2);
  strip.rule();
  strip.write(ticket_part::kWait, paper.your_number, Weight::kBook, kWaitCap, Align::kCentre, 1);
  strip.space(-20);
  strip.write(ticket_part::kNumber, paper.ticket, Weight::kBold, kNumberCap, Align::kCentre, 1);
  strip.space(-16);
  strip.write(ticket_part::kService, paper.service, Weight::kBold, kServiceCap, Align::kCentre, 2);
  strip.space(8);
  strip.write(ticket_part::kWait, paper.ahead, Weight::kBook, kWaitCap, Align::kCentre, 1);
  strip.write(ticket_part::kWait, paper.estimate, Weight::kBook, kWaitCap, Align::kCentre, 2);
  strip.write(ticket_part::kWait, paper.where, Weight::kBook, kWaitCap, Align::kCentre, 3);
  write_documents(strip, paper);
  write_foot(sheet, strip, paper, out);
  out.size.height = std::ceil(strip.bottom());
  out.panels.push_back({Fill::kSheet, {0, 0, out.size.width, out.size.height}, 0});
  return out;
}

}  // namespace panggil::kiosk
