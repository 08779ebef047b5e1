#include "dispatcher/journal/verify.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dispatcher/journal/errors.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/unit/core/hall.hpp"
#include "tests/unit/journal/history.hpp"

namespace panggil::journal {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const ServiceId kService("cs");
const CounterId kCounter("1");

/// A day told event by event.
class Told {
 public:
  explicit Told(Journal& journal) : journal_(journal) {}

  void happens(Millis after_midnight, const std::string& by, std::vector<core::EventBody> bodies) {
    journal_.begin();
    for (auto& body : bodies)
      journal_.append({++seq_, core::monday(after_midnight), kDay, by, std::move(body)});
    journal_.commit();
  }
  void issue(Millis at, int number) {
    happens(
        at, "kiosk-1",
        {core::TicketIssued{ticket(number), kService, ClassId("regular"), ChannelId("kiosk"), "A", number}});
  }
  core::TicketCalled called(int number) {
    return {++call_, ticket(number), kCounter, {"earliest", ""}, false};
  }
  static core::TicketCompleted completed(int number) { return {ticket(number), kCounter}; }
  static TicketNumber ticket(int number) { return TicketNumber("A00" + std::to_string(number)); }

  static constexpr Day kDay = std::chrono::year(2026) / 11 / 23;

 private:
  Journal& journal_;
  core::Seq seq_ = 0;
  core::CallNumber call_ = 0;
};

void tell_a_day(Journal& journal) {
  Told day(journal);
  day.happens(8h, "dispatcher", {core::DayStarted{Told::kDay}});
  day.happens(8h, "counter-1", {core::CounterOpened{kCounter, std::nullopt}});
  for (int number = 1; number <= 5; ++number) day.issue(8h, number);
  day.happens(8h + 2min, "counter-1", {day.called(1)});
  day.happens(8h + 4min, "counter-1", {Told::completed(1), day.called(2)});
  day.happens(8h + 5min, "counter-1", {core::TicketRecalled{3, Told::ticket(2), kCounter}});
  day.happens(8h + 6min, "counter-1", {core::TicketSkipped{Told::ticket(2), kCounter}});
  day.happens(8h + 9min, "desk-1", {core::TicketCancelled{Told::ticket(3)}});
}

class Verify : public testing::Test {
 protected:
  static void SetUpTestSuite() { keep_temporary_files_in_memory(); }

  std::unique_ptr<Journal> open() { return std::move(open_journal(request(directory_.path())).journal); }
  Report verified() { return verify(directory_.path()); }
  std::string text() { return to_text(verified(), *Zone::find("Asia/Jakarta")); }
  void tamper(const std::string& sql) {
    SQLite::Database((directory_.path() / "journal.db").string(), SQLite::OPEN_READWRITE).exec(sql);
  }
  /// Every file and what is in it.
  std::map<fs::path, std::string> everything() {
    std::map<fs::path, std::string> all;
    for (const auto& entry : fs::directory_iterator(directory_.path()))
      all[entry.path()] = contents(entry.path());
    return all;
  }

