/// \file
/// The parts of a kiosk's screen, each of which fills its own rectangle. Only for the layout's own files.
#pragma once

#include <string>

#include "common/drawing/names.hpp"
#include "common/drawing/sheet.hpp"
#include "kiosk/view/layout.hpp"

namespace panggil::kiosk {

using namespace drawing::names;

struct Sheet : drawing::Sheet {
  const Scene& scene;
  const Screen& screen;
  std::vector<Target>& targets;

  /// As designed, and never smaller than a finger needs.
  float target(float designed) const { return std::max(px(designed), screen.least_target()); }
};

/// Heights of capital letters, at the designed size.
inline constexpr float kNumberCap = 250;
inline constexpr float kHugeCap = 60;
inline constexpr float kTitleCap = 44;
inline constexpr float kNameCap = 36;
inline constexpr float kReadCap = 27;
inline constexpr float kSmallCap = 22;

inline constexpr float kGap = 24;
inline constexpr float kPadding = 32;
inline constexpr float kRadius = 22;
/// Lines of text are so many cap heights apart.
inline constexpr float kLine = 1.8F;

struct Words {
  std::string_view part;
  std::string text;
  Weight weight = Weight::kBook;
  float cap = kReadCap;
  Align align = Align::kLeft;
  Ink ink = Ink::kSoft;
  Fill on = Fill::kDay;
};
/// On up to `most` lines below each other, smaller if they must be, in the middle of the room from top to
/// bottom. Returns how high they are.
float put_lines(const Sheet& sheet, Rect room, const Words& words, std::size_t most);

/// The office, the day and time, the languages.
void lay_head(const Sheet& sheet, Rect room);
/// How high the strip for a notice is; 0 without one.
float notice_height(const Sheet& sheet, float width);
void lay_notice(const Sheet& sheet, Rect room);
inline constexpr float kFoot = 116;
/// The priority choice, and what is wrong with the printer: beside each other where there is room.
float foot_height(const Sheet& sheet);  ///< 0: there is none
void lay_foot(const Sheet& sheet, Rect room);
/// A button for each service.
void lay_tiles(const Sheet& sheet, Rect room);
void lay_number(const Sheet& sheet, Rect room);
/// A few large words, and why.
void lay_message(const Sheet& sheet, Rect room);

}  // namespace panggil::kiosk
