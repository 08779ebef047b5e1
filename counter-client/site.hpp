/// \file
/// Which office a window or a number pad belongs to.
#pragma once

#include "common/base/clock.hpp"
#include "common/base/result.hpp"
#include "counter-client/settings.hpp"

namespace panggil::counter {

/// The site of the settings, else the only one that the broker knows. Where that cannot be found out the
/// reason is printed, and the error is the exit code.
Result<SiteId, int> site_of(const Settings& settings, const Clock& clock);

}  // namespace panggil::counter
