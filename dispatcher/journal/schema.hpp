/// \file
/// The tables, and the way from every earlier version of them to the present one.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <span>

namespace panggil::journal {

/// What stands in the file's header, so that `file` and we know it for ours.
inline constexpr int kApplicationId = 0x50616e67;  // "Pang"

/// SQL that brings a database from one version to the next; a new file has version 0. Steps are only ever
/// added.
using Steps = std::span<const char* const>;
extern const Steps kSteps;

/// \throws NewerJournal, JournalDamaged as bring_up_to_date().
/// \returns the version it has.
int check_version(SQLite::Database& database, Steps steps = kSteps);

/// Takes the steps that are still to be taken.
/// \pre inside a transaction.
/// \throws NewerJournal when the database has a version that this program does not know.
/// \throws JournalDamaged when it is not one of ours.
/// \returns the version it had.
int bring_up_to_date(SQLite::Database& database, Steps steps = kSteps);

}  // namespace panggil::journal
