/// \file
/// The parts of an officer's window, each of which fills its own rectangle. Only for layout.cpp.
#pragma once

#include "common/drawing/names.hpp"
#include "common/drawing/sheet.hpp"
#include "counter-client/view/layout.hpp"

namespace panggil::counter {

using namespace drawing::names;

struct Sheet : drawing::Sheet {
  const Scene& scene;
  const Catalogue& words;
  std::vector<Target>& targets;
};

/// Heights of capital letters, at the designed size.
inline constexpr float kTicketCap = 46;
inline constexpr float kOfflineCap = 24;
inline constexpr float kLargeCap = 15;
inline constexpr float kReadCap = 11;
inline constexpr float kSmallCap = 9.5F;

inline constexpr float kGap = 6;
inline constexpr float kPadding = 12;
inline constexpr float kRadius = 8;

/// What is to be seen of a button, and the key that it stands for.
struct Face {
  Key key;
  std::string label;
  bool possible = true;
  bool under_way = false;
  bool primary = false;
  std::string cap{};   ///< on the key; empty: its own character
  std::string note{};  ///< at the right
};
void put_button(const Sheet& sheet, Rect rect, const Face& face);
/// The cell of a grid that fills the room.
Rect cell(const Sheet& sheet, Rect room, std::size_t columns, std::size_t rows, std::size_t index);
/// Returns what is left below it.
Rect lay_title(const Sheet& sheet, const std::string& title, Rect room);

/// The counter, its state, the time.
void lay_head(const Sheet& sheet, Rect room);
/// The current ticket, or that there is none, or that nothing goes.
void lay_current(const Sheet& sheet, Rect room);
/// How many wait, who is next, who is on hold, who has not come.
void lay_queue(const Sheet& sheet, Rect room);
void lay_events(const Sheet& sheet, Rect room);
void lay_message(const Sheet& sheet, Rect room);
/// As the keys of a number pad stand, with the one for the next visitor above them.
void lay_buttons(const Sheet& sheet, Rect room);
void lay_list(const Sheet& sheet, const List& list, Rect room);
void lay_question(const Sheet& sheet, const Question& question, Rect room);

}  // namespace panggil::counter
