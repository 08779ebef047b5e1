#include "dispatcher/journal/open_journal.hpp"

#include "dispatcher/journal/database.hpp"
#include "dispatcher/journal/sqlite_journal.hpp"

namespace panggil::journal {
namespace {

std::unique_ptr<Journal> open_in(const std::shared_ptr<const StateDirectory>& directory,
                                 const Identity& identity) {
  directory->make_private_file(directory->database());
  auto journal = std::make_unique<SqliteJournal>(open_database(directory->database().string()), identity,
                                                 MarkFile(directory->mark()), directory);
  directory->sync();
  return journal;
}

}  // namespace

Opened open_journal(const OpenRequest& request) {
  const auto directory =
      std::make_shared<const StateDirectory>(request.directory, StateDirectory::IfMissing::kMake);
  return {open_in(directory, {request.site, request.simulated_clock}), std::nullopt};
}

}  // namespace panggil::journal
