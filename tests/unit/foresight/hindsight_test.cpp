// What a start knows of the estimates, with a real journal on disk.
#include "dispatcher/hindsight.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "dispatcher/core/apply.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/unit/foresight/watched_office.hpp"
#include "tests/unit/journal/history.hpp"

namespace panggil {
namespace {

using namespace std::chrono_literals;
using foresight::Foresight;
using foresight::WatchedOffice;

/// As the engine does it: an event is kept, applied and watched, and the morning with the event of its day.
struct Desk {
  journal::Journal& journal;
  Foresight& foresight;
  const core::Office& office;

  void take(const core::State& state, const core::Event& event) const {
    journal.begin();
    journal.append(event);
    foresight.happened(office, state, event);
    if (std::holds_alternative<core::DayStarted>(event.body))
      journal.keep_morning(state, foresight.experience());
    journal.commit();
  }
};

class Hindsight : public testing::Test {
 protected:
  static void SetUpTestSuite() { journal::keep_temporary_files_in_memory(); }

  test::TemporaryDirectory directory_;
  journal::Opened opened_ = open();
  Foresight live_{core::small_office().zone};
  WatchedOffice hall_{[this](const core::State& state, const core::Event& event) {
    Desk{*opened_.journal, live_, hall_.office}.take(state, event);
  }};

