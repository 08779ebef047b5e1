/// \file
/// Whether what stands in the database is what was written. Each throws JournalDamaged, saying in plain words
/// what is not.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>

#include "dispatcher/journal/mark.hpp"
#include "dispatcher/journal/tables.hpp"

namespace panggil::journal {

/// The pages of the small tables; those of `event` are too many for a start.
void check_pages(SQLite::Database& database);
/// Every page of the file: a third of a second for a million events that are in memory, minutes from a slow
/// disk.
void check_all_pages(SQLite::Database& database);

void check_answers(SQLite::Database& database, const std::string& epoch);
void check_event(std::int64_t before, const StoredEvent& event);
void check_snapshot(SQLite::Database& database, const std::string& epoch, const StoredSnapshot& snapshot);
/// \param last the seq that the journal has come to.
void check_against_mark(SQLite::Database& database, const std::string& epoch, core::Seq last,
                        const std::optional<Mark>& mark);
/// What scrub() left behind.
void check_earlier_findings(SQLite::Database& database);

}  // namespace panggil::journal
