/// \file
/// The dispatcher's "yes" to a visitor, in words. Pure.
#pragma once

#include <string>

#include "common/protocol/message/answer.hpp"
#include "common/session/wording.hpp"

namespace panggil::kiosk {

/// One or two lines: number, place in line, and an estimate where there is one. \pre answer.ok()
std::string in_words(const protocol::Answer& answer, const session::Wording& wording);

}  // namespace panggil::kiosk