  journal::Opened open() { return open_journal(journal::request(directory_.path())); }
  void restart(const std::string& in_between = "") {
    opened_.journal.reset();
    if (!in_between.empty())
      SQLite::Database((directory_.path() / "journal.db").string(), SQLite::OPEN_READWRITE).exec(in_between);
    opened_ = open();
  }
  Foresight relearnt() {
    const auto state = opened_.journal->load();
    EXPECT_EQ(state, hall_.state);
    return hindsight(hall_.office, *opened_.journal, state, hall_.now);
  }
  estimates::Outlook outlook(Foresight& foresight) {
    return foresight.outlook(hall_.office, hall_.state, hall_.now);
  }
  void expect_the_same(Foresight foresight) {
    EXPECT_TRUE(foresight.experience() == live_.experience());
    hall_.now += Foresight::kLookPeriod;
    EXPECT_EQ(outlook(foresight), outlook(live_));
    for (const auto& [number, ticket] : hall_.state.tickets)
      EXPECT_EQ(foresight.told(number), live_.told(number)) << number.text();
  }
  void a_day_and_a_half() {
    hall_.wake();
    hall_.at("1", core::Open{});
    hall_.serve(70);
    hall_.now += 24h;
    hall_.wake();
    hall_.serve(25);
    hall_.at("1", core::Hold{});
    hall_.at("2", core::Open{});
    hall_.serve(10);
  }
};

TEST_F(Hindsight, GivesTheSameEstimatesAfterARestartInTheMiddleOfADay) {
  a_day_and_a_half();
  ASSERT_FALSE(outlook(live_).empty());
  restart();
  expect_the_same(relearnt());
}

TEST_F(Hindsight, NeedsTheDaysEventsBeforeASnapshotToo) {
  a_day_and_a_half();
  opened_.journal->save_snapshot(hall_.state);
  hall_.serve(5);
  restart();
  expect_the_same(relearnt());
}

TEST_F(Hindsight, KeepsOneMorning) {
  for (int day = 0; day < 5; ++day) {
    hall_.wake();
    hall_.now += 24h;
  }
  restart();
  opened_.journal.reset();
  SQLite::Database database((directory_.path() / "journal.db").string(), SQLite::OPEN_READONLY);
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM morning").getInt(), 1);
}

TEST_F(Hindsight, DropsAMorningThatIsNotAsItWasWritten) {
  a_day_and_a_half();
  restart("UPDATE morning SET learnt = replace(learnt, '0.', '1.')");
  EXPECT_FALSE(opened_.damage) << "the queue does not need it";
  Foresight anew = relearnt();
  EXPECT_TRUE(outlook(anew).empty());
  EXPECT_FALSE(opened_.journal->morning()) << "so that it is said once";
  restart();
  EXPECT_FALSE(opened_.damage);
}

TEST_F(Hindsight, DropsAMorningThatNothingCanBeLearntFrom) {
  hall_.wake();
  opened_.journal->begin();
  opened_.journal->keep_morning(hall_.state, "what another program learnt");
  opened_.journal->commit();
  restart();
  relearnt();
  EXPECT_FALSE(opened_.journal->morning());
}

TEST_F(Hindsight, DropsAMorningOfAnotherHistory) {
  a_day_and_a_half();
  opened_.journal.reset();
  const test::TemporaryDirectory other;
  open_journal(journal::request(other.path())).journal.reset();
  {
    SQLite::Database foreign((other.path() / "journal.db").string(), SQLite::OPEN_READWRITE);
    foreign.exec("ATTACH '" + (directory_.path() / "journal.db").string() + "' AS from_there");
    foreign.exec("INSERT INTO morning SELECT * FROM from_there.morning; DETACH from_there");
  }
  auto opened = open_journal(journal::request(other.path()));
  EXPECT_FALSE(opened.damage);
  EXPECT_THROW(opened.journal->morning(), std::runtime_error);
  hindsight(hall_.office, *opened.journal, {}, hall_.now);
  EXPECT_FALSE(opened.journal->morning());
}

TEST_F(Hindsight, KeepsWhatWasLearntThroughARepair) {
  a_day_and_a_half();
  restart("DELETE FROM event WHERE seq = " + std::to_string(hall_.state.seq - 20));
  ASSERT_TRUE(opened_.damage);
  ASSERT_TRUE(opened_.journal->morning());
  const auto state = opened_.journal->load();
  auto foresight = hindsight(hall_.office, *opened_.journal, state, hall_.now);
  EXPECT_FALSE(foresight.outlook(hall_.office, state, hall_.now).empty());
}

TEST_F(Hindsight, JoinsTheDayWhenOldEventsOfItCannotBeRead) {
  a_day_and_a_half();
  opened_.journal->save_snapshot(hall_.state);
  restart("UPDATE event SET body = replace(body, 'cs', 'pickup') WHERE seq = " +
          std::to_string(hall_.state.seq - 20));
  EXPECT_FALSE(opened_.damage) << "a start does not read what the queue does not need";
  Foresight foresight = relearnt();
  EXPECT_FALSE(outlook(foresight).empty()) << "yesterday has taught enough";
}

TEST_F(Hindsight, BeginsFromNothingInAJournalOfAnEarlierVersion) {
  a_day_and_a_half();
  restart("DROP TABLE morning; PRAGMA user_version = 1");
  EXPECT_FALSE(opened_.damage);
  Foresight anew = relearnt();
  EXPECT_TRUE(outlook(anew).empty());
  live_ = anew;
  hall_.serve(70);
  EXPECT_FALSE(outlook(live_).empty()) << "today teaches it";
  hall_.now += 24h;
  hall_.wake();
  restart();
  expect_the_same(relearnt());
}

/// People do whatever they can do, day after day, and the dispatcher is started again at any moment.
TEST(HindsightOfAnyHistory, IsTheSameAsHavingWatched) {
  journal::keep_temporary_files_in_memory();
  core::Office office = core::small_office();
  office.services[0].then = ServiceId("interview");
  for (unsigned seed = 1; seed <= 6; ++seed) {
    const test::TemporaryDirectory directory;
    auto opened = open_journal(journal::request(directory.path()));
    Foresight live(office.zone);
    journal::History history(seed);
    core::State state;
    for (int start = 0; start < 8; ++start) {
      for (const auto& event : history.act_until(300)) {
        core::apply(state, event);
        Desk{*opened.journal, live, office}.take(state, event);
      }
      if (start % 3 == 1) opened.journal->save_snapshot(state);
      opened.journal.reset();
      opened = open_journal(journal::request(directory.path()));
      ASSERT_EQ(opened.journal->load(), state);
      auto again = hindsight(office, *opened.journal, state, history.now());
      ASSERT_TRUE(again.experience() == live.experience()) << "seed " << seed << ", start " << start;
      const WallTime later = history.now() + 5min;
      ASSERT_TRUE(live.due(later));
      ASSERT_EQ(again.outlook(office, state, later), live.outlook(office, state, later));
    }
  }
}

}  // namespace
}  // namespace panggil
