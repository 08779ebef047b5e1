/// \file
/// The keys of kiosk.yaml that are about the screen, and their flags.
#pragma once

#include "common/drawing/window.hpp"
#include "common/settings/yaml_reader.hpp"
#include "kiosk/command_line.hpp"

namespace panggil::kiosk {

drawing::WindowSettings read_screen(const settings::Node& root);
/// \throws std::invalid_argument saying what would be right
void apply_flags(const CommandLine& line, drawing::WindowSettings& screen);

}  // namespace panggil::kiosk
