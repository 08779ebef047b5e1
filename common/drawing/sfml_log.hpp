/// \file
/// What SFML complains of goes where everything else is logged.
#pragma once

namespace panggil::drawing {

void log_what_sfml_says();

}  // namespace panggil::drawing
