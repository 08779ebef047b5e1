/// \file
/// What stands between this machine and the broker, for people, with what to do. Pure.
#pragma once

#include <string>

#include "common/session/wording.hpp"
#include "ctl/devices/renewal.hpp"
#include "ctl/doctor/broker_probe.hpp"

namespace panggil::ctl {

/// \param holder of the certificate that is shown to the broker
/// \pre !probed.ok()
std::string in_words(const Probed& probed, const std::string& broker, const Holder& holder,
                     const session::Wording& wording);

}  // namespace panggil::ctl
