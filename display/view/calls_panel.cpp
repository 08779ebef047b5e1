// What the panels of calls have in common, and those of them that are not the hall's: the band and the desk.
#include <algorithm>
#include <utility>

#include "display/view/panels.hpp"

namespace panggil::display {
namespace {
constexpr float kPadding = 36;
constexpr float kNumberPadding = 20;  // numbers may stand nearer to the edge
constexpr float kClockCap = 54;
constexpr float kWordCap = 52;
constexpr float kNumberSlot = 1.12F;  // of its cap height: round digits stand out a little
constexpr float kNamePitch = 1.43F;
constexpr float kHang = 0.34F;  // below the line of a text in small letters
constexpr float kMessageCap = 130;
constexpr float kMessagePitch = 1.6F;
constexpr float kSubMessageCap = 56;
constexpr float kEnoughForTicket = 222;  // at 10 m on 43 inches
constexpr float kArrow = 120;            // between ticket and counter beside each other
constexpr float kCaption = 88;

void put_link(const Sheet& sheet, Rect room) {
  if (sheet.scene.last_data.empty()) return;  // then the whole panel says it
  const auto text = age_of_data(sheet);
  const float padding = sheet.px(18);
  const float cap = sheet.type.fitting_cap(text, Weight::kBold, sheet.px(kReadCap), room.width - 2 * padding);
  const Rect badge = room.left(sheet.type.width(text, Weight::kBold, cap) + 2 * padding);
  sheet.panel(Fill::kBadge, badge, badge.height / 2);
  sheet.put(part::kLink, text, badge.inset(padding, 0), cap, Align::kCentre, Weight::kBold, Ink::kDark,
            Fill::kBadge);
}

/// Room for the number of a half.
Rect number_room(const Sheet& sheet, Rect half) {
  return half.below(sheet.px(kWordCap * kLineSlot));
}

float fitting(const Sheet& sheet, std::string_view text, Rect room) {
  return sheet.type.fitting_cap(text, Weight::kBold, room.height / kNumberSlot, room.width);
}

/// A ticket and a counter in one size, and the same for all legal tickets and two digits of a counter.
struct Pair {
  Rect ticket;
  Rect counter;

