// Power goes at every kind of moment, some thousand times. What was acknowledged is there afterwards, what
// was not is there whole or not at all, and SQLite never finds its file damaged.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <optional>

#include "dispatcher/core/apply.hpp"
#include "dispatcher/journal/database.hpp"
#include "dispatcher/journal/sqlite_journal.hpp"
#include "tests/sim/journal/power_cut_disk.hpp"

namespace panggil::journal {
namespace {

constexpr int kOffices = 50;
constexpr int kCutsPerOffice = 40;
const ClientId kClient("kiosk-1");
const Identity kIdentity{SiteId("sample"), false};

struct Outcome {
  int cuts = 0;
  int lost_acknowledged = 0;
  int damaged = 0;
  int half_done = 0;
};

/// One office's journal through all its power cuts.
class Office {
 public:
  Office(unsigned seed, std::string synchronous)
      : disk_(seed), random_(seed), synchronous_(std::move(synchronous)) {}

  Outcome live() {
    for (; outcome_.cuts < kCutsPerOffice && outcome_.damaged == 0 && outcome_.lost_acknowledged == 0;
         ++outcome_.cuts) {
      work_until_power_fails();
      disk_.restore_power();
      look();
    }
    return outcome_;
  }

 private:
  SqliteJournal open() {
    SQLite::Database database = open_database("journal.db", PowerCutDisk::kName);
    // Small, so that copying the log back into the database is cut as well.
    database.exec("PRAGMA wal_autocheckpoint = 12; PRAGMA synchronous = " + synchronous_);
    return {std::move(database), kIdentity};
  }

  void work_until_power_fails() {
    disk_.fail_after(std::uniform_int_distribution<>(1, 150)(random_));
    try {
      SqliteJournal journal = open();
      core::State state = journal.load();
      while (!disk_.failed()) {
        act(journal, state);
        if (std::bernoulli_distribution(0.1)(random_)) journal.save_snapshot(state);
        if (std::bernoulli_distribution(0.03)(random_)) return;  // a clean end, and power goes later
      }
    } catch (const SQLite::Exception&) {
    } catch (const std::exception& error) {
      ADD_FAILURE() << error.what();
    }
  }

  /// A day that starts is an event that every state allows.
  void act(SqliteJournal& journal, core::State& state) {
    const Day day = std::chrono::sys_days(std::chrono::days(20'000 + static_cast<int>(state.seq)));
    const core::Event event{state.seq + 1, WallTime{}, day, "dispatcher", core::DayStarted{day}};
    attempted_ = event.seq;
    journal.begin();
    journal.append(event);
    journal.remember(kClient, CommandId(std::to_string(event.seq)), day, "yes");
    journal.commit();
    acknowledged_ = event.seq;
    core::apply(state, event);
  }

  void look() {
    try {
      SqliteJournal journal = open();
      const core::Seq seq = journal.load().seq;
      if (seq < acknowledged_) ++outcome_.lost_acknowledged;
      const bool whole = (seq == 0 || answered(journal, seq)) && !answered(journal, seq + 1);
      if (seq > attempted_ || !whole) ++outcome_.half_done;
      acknowledged_ = seq;
      attempted_ = seq;
    } catch (const std::exception&) {
      ++outcome_.damaged;
    }
  }

  static bool answered(SqliteJournal& journal, core::Seq seq) {
    return journal.answer(kClient, CommandId(std::to_string(seq))).has_value();
  }

  PowerCutDisk disk_;
  std::mt19937 random_;
  std::string synchronous_;
  Outcome outcome_;
  core::Seq acknowledged_ = 0;
  core::Seq attempted_ = 0;
};

Outcome live_in_all(const std::string& synchronous) {
  Outcome all;
  for (unsigned seed = 1; seed <= kOffices; ++seed) {
    const Outcome one = Office(seed, synchronous).live();
    all.cuts += one.cuts;
    all.lost_acknowledged += one.lost_acknowledged;
    all.damaged += one.damaged;
    all.half_done += one.half_done;
  }
  std::cout << synchronous << ": " << all.cuts << " power cuts, " << all.lost_acknowledged
            << " lost something acknowledged, " << all.damaged << " damaged the file, " << all.half_done
            << " left something half done\n";
  return all;
}

TEST(PowerCut, LosesNothingThatWasAcknowledged) {
  const Outcome outcome = live_in_all("FULL");
  EXPECT_EQ(outcome.cuts, kOffices * kCutsPerOffice);
  EXPECT_EQ(outcome.lost_acknowledged, 0);
  EXPECT_EQ(outcome.damaged, 0);
  EXPECT_EQ(outcome.half_done, 0);
}

TEST(PowerCut, WouldLoseSomethingIfCommitsWereNotSynced) {
  EXPECT_GT(live_in_all("NORMAL").lost_acknowledged, 0) << "then the test above proves nothing";
}

}  // namespace
}  // namespace panggil::journal
