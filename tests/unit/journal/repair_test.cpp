// What becomes of a journal whose damage is known exactly.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dispatcher/core/apply.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/unit/journal/history.hpp"

namespace panggil::journal {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Repair : public testing::Test {
 protected:
  static void SetUpTestSuite() { keep_temporary_files_in_memory(); }

  Opened open() { return open_journal(request(directory_.path())); }

  /// Does to the closed database what no Panggil would.
  void tamper(const std::string& sql) {
    SQLite::Database(database_.string(), SQLite::OPEN_READWRITE).exec(sql);
  }

  test::TemporaryDirectory directory_;
  fs::path database_ = directory_.path() / "journal.db";
  History history_{21};
};

TEST_F(Repair, LosesNothingOfTodayWhenAnOldEventIsDamaged) {
  {
    const auto opened = open();
    history_.write(*opened.journal, 60);
    opened.journal->save_snapshot(history_.state());
    history_.write(*opened.journal, 20);
  }
  tamper("UPDATE event SET body = replace(body, 'cs', 'pickup') WHERE seq BETWEEN 10 AND 40");
  {
    auto opened = open();
    EXPECT_FALSE(opened.damage) << "a start does not read what it does not need";
    EXPECT_TRUE(opened.journal->scrub(1000).found);
    EXPECT_EQ(opened.journal->load(), history_.state());
    history_.write(*opened.journal, 20);
  }
  auto opened = open();
  ASSERT_TRUE(opened.damage);
  EXPECT_FALSE(opened.damage->end_lost);
  EXPECT_THAT(opened.damage->found, HasSubstr("not as it was written"));
  EXPECT_THAT(to_text(*opened.damage), HasSubstr("nothing of today is lost"));
  EXPECT_EQ(opened.journal->load(), history_.state());
  history_.write(*opened.journal, 20);
  opened.journal.reset();
  EXPECT_FALSE(open().damage);
}

TEST_F(Repair, RebuildsTheStateFromTheEventsWhenTheSnapshotIsDamaged) {
  {
    const auto opened = open();
    history_.write(*opened.journal, 60);
    opened.journal->save_snapshot(history_.state());
  }
  tamper("UPDATE snapshot SET state = replace(state, 'waiting', 'serving')");
  const auto opened = open();
  ASSERT_TRUE(opened.damage);
  EXPECT_FALSE(opened.damage->end_lost);
  EXPECT_EQ(opened.damage->lost, std::vector<SeqRange>{});
  EXPECT_EQ(opened.journal->load(), history_.state());
}

TEST_F(Repair, GivesNoNumberTwiceWhenTheLogWithTheLastActionsIsGone) {
  std::string epoch;
  const auto kept = directory_.path() / "kept";
  {
    const auto opened = open();
    epoch = opened.journal->epoch();
    history_.write(*opened.journal, 40);
    fs::copy(database_, kept);
    history_.write(*opened.journal, 40);
  }
  // The database alone, as it was before its log went into it.
  fs::rename(kept, database_);
  const auto opened = open();
  ASSERT_TRUE(opened.damage);
  EXPECT_TRUE(opened.damage->end_lost);
  EXPECT_NE(opened.journal->epoch(), epoch);
  const core::State state = opened.journal->load();
  EXPECT_GT(state.seq, history_.state().seq);
  EXPECT_GT(state.calls, history_.state().calls);
  for (const auto& [prefix, number] : history_.state().series) EXPECT_GT(state.series.at(prefix), number);
  EXPECT_EQ(state.day, history_.state().day);
}

TEST_F(Repair, KnowsTheNumbersOfAJournalThatHasVanished) {
  history_.write(*open().journal, 60);
  fs::remove(database_);
  const auto opened = open();
  ASSERT_TRUE(opened.damage);
  EXPECT_THAT(opened.damage->found, HasSubstr("missing or empty"));
  EXPECT_TRUE(opened.damage->set_aside.empty());
  const core::State state = opened.journal->load();
  EXPECT_GT(state.seq, history_.state().seq);
  for (const auto& [prefix, number] : history_.state().series) EXPECT_GT(state.series.at(prefix), number);
}

TEST_F(Repair, GivesAnOldCopyPutInPlaceOfTheJournalANewEpoch) {
  const auto copy = directory_.path() / "copy";
  history_.write(*open().journal, 30);
  fs::copy(database_, copy);
  const core::State then = history_.state();
  history_.write(*open().journal, 30);
  fs::rename(copy, database_);
  const auto opened = open();
  ASSERT_TRUE(opened.damage);
  EXPECT_EQ(opened.damage->state_at, then.seq);
  EXPECT_GT(opened.journal->load().seq, history_.state().seq);
}

TEST_F(Repair, SavesWhatAFileThatIsCutOffStillHas) {
  history_.write(*open().journal, 400);
  fs::resize_file(database_, fs::file_size(database_) * 2 / 3);
  const auto opened = open();
  ASSERT_TRUE(opened.damage);
  EXPECT_GT(opened.damage->events_kept, 50U);
  EXPECT_GT(opened.damage->state_at, 50U);
}

TEST_F(Repair, CountsStartsOnAcrossIt) {
  std::uint64_t boot = 0;
  for (int start = 0; start < 3; ++start) boot = open().journal->boot();
  write_contents(database_, "no database at all");
  EXPECT_EQ(open().journal->boot(), boot + 1);
}

TEST_F(Repair, TakesAnEndTornByAPowerCutForNoDamage) {
  const auto log = directory_.path() / "journal.db-wal";
  std::string database;
  std::string whole;
  std::size_t acknowledged = 0;
  {
    const auto opened = open();
    history_.write(*opened.journal, 30);
    acknowledged = fs::file_size(log);
    history_.act();
    opened.journal->begin();
    opened.journal->remember(ClientId("a"), CommandId("unacknowledged"), history_.day(), "yes");
    // The mark is the one from before, as it is written after the commit.
    fs::copy(directory_.path() / "mark", directory_.path() / "mark-before");
    opened.journal->commit();
    database = contents(database_);
    whole = contents(log);
  }
  ASSERT_GT(whole.size(), acknowledged);
  for (std::size_t size = acknowledged; size < whole.size(); size += 97) {
    write_contents(database_, database);
    write_contents(log, whole.substr(0, size));
    fs::copy_file(directory_.path() / "mark-before", directory_.path() / "mark",
                  fs::copy_options::overwrite_existing);
    const auto opened = open();
    EXPECT_FALSE(opened.damage) << size;
    EXPECT_EQ(opened.journal->answer(ClientId("a"), CommandId("unacknowledged")), std::nullopt);
  }
}

TEST_F(Repair, EndsOneThatWasInterruptedInItsLastStep) {
  history_.write(*open().journal, 30);
  const std::string sound = contents(database_);
  write_contents(directory_.path() / "journal.db.ready", sound);
  write_contents(database_, "the damaged one");
  write_contents(directory_.path() / "journal.db-wal", "and its log");
  const auto opened = open();
  EXPECT_FALSE(opened.damage);
  EXPECT_EQ(opened.journal->load(), history_.state());
  EXPECT_FALSE(fs::exists(directory_.path() / "journal.db.ready"));
}

TEST_F(Repair, BeginsAnewWithOneThatWasInterruptedBefore) {
  history_.write(*open().journal, 30);
  tamper("UPDATE event SET by = 'nobody' WHERE seq = 30");
  write_contents(directory_.path() / "journal.db.repaired", "half of it");
  write_contents(directory_.path() / "journal.db.repaired-wal", "and a log");
  EXPECT_TRUE(open().damage);
  EXPECT_FALSE(open().damage);
}

TEST_F(Repair, CanBeDoneAgainAndAgain) {
  for (int round = 0; round < 3; ++round) {
    {
      auto opened = open();
      const core::State state = opened.journal->load();
      // As the engine would: the next event follows on what the repair left.
      opened.journal->begin();
      opened.journal->append({state.seq + 1, history_.now(), std::chrono::year(2026) / 11 / (24 + round),
                              "dispatcher", core::DayStarted{std::chrono::year(2026) / 11 / (24 + round)}});
      opened.journal->commit();
    }
    tamper("UPDATE meta SET value = 'x' WHERE key = 'boot'");
    const auto opened = open();
    ASSERT_TRUE(opened.damage);
    EXPECT_FALSE(opened.damage->end_lost);
    EXPECT_EQ(opened.damage->lost, std::vector<SeqRange>{});
    EXPECT_EQ(opened.damage->events_kept, static_cast<std::size_t>(round + 1));
  }
}

}  // namespace
}  // namespace panggil::journal
