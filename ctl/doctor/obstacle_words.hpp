/// \file
/// What stands between this machine and the broker, for people, with what to do. Pure.
#pragma once

#include <string>

#include "common/session/wording.hpp"
#include "ctl/doctor/broker_probe.hpp"

namespace panggil::ctl {

/// \pre !probed.ok()
std::string in_words(const Probed& probed, const std::string& broker, const session::Wording& wording);

}  // namespace panggil::ctl
