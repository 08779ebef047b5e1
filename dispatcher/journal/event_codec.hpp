/// \file
/// Event bodies as the journal keeps them: a kind and a JSON object. What has been written once can be read
/// for ever: fields are only added, and a reader passes over those it does not know (docs/journal.md).
#pragma once

#include <string>
#include <string_view>

#include "dispatcher/core/event.hpp"

namespace panggil::journal {

/// Without line breaks, fields in the order of the struct; what is absent or false is left out.
std::string encode_body(const core::EventBody& body);

/// \param seq only for the message of what is thrown.
/// \throws NewerJournal for a kind that this version does not know.
/// \throws JournalDamaged for a body that is not of this kind.
core::EventBody decode_body(core::Seq seq, std::string_view kind, std::string_view body);

/// The name of this kind of events in storage that lasts, as core::kind() has it.
/// \throws NewerJournal for a kind that this version does not know.
std::string_view lasting_kind(std::string_view kind);

}  // namespace panggil::journal
