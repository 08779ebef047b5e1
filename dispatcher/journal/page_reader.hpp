/// \file
/// Reads a part of the history from the database.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

#include "dispatcher/journal/page.hpp"

namespace panggil::journal {

/// The time that it takes does not grow with the history: days only ever go on, so that the first event of
/// one is found by halving, and no index on them has to be kept. An event that is not as it was written is
/// told as lost. \throws JournalDamaged when the file cannot be read there at all; nothing else suffers from
/// that.
Page read_page(SQLite::Database& database, const std::string& epoch, const PageRequest& request);

}  // namespace panggil::journal
