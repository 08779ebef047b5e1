/// \file
/// The parts of a layout, each of which fills its own rectangle. Only for layout.cpp.
#pragma once

#include "common/drawing/sheet.hpp"
#include "common/texts/times.hpp"
#include "display/view/layout.hpp"

namespace panggil::display {

/// What the parts have in common: a layout being made.
struct Sheet : drawing::Sheet {
  const Scene& scene;
  const Catalogue& words;
  const Extras& extras;
  Layout& made;
  bool clock_is_elsewhere = false;   ///< it has a zone of its own
  bool age_is_elsewhere = false;     ///< so has the office, which tells how old the data is
  bool closed_is_elsewhere = false;  ///< so has the live call, whose panel tells that the office is closed
};

/// Of the panels beside the live one, at 1080 lines.
inline constexpr float kPaddingX = 20;
inline constexpr float kPaddingY = 12;
inline constexpr float kRadius = 28;

/// The longest legal ticket of an office with one letter a service, which no screen may clip.
inline constexpr std::string_view kLongestTicket = "Z9999";

/// Slots of running text are so many cap heights high, so that what hangs below the line stays inside.
inline constexpr float kLineSlot = 1.75F;

/// At 1080 lines, of what takes as much as it needs.
inline constexpr float kTickerHeight = 84;
inline constexpr float kStripHeight = 108;
inline constexpr float kClockHeight = 82;

void lay_live_panel(const Sheet& sheet, Rect rect);
/// Ticket and counter beside each other.
void lay_band(const Sheet& sheet, Rect rect);
void lay_desk(const Sheet& sheet, Rect rect);
/// Their parts, which the live panel shares: a small word and a large number below it.
struct Half {
  std::string_view word_part;
  std::string word;  ///< empty: the number is a name, which has no word above it
  std::string_view part;
  std::string number;
  Ink ink;
};
/// `cap` of the number; nothing: as large as the longest ticket may be there.
void lay_half(const Sheet& sheet, Rect rect, const Half& half, std::optional<float> cap = {});
Half ticket_half(const Sheet& sheet, const std::string& ticket);
Half counter_half(const Sheet& sheet, const Label& counter);
/// Wider than what else stands there.
Rect number_body(const Sheet& sheet, Rect body);
void lay_caption(const Sheet& sheet, Rect rect, Fill on);
/// A few large words in the middle, and smaller ones below them.
void lay_message(const Sheet& sheet, Rect body, const std::string& text, const std::string& below);
/// That the office is closed, and when it opens; as large as there is room for.
void lay_closed(const Sheet& sheet, Rect body, Fill on);
/// Whose screen this is and what area it is for, beside that.
void lay_place(const Sheet& sheet, Rect rect);
/// `09.14`, of `09:14`.
std::string written(const Sheet& sheet, const std::string& time);
/// `Data terakhir 09.14`.
std::string age_of_data(const Sheet& sheet);
/// The panel that pulses while a call is new.
void put_pulsing_panel(const Sheet& sheet, Rect rect, float radius);

void lay_counters(const Sheet& sheet, Rect rect);

/// A page of those that matter most; there is at least one.
void lay_notice(const Sheet& sheet, Rect rect, std::size_t page);
std::size_t notice_pages(const Sheet& sheet, Rect rect);
/// How high they want to be at that width.
float notice_height(const Sheet& sheet, float width);

/// The whole screen.
void lay_emergency(const Sheet& sheet, Rect safe);

void lay_media(const Sheet& sheet, Rect rect);
void lay_ticker(const Sheet& sheet, Rect rect);
void lay_clock(const Sheet& sheet, Rect rect);
void lay_office(const Sheet& sheet, Rect rect);
void lay_logo(const Sheet& sheet, Rect rect);
float clock_width(const Sheet& sheet);
float logo_width(const Sheet& sheet);

void lay_recent_calls(const Sheet& sheet, Rect rect);

/// As many services as go in there in letters that can be read; the others have their turns.
void lay_services(const Sheet& sheet, Rect rect, std::size_t page);
std::size_t service_pages(const Sheet& sheet, Rect rect);

}  // namespace panggil::display
