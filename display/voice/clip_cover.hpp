/// \file
/// Which recordings say a row of words.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "common/base/result.hpp"
#include "display/voice/number_words.hpp"

namespace panggil::voice {

/// The fewest recordings that say `words` in order; each is named by the words in it, as in "dua belas".
/// Without an answer: the first word that no recording lets one get past.
Result<std::vector<std::string>, std::string> cover(
    const Words& words, const std::function<bool(const std::string&)>& is_recorded);

}  // namespace panggil::voice
