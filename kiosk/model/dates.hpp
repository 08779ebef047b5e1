/// \file
/// Days and times as people say them. Pure.
#pragma once

#include <optional>
#include <string>

#include "common/base/zone.hpp"
#include "common/session/wording.hpp"

namespace panggil::kiosk {

/// `Senin, 23 November 2026`, by the clock of whoever wrote the stamp.
std::string date_in_words(const Stamp& stamp, const session::Wording& words);
/// `at 08:00`; on another day than today's `Tuesday at 08:00`; further off than six days with the date.
std::string when_in_words(const Stamp& when, const std::optional<Stamp>& now, const session::Wording& words);
/// `2026-11-23`.
std::string day_of(const Stamp& stamp);

}  // namespace panggil::kiosk
