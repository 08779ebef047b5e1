#include "dispatcher/journal/open_journal.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "dispatcher/journal/schema.hpp"
#include "dispatcher/journal/tables.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/unit/journal/history.hpp"

namespace panggil::journal {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

unsigned permissions(const fs::path& path) {
  struct stat info {};
  EXPECT_EQ(::stat(path.c_str(), &info), 0) << path;
  return info.st_mode & 0777U;
}

class OpenJournal : public testing::Test {
 protected:
  OpenRequest in_state() const { return request(directory_.path() / "state"); }

  template <class Error>
  std::string refusal(const OpenRequest& asked) {
    try {
      open_journal(asked);
    } catch (const Error& error) {
      return error.what();
    }
    return "opened";
  }

  test::TemporaryDirectory directory_;
};

TEST_F(OpenJournal, MakesADirectoryAndFilesForItsOwnerAlone) {
  History history(1);
  const auto opened = open_journal(in_state());
  history.write(*opened.journal, 5);
  EXPECT_EQ(permissions(in_state().directory), 0700U);
  for (const auto& entry : fs::directory_iterator(in_state().directory)) {
    EXPECT_EQ(permissions(entry.path()), 0600U) << entry.path();
  }
  EXPECT_TRUE(fs::exists(in_state().directory / "journal.db-wal"));
  EXPECT_FALSE(fs::exists(in_state().directory / "journal.db-shm")) << "the connection is not exclusive";
}

TEST_F(OpenJournal, RefusesASecondOpenerInThisProcess) {
  const auto opened = open_journal(in_state());
  EXPECT_THAT(refusal<StateInUse>(in_state()), HasSubstr("in use by another"));
}

TEST_F(OpenJournal, RefusesAnotherProcessUntilThisOneLetsGo) {
  const auto refused_elsewhere = [&] {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(refusal<StateInUse>(in_state()) == "opened" ? 0 : 75);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WEXITSTATUS(status);
  };
  auto opened = open_journal(in_state());
  EXPECT_EQ(refused_elsewhere(), 75);
  opened.journal.reset();
  EXPECT_EQ(refused_elsewhere(), 0);
}

TEST_F(OpenJournal, RefusesWhileAnotherProgramHasTheDatabaseOpen) {
  open_journal(in_state());
  SQLite::Database other((in_state().directory / "journal.db").string(), SQLite::OPEN_READWRITE);
  other.exec("BEGIN IMMEDIATE");
  EXPECT_THAT(refusal<StateInUse>(in_state()), HasSubstr("another program"));
}

TEST_F(OpenJournal, RefusesSimulatedDaysUnderTheRealClockAndTheOtherWayRound) {
  OpenRequest simulated = in_state();
  simulated.simulated_clock = true;
  open_journal(simulated);
  EXPECT_THAT(refusal<WrongClock>(in_state()), HasSubstr("simulated"));
  EXPECT_NO_THROW(open_journal(simulated));
}

TEST_F(OpenJournal, RefusesAnotherOfficesDirectory) {
  open_journal(in_state());
  OpenRequest other = in_state();
  other.site = SiteId("elsewhere");
  EXPECT_THAT(refusal<WrongSite>(other), HasSubstr("\"sample\""));
}

TEST_F(OpenJournal, RefusesWhatANewerVersionWroteAndChangesNothing) {
  open_journal(in_state());
  const auto file = in_state().directory / "journal.db";
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
  const std::string before = contents(file);
  EXPECT_THAT(refusal<NewerJournal>(in_state()), HasSubstr("version 99"));
  EXPECT_TRUE(contents(file) == before) << "the file was changed";
}

TEST_F(OpenJournal, RefusesAnEventOfAKindItDoesNotKnow) {
  History history(1);
  history.write(*open_journal(in_state()).journal, 3);
  {
    // As a newer version would have written it, with its checksum right.
    SQLite::Database database((in_state().directory / "journal.db").string(), SQLite::OPEN_READWRITE);
    EventRow row = to_row(history.act_until(1).front());
    row.kind = "ticket-folded";
    const std::string epoch = read_meta(database, "epoch");
    SQLite::Statement insert(database, "INSERT INTO event VALUES(?, ?, ?, ?, ?, ?, ?)");
    bind_event(insert, row, chain(chain_at(database, epoch, row.seq), row));
    insert.exec();
  }
  const std::string before = contents(in_state().directory / "journal.db");
  EXPECT_THAT(refusal<NewerJournal>(in_state()), HasSubstr("ticket-folded"));
  EXPECT_TRUE(contents(in_state().directory / "journal.db") == before) << "the file was changed";
}

TEST_F(OpenJournal, SaysWhereItMayNotWrite) {
  OpenRequest asked = in_state();
  asked.directory = "/proc/panggil-state";
  EXPECT_THAT(refusal<std::system_error>(asked), HasSubstr("/proc/panggil-state"));
}

TEST(Schema, TakesTheStepsThatAreStillToBeTaken) {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  const char* first[] = {"CREATE TABLE thing(a)"};
  EXPECT_EQ(bring_up_to_date(database, first), 0);
  database.exec("INSERT INTO thing VALUES(7)");
  const char* second[] = {"CREATE TABLE thing(a)", "ALTER TABLE thing ADD COLUMN b DEFAULT 8",
                          "UPDATE thing SET b = b + a"};
  EXPECT_EQ(bring_up_to_date(database, second), 1);
  EXPECT_EQ(database.execAndGet("SELECT b FROM thing").getInt(), 15);
  EXPECT_EQ(database.execAndGet("PRAGMA user_version").getInt(), 3);
  EXPECT_EQ(bring_up_to_date(database, second), 3) << "nothing is done twice";
  EXPECT_EQ(database.execAndGet("SELECT b FROM thing").getInt(), 15);
}

TEST(Schema, LeavesADatabaseAloneThatANewerVersionHasTakenFurther) {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  const char* two[] = {"CREATE TABLE a(x)", "CREATE TABLE b(x)"};
  bring_up_to_date(database, two);
  const char* one[] = {"CREATE TABLE a(x)"};
  EXPECT_THROW(bring_up_to_date(database, one), NewerJournal);
}

TEST(Schema, DoesNotTakeAnotherProgramsDatabaseForOurs) {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec("CREATE TABLE bookmarks(url); PRAGMA user_version = 1");
  EXPECT_THROW(bring_up_to_date(database), JournalDamaged);
}

}  // namespace
}  // namespace panggil::journal
