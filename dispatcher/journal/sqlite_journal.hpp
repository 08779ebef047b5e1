/// \file
/// The journal in a SQLite database. Private to this folder: open_journal() is the way in.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>
#include <optional>
#include <string>

#include "dispatcher/journal/answered.hpp"
#include "dispatcher/journal/identity.hpp"
#include "dispatcher/journal/journal.hpp"
#include "dispatcher/journal/mark.hpp"
#include "dispatcher/journal/state_directory.hpp"
#include "dispatcher/journal/tables.hpp"

namespace panggil::journal {

class SqliteJournal : public Journal {
 public:
  /// Makes the tables if they are not there, checks all that a start relies on, and counts the start.
  /// \param mark,directory absent only where there is no directory (tests with a file layer of their own).
  /// \throws JournalDamaged; SQLite::Exception with is_damage(); JournalRefused; another SQLite::Exception
  /// when the
  ///   machine would not read or write.
  SqliteJournal(SQLite::Database database, const Identity& identity,
                std::optional<MarkFile> mark = std::nullopt,
                std::shared_ptr<const StateDirectory> directory = nullptr);

  std::string epoch() const override { return epoch_; }
  std::uint64_t boot() const override { return boot_; }
  void begin() override;
  void append(const core::Event& event) override;
  void remember(const ClientId& client, const CommandId& id, Day day, std::string_view answer) override;
  void forget_answers_before(Day day) override;
  void keep_morning(const core::State& state, std::string_view learnt) override;
  void commit() override;
  void roll_back() override;
  std::optional<std::string> answer(const ClientId& client, const CommandId& id) override;
  void save_snapshot(const core::State& state) override;
  core::State load() override;
  std::optional<Morning> morning() override;
  void drop_morning() override;
  void replay(core::Seq after, const std::function<void(const core::Event&)>& take) override;
  Page page(const PageRequest& request) override;
  ScrubProgress scrub(std::size_t rows) override;
  std::unique_ptr<Backup> backup(const std::filesystem::path& file) override;

 private:
  /// Prepared once, used for ever.
  struct Statements {
    explicit Statements(SQLite::Database& database);
    SQLite::Statement begin, commit, append, remember, forget, answer, events_after, next_events;
  };
  /// Where the reading over of old events stands.
  struct Scrub {
    core::Seq checked = 0;
    std::int64_t chain = 0;
    std::optional<std::string> found;
  };

  void write_mark();
  /// \returns the checksum of the last one.
  std::int64_t read_after(core::Seq after, std::int64_t chain_before,
                          const std::function<void(const EventRow&)>& take);
  core::State read_state();
  void learn_answered();
  bool scrub_rows(std::size_t rows);

  std::shared_ptr<const StateDirectory> directory_;  // unlocked last
  SQLite::Database database_;
  std::string epoch_;
  Statements statements_;
  std::optional<MarkFile> mark_file_;
  Mark mark_;                           // of the last event appended
  std::optional<core::State> checked_;  // what the check at the start read, until it is asked for or outdated
  Answered answered_;
  std::uint64_t boot_ = 0;
  Scrub scrub_;
};

}  // namespace panggil::journal
