/// \file
/// Why a broker cannot be reached, in the language of whoever asked: the connection itself speaks to the log.
/// Pure.
#pragma once

#include <string>

#include "common/session/wording.hpp"

namespace panggil::session {

/// What mqtt::Disconnected says, in the words of a language; as it is, where it says something new.
std::string trouble_in_words(const std::string& trouble, const Wording& wording);

}  // namespace panggil::session
