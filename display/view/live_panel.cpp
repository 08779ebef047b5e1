#include <algorithm>
#include <utility>

#include "display/view/panels.hpp"

namespace panggil::display {
namespace {
constexpr float kPadding = 36;
constexpr float kCaptionHeight = 88;
constexpr float kClockCap = 54;
constexpr float kWordCap = 52;
constexpr float kNumberSlot = 1.12F;  // of its cap height: round digits stand out a little
constexpr float kArrowBand = 96;
constexpr float kArrowHeight = 76;
constexpr float kMessageCap = 84;
constexpr std::size_t kMessageLines = 3;
constexpr float kSubMessageCap = 56;

void put_link(const Sheet& sheet, Rect room) {
  if (sheet.scene.last_data.empty()) return;  // then the whole panel says it
  const auto text = sheet.words.text("display.last_data", {{"time", sheet.scene.last_data}});
  const float padding = sheet.px(18);
  const float cap = sheet.type.fitting_cap(text, Weight::kBold, sheet.px(kReadCap), room.width - 2 * padding);
  const Rect badge = room.left(sheet.type.width(text, Weight::kBold, cap) + 2 * padding);
  sheet.panel(Fill::kBadge, badge, badge.height / 2);
  sheet.put(part::kLink, text, badge.inset(padding, 0), cap, Align::kCentre, Weight::kBold, Ink::kDark,
            Fill::kBadge);
}

/// The line at the top: whose screen this is, or how old its data is; and the time.
void lay_caption(const Sheet& sheet, Rect rect) {
  const auto& scene = sheet.scene;
  const float clock = sheet.type.width("00:00", Weight::kBold, sheet.px(kClockCap));
  sheet.put(part::kClock, scene.clock, rect.right_of(rect.width - clock), sheet.px(kClockCap), Align::kRight,
            Weight::kBold, Ink::kWhite, Fill::kLive);
  const Rect room = rect.left(rect.width - clock - sheet.px(12));
  if (scene.link != LinkState::kFresh) return put_link(sheet, room);
  if (!scene.live) return;  // then the whole panel says it
  sheet.put_shortened(part::kOffice, scene.office, room, sheet.px(kReadCap), sheet.px(36), Align::kLeft,
                      Weight::kBook, Ink::kQuiet, Fill::kLive);
}

/// One size for all legal tickets, so that the number does not change its size from call to call.
float number_cap(const Sheet& sheet, Rect slot) {
  const float by_height = slot.height / kNumberSlot;
  return sheet.type.fitting_cap(kLongestTicket, Weight::kBold, by_height, slot.width);
}

void lay_half(const Sheet& sheet, Rect rect, std::string_view word_part, const std::string& word,
              std::string_view part, const std::string& number, Ink ink) {
  const float line = sheet.px(kWordCap * kLineSlot);
  const float cap = number_cap(sheet, rect.below(line));
  const float spare = rect.height - line - cap * kNumberSlot;
  const float apart = std::min(spare / 3, sheet.px(32));
  const Rect block = rect.below((spare - apart) / 2);
  const Rect slot = block.below(line + apart).top(cap * kNumberSlot);
  sheet.put(word_part, word, block.top(line), sheet.px(kWordCap), Align::kCentre, Weight::kBook, Ink::kQuiet,
            Fill::kLive);
  sheet.put(part, number, slot, cap, Align::kCentre, Weight::kBold, ink, Fill::kLive);
}

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
  lay_half(sheet, body.top(half), part::kTicketWord, sheet.words.text("display.number"), part::kTicket,
           call.ticket, Ink::kWhite);
  lay_arrow(sheet, body.below(half).top(band));
  const auto word = call.counter.word.empty() ? sheet.words.text("display.counter") : call.counter.word;
  lay_half(sheet, body.below(half + band), part::kCounterWord, word, part::kCounter, call.counter.number,
           Ink::kYellow);
}

/// A few large words in the middle, and smaller ones below them.
void lay_message(const Sheet& sheet, Rect body, const std::string& text, const std::string& below) {
  const float cap = sheet.px(kMessageCap);
  const auto lines = sheet.type.wrapped(text, Weight::kBold, cap, body.width, kMessageLines);
  const float pitch = cap * kLineSlot;
  const float sub = below.empty() ? 0 : sheet.px(kSubMessageCap * kLineSlot + 24);
  Rect rest = body.below((body.height - pitch * static_cast<float>(lines.size()) - sub) / 2);
  for (const auto& line : lines) {
    sheet.put(part::kMessage, line, rest.top(pitch), cap, Align::kCentre, Weight::kBold, Ink::kWhite,
              Fill::kLive);
    rest = rest.below(pitch);
  }
  if (below.empty()) return;
  sheet.put(part::kSubMessage, below, rest.below(sheet.px(24)).top(sheet.px(kSubMessageCap * kLineSlot)),
            sheet.px(kSubMessageCap), Align::kCentre, Weight::kBook, Ink::kYellow, Fill::kLive);
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
  lay_message(sheet, body, scene.office, scene.closed ? sheet.words.text("display.closed") : scene.area);
}
}  // namespace

void lay_live_panel(const Sheet& sheet, Rect rect) {
  sheet.panel(Fill::kLive, rect, sheet.px(36));
  const Rect inner = rect.inset(sheet.px(kPadding), sheet.px(kPadding * 0.6F));
  const float caption = sheet.px(kCaptionHeight);
  lay_caption(sheet, inner.top(caption));
  const Rect body = inner.below(caption + sheet.px(12));
  if (sheet.scene.live) {
    lay_call(sheet, body);
  } else {
    lay_quiet(sheet, body);
  }
}

}  // namespace panggil::display
