/// \file
/// Events in the words of a language. Pure.
#pragma once

#include <string>
#include <vector>

#include "common/protocol/message/event.hpp"
#include "common/session/wording.hpp"

namespace panggil::session {

/// As on the wire, in the order of the alphabet.
std::vector<std::string> event_kinds();

/// `A017 to Counter 3: regular's turn after 2 priority`
std::string event_words(const protocol::Event& event, const Wording& wording);

/// The same, with when it happened before it and who asked for it behind.
std::string dated_event_words(const protocol::Event& event, const Wording& wording);

/// Why somebody was called, as the record says it in English, in the wording's language; as it stands where
/// there are no words for it.
std::string why_words(const std::string& detail, const Wording& wording);

/// What was undone, the last of it first: `the call of A017, the completion of A016`.
std::string undone_words(const std::vector<protocol::UndoneEvent>& events, const Wording& wording);

/// The counter's label, or its id.
std::string counter_words(const std::string& counter, const Wording& wording);

}  // namespace panggil::session
