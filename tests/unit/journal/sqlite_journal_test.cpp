#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "dispatcher/core/apply.hpp"
#include "dispatcher/journal/memory_journal.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/unit/journal/history.hpp"

namespace panggil::journal {
namespace {

/// What every kind of journal promises while it lives.
class AnyJournal : public testing::TestWithParam<bool> {
 protected:
  AnyJournal() {
    if (GetParam()) {
      journal_ = std::move(open_journal(request(directory_.path())).journal);
    } else {
      journal_ = std::make_unique<MemoryJournal>();
    }
  }

  core::State replayed_after(core::State state) {
    journal_->replay(state.seq, [&](const core::Event& event) { core::apply(state, event); });
    return state;
  }

  test::TemporaryDirectory directory_;
  std::unique_ptr<Journal> journal_;
  History history_{7};
};

TEST_P(AnyJournal, BeginsEmpty) {
  EXPECT_EQ(journal_->load(), core::State{});
  EXPECT_EQ(journal_->boot(), 1U);
  EXPECT_EQ(journal_->epoch().size(), 16U);
}

TEST_P(AnyJournal, LoadsTheStateThatItsEventsMake) {
  history_.write(*journal_, 150);
  EXPECT_EQ(journal_->load(), history_.state());
}

TEST_P(AnyJournal, LoadsTheSameWithASnapshotInBetween) {
  history_.write(*journal_, 80);
  journal_->save_snapshot(history_.state());
  EXPECT_EQ(journal_->load(), history_.state());
  history_.write(*journal_, 80);
  EXPECT_EQ(journal_->load(), history_.state());
}

TEST_P(AnyJournal, ReplaysAllEventsAndThoseAfterOne) {
  history_.write(*journal_, 80);
  const core::State half = history_.state();
  history_.write(*journal_, 80);
  EXPECT_EQ(replayed_after({}), history_.state());
  EXPECT_EQ(replayed_after(half), history_.state());
  EXPECT_EQ(replayed_after(history_.state()), history_.state());
}

TEST_P(AnyJournal, IsAsBeforeWhenItIsRolledBack) {
  history_.write(*journal_, 40);
  History other_way = history_;
  journal_->begin();
  for (const auto& event : history_.act_until(3)) journal_->append(event);
  journal_->remember(ClientId("kiosk-1"), CommandId("a"), Day{}, "yes");
  journal_->roll_back();
  EXPECT_EQ(journal_->load(), other_way.state());
  EXPECT_EQ(journal_->answer(ClientId("kiosk-1"), CommandId("a")), std::nullopt);
  other_way.write(*journal_, 10);
  EXPECT_EQ(journal_->load(), other_way.state());
}

TEST_P(AnyJournal, AnswersACommandAsItWasAnswered) {
  const ClientId client("kiosk-1");
  journal_->begin();
  journal_->remember(client, CommandId("a"), Day{}, "yes");
  EXPECT_EQ(journal_->answer(client, CommandId("a")), "yes") << "within the same turn";
  journal_->commit();
  EXPECT_EQ(journal_->answer(client, CommandId("a")), "yes");
  EXPECT_EQ(journal_->answer(client, CommandId("b")), std::nullopt);
  EXPECT_EQ(journal_->answer(ClientId("kiosk-2"), CommandId("a")), std::nullopt);
}

TEST_P(AnyJournal, KeepsTheFirstAnswerToACommand) {
  const ClientId client("kiosk-1");
  journal_->begin();
  journal_->remember(client, CommandId("a"), Day{}, "yes");
  EXPECT_ANY_THROW(journal_->remember(client, CommandId("a"), Day{}, "no"));
}

TEST_P(AnyJournal, ForgetsTheAnswersOfEarlierDays) {
  const ClientId client("kiosk-1");
  const Day today = std::chrono::year(2026) / 11 / 23;
  const Day yesterday = std::chrono::year(2026) / 11 / 22;
  journal_->begin();
  journal_->remember(client, CommandId("old"), yesterday, "yes");
  journal_->remember(client, CommandId("new"), today, "yes");
  journal_->forget_answers_before(today);
  journal_->commit();
  EXPECT_EQ(journal_->answer(client, CommandId("old")), std::nullopt);
  EXPECT_EQ(journal_->answer(client, CommandId("new")), "yes");
}

TEST_P(AnyJournal, ScrubsToItsEndAndBeginsAnew) {
  history_.write(*journal_, 250);
  for (int pass = 0; pass < 2; ++pass) {
    ScrubProgress progress;
    for (int call = 0; call < 10 && !progress.done; ++call) {
      progress = journal_->scrub(100);
      EXPECT_EQ(progress.found, std::nullopt);
    }
    EXPECT_TRUE(progress.done);
    EXPECT_EQ(progress.checked, history_.state().seq);
  }
}

INSTANTIATE_TEST_SUITE_P(Each, AnyJournal, testing::Bool(),
                         [](const auto& tested) { return tested.param ? "OnDisk" : "InMemory"; });

/// What only the one on disk promises.
class DiskJournal : public testing::Test {
 protected:
  std::unique_ptr<Journal> open() {
    auto opened = open_journal(request(directory_.path()));
    EXPECT_FALSE(opened.damage) << to_text(*opened.damage);
    return std::move(opened.journal);
  }

  test::TemporaryDirectory directory_;
  History history_{11};
};

TEST_F(DiskJournal, IsTheSameWhenOpenedAgain) {
  std::string epoch;
  for (std::uint64_t boot = 1; boot <= 5; ++boot) {
    const auto journal = open();
    if (boot == 1) epoch = journal->epoch();
    EXPECT_EQ(journal->epoch(), epoch);
    EXPECT_EQ(journal->boot(), boot);
    EXPECT_EQ(journal->load(), history_.state());
    history_.write(*journal, 60);
    if (boot % 2 == 0) journal->save_snapshot(history_.state());
  }
  EXPECT_TRUE(open()->answer(ClientId("counter-1"), CommandId("c1")));
}

TEST_F(DiskJournal, KeepsTwoSnapshots) {
  const auto journal = open();
  for (int count = 0; count < 5; ++count) {
    history_.write(*journal, 10);
    journal->save_snapshot(history_.state());
  }
  EXPECT_EQ(journal->load(), history_.state());
}

TEST_F(DiskJournal, DropsWhatWasNeverCommitted) {
  const core::State before = history_.state();
  {
    const auto journal = open();
    journal->begin();
    for (const auto& event : history_.act_until(5)) journal->append(event);
    journal->remember(ClientId("a"), CommandId("1"), history_.day(), "yes");
  }
  const auto journal = open();
  EXPECT_EQ(journal->load(), before);
  EXPECT_EQ(journal->answer(ClientId("a"), CommandId("1")), std::nullopt);
}

}  // namespace
}  // namespace panggil::journal
