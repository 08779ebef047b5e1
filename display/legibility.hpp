/// \file
/// What `--check` warns of: colours that are hard to tell apart, and letters that are too small for how far
/// away people sit.
#pragma once

#include <string>
#include <vector>

#include "common/drawing/geometry.hpp"
#include "display/screen_settings.hpp"

namespace panggil::display {

/// Of letters more than 1.78 m above the floor, by section 703.5.5 of the ADA standards: 51 mm, and 3.2 mm
/// for each 305 mm beyond 4.57 m.
double least_cap_mm(double distance_m);
/// The same in pixels of a picture of that size on a screen with that diagonal.
double least_cap_px(const Distance& distance, drawing::Size picture);

/// Pairs of colours that layouts put on each other, under a contrast of 7:1, or of 4.5:1 for those who see no
/// red, no green, or no colour; and saturated red.
std::vector<std::string> faults_of(const drawing::Palette& palette);

/// Of ticket and counter, against what the distance asks for and what the layout has room for.
std::vector<std::string> faults_of(const ScreenSettings& screen, drawing::Size picture);

/// What the longest legal names come to there, where that is less than is asked for: about, as there is no
/// window to measure in.
std::vector<std::string> limits_of(const ScreenSettings& screen, drawing::Size picture);

}  // namespace panggil::display
