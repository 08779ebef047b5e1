/// \file
/// Why a broker cannot be reached, in the language of whoever asked. Pure.
#pragma once

#include <optional>
#include <string>

#include "common/mqtt/trouble.hpp"
#include "common/session/wording.hpp"

namespace panggil::session {

/// Nothing: no words.
std::string trouble_in_words(const std::optional<mqtt::Trouble>& trouble, const Wording& wording);

}  // namespace panggil::session
