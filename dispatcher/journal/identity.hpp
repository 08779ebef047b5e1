/// \file
/// Whose history a database holds and where that history comes from: the rows of the table `meta`.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string>

#include "common/base/ids.hpp"

namespace panggil::journal {

struct Identity {
  SiteId site;
  bool simulated_clock;
};

/// What a new file begins with.
struct Origin {
  std::string epoch;
  std::string
      repaired_from;  ///< the epoch that a mark left by the damaged journal may name; empty: not repaired
  std::uint64_t boot = 0;  ///< starts so far
};

/// A history that begins here.
Origin new_origin();

void write_identity(SQLite::Database& database, const Identity& identity, const Origin& origin);

/// \throws WrongSite, WrongClock
/// \throws JournalDamaged when the rows are not as they were written.
void check_identity(SQLite::Database& database, const Identity& identity);

/// Counts one start more. \returns its number.
std::uint64_t count_start(SQLite::Database& database);

}  // namespace panggil::journal