  test::TemporaryDirectory directory_;
};

TEST_F(Verify, SumsUpADay) {
  tell_a_day(*open());
  const Report report = verified();
  EXPECT_THAT(report.faults, IsEmpty());
  ASSERT_EQ(report.days.size(), 1U);
  const DaySummary& day = report.days[0];
  EXPECT_EQ(day.day, Told::kDay);
  EXPECT_EQ(day.issued, 5);
  EXPECT_EQ(day.served, 1);
  EXPECT_EQ(day.no_show, 1);
  EXPECT_EQ(day.cancelled, 1);
  EXPECT_EQ(day.left_open, 2);
  EXPECT_EQ(day.calls, 2);
  EXPECT_EQ(day.recalls, 1);
  EXPECT_EQ(day.waits, (Waits{3min, 2min, 4min}));
  EXPECT_EQ(day.first, core::monday(8h));
  EXPECT_EQ(day.last, core::monday(8h + 9min));
  EXPECT_EQ(day.actions, 11) << "opening, five tickets, a call, a next, a recall, a skip, a cancellation";
  EXPECT_EQ(day.busiest_second, 6);
  EXPECT_DOUBLE_EQ(day.actions_per_second(), 11.0 / 540);
}

TEST_F(Verify, TellsItInWords) {
  tell_a_day(*open());
  EXPECT_THAT(text(), HasSubstr("is sound"));
  EXPECT_THAT(text(), HasSubstr("site sample, real clock"));
  EXPECT_THAT(text(), HasSubstr("08:00:00 08:09:00"));
  EXPECT_THAT(text(), HasSubstr("3:00    2:00    4:00"));
}

TEST_F(Verify, FindsASoundJournalSoundAndChangesNothing) {
  History history(9);
  {
    const auto journal = open();
    history.write(*journal, 200);
    journal->save_snapshot(history.state());
    history.write(*journal, 50);
  }
  const auto before = everything();
  const Report report = verified();
  EXPECT_THAT(report.faults, IsEmpty());
  EXPECT_EQ(report.events, history.state().seq);
  EXPECT_EQ(report.last_event, history.state().seq);
  EXPECT_EQ(report.snapshots.size(), 1U);
  EXPECT_GT(report.answers, 100U);
  EXPECT_EQ(report.starts, 1U);
  EXPECT_TRUE(everything() == before) << "something was changed";
}

TEST_F(Verify, ReadsWhatIsStillInTheLogAndLeavesItThere) {
  History history(9);
  const test::TemporaryDirectory killed;
  {
    const auto journal = open();
    history.write(*journal, 50);
    fs::copy(directory_.path(), killed.path(), fs::copy_options::recursive);
  }
  const std::string log = contents(killed.path() / "journal.db-wal");
  EXPECT_EQ(verify(killed.path()).events, history.state().seq);
  EXPECT_TRUE(contents(killed.path() / "journal.db-wal") == log) << "the log was changed";
}

TEST_F(Verify, RefusesWhileADispatcherRuns) {
  const auto journal = open();
  EXPECT_THROW(verified(), StateInUse);
}

TEST_F(Verify, SaysThatThereIsNoJournal) {
  EXPECT_THROW(verified(), std::runtime_error);
  EXPECT_THROW(verify(directory_.path() / "nowhere"), std::system_error);
  EXPECT_FALSE(fs::exists(directory_.path() / "nowhere"));
}

TEST_F(Verify, FindsAnOldEventThatIsNotAsItWasWrittenAndSaysWhatCouldBeSaved) {
  History history(9);
  {
    const auto journal = open();
    history.write(*journal, 200);
    journal->save_snapshot(history.state());
  }
  tamper("UPDATE event SET at_ms = at_ms + 1 WHERE seq = 20");
  const auto before = everything();
  const Report report = verified();
  EXPECT_THAT(report.faults, ElementsAre(HasSubstr("event 20 is not as it was written")));
  ASSERT_TRUE(report.salvageable);
  EXPECT_EQ(report.events, report.salvageable->events);
  EXPECT_EQ(report.last_event, history.state().seq);
  EXPECT_EQ(report.salvageable->state_at, history.state().seq);
  EXPECT_FALSE(report.salvageable->end_lost);
  EXPECT_THAT(report.salvageable->lost, ElementsAre(SeqRange{20, 20}));
  EXPECT_THAT(text(), HasSubstr("event 20 is not as it was written"));
  EXPECT_THAT(text(), HasSubstr("Nothing of today would be lost"));
  EXPECT_TRUE(everything() == before) << "something was changed";
}

TEST_F(Verify, TellsOnceWhatARunHasFoundBefore) {
  History history(9);
  {
    const auto journal = open();
    history.write(*journal, 200);
    journal->save_snapshot(history.state());
  }
  tamper("UPDATE event SET at_ms = at_ms + 1 WHERE seq = 20");
  EXPECT_TRUE(open()->scrub(1000).found);
  EXPECT_EQ(verified().faults.size(), 1U) << text();
}

TEST_F(Verify, TellsOnceThatAFileEndsTooSoon) {
  History history(9);
  history.write(*open(), 200);
  const auto file = directory_.path() / "journal.db";
  fs::resize_file(file, fs::file_size(file) / 2 / 4096 * 4096);
  const auto told = text();
  const std::string malformed = "malformed";
  const auto first = told.find(malformed);
  EXPECT_TRUE(first == std::string::npos || told.find(malformed, first + 1) == std::string::npos) << told;
  EXPECT_THAT(told, HasSubstr("is damaged"));
}

TEST_F(Verify, FindsAnEventThatWasTakenOutOrPutElsewhere) {
  History history(9);
  history.write(*open(), 100);
  tamper("DELETE FROM event WHERE seq = 50");
  EXPECT_THAT(text(), HasSubstr("is damaged"));
  EXPECT_THAT(verified().salvageable->lost, ElementsAre(SeqRange{50, 51}))
      << "the one behind it cannot be proven";
}

TEST_F(Verify, FindsASnapshotThatIsNotWhatTheEventsMake) {
  History history(9);
  {
    const auto journal = open();
    history.write(*journal, 100);
    core::State wrong = history.state();
    wrong.calls += 1;
    journal->save_snapshot(wrong);
  }
  EXPECT_THAT(text(), HasSubstr("is another state than the events up to it make"));
}

/// A version that did not keep of which kind the last action was wrote it.
TEST_F(Verify, FindsASnapshotOfAnEarlierVersionSound) {
  History history(9);
  {
    const auto journal = open();
    history.write(*journal, 100);
    core::State earlier = history.state();
    ASSERT_FALSE(earlier.undoable.empty());
    for (auto& [counter, action] : earlier.undoable) action.events.clear();
    journal->save_snapshot(earlier);
  }
  EXPECT_TRUE(verified().sound()) << text();
}

TEST_F(Verify, ReportsWhatIsNoDatabase) {
  History history(9);
  history.write(*open(), 100);
  write_contents(directory_.path() / "journal.db", "nothing of the kind");
  const Report report = verified();
  EXPECT_FALSE(report.sound());
  EXPECT_EQ(report.salvageable->events, 0U);
  EXPECT_THAT(report.salvageable->lost, ElementsAre(SeqRange{1, history.state().seq}));
}

TEST_F(Verify, ReadsOnBehindARepair) {
  History history(9);
  history.write(*open(), 100);
  tamper("DELETE FROM event WHERE seq > 80");
  core::State state;
  {
    auto opened = open_journal(request(directory_.path()));
    ASSERT_TRUE(opened.damage);
    state = opened.journal->load();
    opened.journal->begin();
    opened.journal->append(
        {state.seq + 1, history.now(), *state.day, "counter-1", core::CounterClosed{CounterId("9")}});
    opened.journal->commit();
  }
  const Report report = verified();
  EXPECT_THAT(report.faults, IsEmpty());
  EXPECT_EQ(report.events, 81U);
  EXPECT_EQ(report.last_event, state.seq + 1);
  EXPECT_EQ(report.repairs.size(), 1U);
  EXPECT_THAT(text(), HasSubstr("It was repaired before"));
}

}  // namespace
}  // namespace panggil::journal
