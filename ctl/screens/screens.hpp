/// \file
/// What a supervisor has displays do themselves: `panggil-ctl display …` and `panggil-ctl content …`. Each
/// prints what came of it and gives the exit code: 0 done, 1 refused, 3 no answer, 4 no connection.
#pragma once

#include "ctl/command_line.hpp"

namespace panggil::ctl {

/// A picture of what is on the screen, into a file: whole or not at all.
int fetch_screenshot(const ScreenFlags& flags, const Settings& settings);
int switch_screen(const ScreenFlags& flags, const Settings& settings);

/// Writes a folder's `manifest.json`.
int make_manifest_of(const ScreenFlags& flags, const Settings& settings);
/// The same, and announces it; waits until each display plays it, refuses it, or is known to be away.
int push_content(const ScreenFlags& flags, const Settings& settings);
int withdraw_content(const ScreenFlags& flags, const Settings& settings);

int run_screens(const ScreenFlags& flags, const Settings& settings);

}  // namespace panggil::ctl
