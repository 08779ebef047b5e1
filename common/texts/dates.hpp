/// \file
/// A day and a time in a sentence.
#pragma once

#include <string>

#include "common/base/zone.hpp"
#include "common/texts/catalogue.hpp"

namespace panggil {

/// `Senin 30 November pukul 08:00`, by the clock of whoever wrote the stamp.
std::string day_and_time_in_words(const Stamp& stamp, const Catalogue& texts);

}  // namespace panggil
