/// \file
/// The button that a window manager would show.
#pragma once

#include <string>

namespace panggil::display {

/// Asks the window with that title to close. False when there is none.
bool ask_to_close(const std::string& screen, const std::string& title);

}  // namespace panggil::display
