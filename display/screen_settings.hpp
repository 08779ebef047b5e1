/// \file
/// What of display.yaml says what the screen looks like and when it is on.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/base/ids.hpp"
#include "common/drawing/theme.hpp"
#include "common/settings/yaml_reader.hpp"
#include "display/content/courier.hpp"
#include "display/media/video.hpp"
#include "display/model/screen_hours.hpp"
#include "display/view/plan.hpp"

namespace panggil::display {

/// How far away people sit, for `--check`.
struct Distance {
  double tv_inches = 0;
  double most_m = 0;
};

struct ScreenSettings {
  Plan plan;
  std::optional<CounterId> counter;  ///< the one that this screen is above
  drawing::Palette palette;
  std::filesystem::path logo;   ///< empty: none
  std::filesystem::path media;  ///< a folder; empty: none
  ContentSettings content;      ///< what is fetched, and played instead of `media`
  VideoWay video = VideoWay::kAuto;
  std::vector<std::string> ticker;  ///< one after the other
  std::vector<ScreenHours> hours;   ///< empty: always on
  std::optional<Distance> distance;
};

/// The keys `layout`, `counter`, `theme`, `logo`, `media`, `content`, `video`, `ticker`, `hours`, `tv_inches`
/// and `max_distance_m`. Faults are in the document's problems. \throws settings::BadSettings for those of a
/// layout's own file
ScreenSettings read_screen_settings(const settings::Node& root);

}  // namespace panggil::display
