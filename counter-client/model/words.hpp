/// \file
/// The dispatcher's "yes" to an officer, in words. Pure.
#pragma once

#include <string>

#include "common/protocol/message/answer.hpp"
#include "common/session/wording.hpp"

namespace panggil::counter {

/// One to five lines. \pre answer.ok()
std::string in_words(const protocol::Answer& answer, const session::Wording& wording);

/// The one line of them that matters most. \pre answer.ok()
std::string in_short(const protocol::Answer& answer, const session::Wording& wording);

}  // namespace panggil::counter