  float cap(const Sheet& sheet) const {
    return std::min(fitting(sheet, kLongestTicket, number_room(sheet, ticket)),
                    fitting(sheet, "00", number_room(sheet, counter)));
  }
};

std::string state_in_words(const Sheet& sheet, const std::string& state) {
  if (state == "open") return sheet.words.text("display.counter_open");
  if (state == "paused") return sheet.words.text("display.counter_paused");
  return sheet.words.text("display.closed");
}

/// The counter's own number, and beside or below it whom it serves, or that it serves nobody.
void lay_desk_body(const Sheet& sheet, Rect body, const CounterLine& desk) {
  // A name wants all the width there is.
  const bool beside = body.width > body.height && !desk.counter.is_name();
  const float gap = sheet.px(40);
  const Rect one = beside ? body.left((body.width - gap) * 0.36F) : body.top((body.height - gap) / 2);
  const Rect other = beside ? body.right_of(one.width + gap) : body.below(one.height + gap);
  const float line = std::max(2.0F, sheet.px(3));
  sheet.mark(Shape::kLine,
             beside ? Rect{one.right() + gap / 2, body.y, line, body.height}
                    : Rect{body.x, one.bottom() + gap / 2, body.width, line},
             Ink::kLine);
  const float cap = Pair{other, one}.cap(sheet);
  lay_half(sheet, one, counter_half(sheet, desk.counter), cap);
  if (!desk.ticket.empty()) return lay_half(sheet, other, ticket_half(sheet, desk.ticket), cap);
  lay_message(sheet, other, state_in_words(sheet, desk.state), "");
}

/// The ticket, an arrow, the counter.
void lay_beside(const Sheet& sheet, Rect body, const CalledTicket& call) {
  const float band = sheet.px(kArrow);
  const float size = sheet.px(kArrow * 0.7F);
  const float left = (body.width - band) * 0.63F;
  const Pair pair{body.left(left), body.right_of(left + band)};
  const float cap = pair.cap(sheet);
  const Rect number = number_room(sheet, pair.ticket);
  lay_half(sheet, pair.ticket, ticket_half(sheet, call.ticket), cap);
  sheet.mark(Shape::kArrowRight,
             {body.x + left + (band - size) / 2, number.y + (number.height - size) / 2, size, size},
             Ink::kYellow);
  lay_half(sheet, pair.counter, counter_half(sheet, call.counter), cap);
}

void lay_below(const Sheet& sheet, Rect body, const CalledTicket& call) {
  const float arrow = sheet.px(kArrow * 0.7F);
  const float half = (body.height - arrow) / 2;
  // A counter with a name gets all that the ticket leaves.
  const float enough = sheet.px(kWordCap * kLineSlot + kEnoughForTicket * kNumberSlot);
  const bool named = call.counter.is_name();
  const float upper = named ? std::min(std::max(half, enough), body.height * 0.65F) : half;
  const Pair pair{body.top(upper), body.below(upper + arrow)};
  const float cap = named ? fitting(sheet, kLongestTicket, number_room(sheet, pair.ticket)) : pair.cap(sheet);
  lay_half(sheet, pair.ticket, ticket_half(sheet, call.ticket), cap);
  sheet.mark(Shape::kArrowDown, {body.x + (body.width - arrow) / 2, body.y + upper, arrow, arrow},
             Ink::kYellow);
  lay_half(sheet, pair.counter, counter_half(sheet, call.counter), cap);
}

/// On as many lines as make it largest.
void lay_name(const Sheet& sheet, Rect rect, const Half& half, float most) {
  const auto [lines, tried] = sheet.type.block(half.number, Weight::kBold, rect.width, rect.height, most,
                                               sheet.px(kReadCap), kNamePitch);
  if (lines.empty()) return;
  // It was tried in steps: there may be some room left.
  float cap = std::max(std::min(most, rect.height / (kNamePitch * static_cast<float>(lines.size()))), tried);
  for (const auto& line : lines) cap = sheet.type.fitting_cap(line, Weight::kBold, cap, rect.width);
  const float pitch = cap * kNamePitch;
  const float hang = lines.back().find_first_of("gjpqy,;()") == std::string::npos ? 0 : kHang * cap;
  const float high = cap + pitch * static_cast<float>(lines.size() - 1) + hang;
  float top = rect.y + (rect.height - high) / 2;  // of the capital letters: what hangs is inside as well
  for (const auto& line : lines) {
    sheet.put(half.part, line, {rect.x, top - kHang * cap, rect.width, cap * (1 + 2 * kHang)}, cap,
              Align::kCentre, Weight::kBold, half.ink, Fill::kLive);
    top += pitch;
  }
}
}  // namespace

Half ticket_half(const Sheet& sheet, const std::string& ticket) {
  return {part::kTicketWord, sheet.words.text("display.number"), part::kTicket, ticket, Ink::kWhite};
}

Half counter_half(const Sheet& sheet, const Label& counter) {
  const bool says_what_it_is = counter.is_name() || !counter.word.empty();
  const auto word = says_what_it_is ? counter.word : sheet.words.text("display.counter");
  return {part::kCounterWord, word, part::kCounter, counter.number, Ink::kYellow};
}

std::string written(const Sheet& sheet, const std::string& time) {
  return time_in_words(time, sheet.words);
}

std::string age_of_data(const Sheet& sheet) {
  return sheet.words.text("display.last_data", {{"time", written(sheet, sheet.scene.last_data)}});
}

Rect number_body(const Sheet& sheet, Rect body) {
  return body.inset(-sheet.px(kPadding - kNumberPadding), 0);
}

void put_pulsing_panel(const Sheet& sheet, Rect rect, float radius) {
  if (sheet.scene.calling) sheet.made.pulsing = sheet.made.panels.size();
  sheet.made.live = rect;
  sheet.panel(Fill::kLive, rect, radius);
}

void lay_caption(const Sheet& sheet, Rect rect, Fill on) {
  const auto& scene = sheet.scene;
  const float clock = sheet.clock_is_elsewhere
                          ? 0
                          : sheet.type.width(written(sheet, "00:00"), Weight::kBold, sheet.px(kClockCap));
  if (!sheet.clock_is_elsewhere)
    sheet.put(part::kClock, written(sheet, scene.clock), rect.right_of(rect.width - clock),
              sheet.px(kClockCap), Align::kRight, Weight::kBold, Ink::kWhite, on);
  const Rect room = rect.left(rect.width - clock - sheet.px(12));
  if (scene.link != LinkState::kFresh) return put_link(sheet, room);
  if (on == Fill::kLive && !scene.live && !scene.desk) return;  // then the whole panel says it
  sheet.put_shortened(part::kOffice, scene.office, room, sheet.px(kReadCap), sheet.px(28), Align::kLeft,
                      Weight::kBook, Ink::kQuiet, on);
}

void lay_half(const Sheet& sheet, Rect rect, const Half& half, std::optional<float> cap_of_pair) {
  const float line = sheet.px(kWordCap * kLineSlot);
  const float cap = cap_of_pair.value_or(fitting(sheet, kLongestTicket, number_room(sheet, rect)));
  if (half.word.empty()) return lay_name(sheet, rect, half, cap);
  const float spare = rect.height - line - cap * kNumberSlot;
  const float apart = std::min(spare / 3, sheet.px(32));
  const Rect block = rect.below((spare - apart) / 2);
  const Rect slot = block.below(line + apart).top(cap * kNumberSlot);
  sheet.put(half.word_part, half.word, block.top(line), sheet.px(kWordCap), Align::kCentre, Weight::kBook,
            Ink::kQuiet, Fill::kLive);
  sheet.put(half.part, half.number, slot, cap, Align::kCentre, Weight::kBold, half.ink, Fill::kLive);
}

void lay_message(const Sheet& sheet, Rect body, const std::string& text, const std::string& below) {
  const float sub = below.empty() ? 0 : sheet.px(kSubMessageCap * kLineSlot + 24);
  const auto [lines, cap] = sheet.type.block(text, Weight::kBold, body.width, body.height - sub,
                                             sheet.px(kMessageCap), sheet.px(kReadCap), kMessagePitch);
  const float pitch = cap * kMessagePitch;
  const float over = (kLineSlot - kMessagePitch) / 2 * cap;
  Rect rest = body.below((body.height - pitch * static_cast<float>(lines.size()) - sub) / 2);
  for (const auto& line : lines) {
    sheet.put(part::kMessage, line, rest.top(pitch).inset(0, -over), cap, Align::kCentre, Weight::kBold,
              Ink::kWhite, Fill::kLive);
    rest = rest.below(pitch);
  }
  if (below.empty()) return;
  sheet.put(part::kSubMessage, below, rest.below(sheet.px(24)).top(sheet.px(kSubMessageCap * kLineSlot)),
            sheet.px(kSubMessageCap), Align::kCentre, Weight::kBook, Ink::kYellow, Fill::kLive);
}

void lay_band(const Sheet& sheet, Rect rect) {
  put_pulsing_panel(sheet, rect, sheet.px(36));
  const Rect body = rect.inset(sheet.px(kNumberPadding), sheet.px(kPadding * 0.6F));
  const bool beside = body.width > 1.5F * body.height && !sheet.scene.live->counter.is_name();
  if (beside) return lay_beside(sheet, body, *sheet.scene.live);
  lay_below(sheet, body, *sheet.scene.live);
}

void lay_desk(const Sheet& sheet, Rect rect) {
  put_pulsing_panel(sheet, rect, sheet.px(36));
  const Rect inner = rect.inset(sheet.px(kPadding), sheet.px(kPadding * 0.6F));
  lay_caption(sheet, inner.top(sheet.px(kCaption)), Fill::kLive);
  const Rect body = inner.below(sheet.px(kCaption + 12));
  if (sheet.scene.link == LinkState::kLost)
    return lay_message(sheet, body, sheet.words.text("display.follow_staff"), "");
  if (!sheet.scene.desk) {
    const auto text =
        sheet.words.text(sheet.scene.office.empty() ? "display.connecting" : "display.no_such_counter");
    return lay_message(sheet, body, text, "");
  }
  lay_desk_body(sheet, number_body(sheet, body), *sheet.scene.desk);
}

}  // namespace panggil::display
