/// \file
/// The command lines of `panggil-ctl display …` and `panggil-ctl content …`, as they were typed.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace panggil::ctl {

enum class ScreenAction { kScreenshot, kPower, kManifest, kPush, kWithdraw };

struct ScreenFlags {
  ScreenAction action = ScreenAction::kScreenshot;
  std::vector<std::string> displays;  ///< their names at the broker
  std::string power;                  ///< `on`, `off` or `hours`
  std::string file;                   ///< of a screenshot; empty: `NAME.png` here
  std::string folder;                 ///< of a set of pictures and videos
  std::string url;                    ///< where the displays find that folder
  int wait_s = 60;                    ///< for the displays
};

/// Adds both; `chosen` is called when one of them is on the command line.
void add_screen_actions(CLI::App& app, ScreenFlags& flags, const std::function<void()>& chosen);

}  // namespace panggil::ctl
