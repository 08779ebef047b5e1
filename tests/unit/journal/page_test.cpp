#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dispatcher/journal/errors.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/unit/journal/history.hpp"

namespace panggil::journal {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Some days of made-up history, whose events are known.
class APage : public testing::Test {
 protected:
  static void SetUpTestSuite() { keep_temporary_files_in_memory(); }

  void SetUp() override {
    open();
    history_.write(*journal_, 50);
    for (const Day first = history_.day(); history_.day() == first;) history_.write(*journal_, 50);
    // So that a start does not look at what is older.
    journal_->save_snapshot(history_.state());
    journal_->replay(0, [&](const core::Event& event) { events_.push_back(event); });
  }
  void open() { journal_ = std::move(open_journal(request(directory_.path())).journal); }
  void change(const std::string& sql) {
    journal_.reset();
    SQLite::Database((directory_.path() / "journal.db").string(), SQLite::OPEN_READWRITE).exec(sql);
    open();
  }
  /// All pages of a range together.
  Page all(PageRequest request) {
    Page whole;
    do {
      auto page = journal_->page(request);
      EXPECT_LE(page.events.size(), request.most);
      whole.events.insert(whole.events.end(), page.events.begin(), page.events.end());
      whole.lost.insert(whole.lost.end(), page.lost.begin(), page.lost.end());
      request.after = page.next.value_or(0);
    } while (request.after > 0);
    return whole;
  }
  std::vector<core::Event> of_days(Day from, Day to) const {
    std::vector<core::Event> some;
    for (const auto& event : events_)
      if (event.day >= from && event.day <= to) some.push_back(event);
    return some;
  }

  test::TemporaryDirectory directory_;
  std::unique_ptr<Journal> journal_;
  History history_{7};
  std::vector<core::Event> events_;
};

TEST_F(APage, AfterAnotherMakesTheWholeHistory) {
  EXPECT_EQ(all({.most = 37}).events, events_);
  EXPECT_THAT(all({.most = 37}).lost, IsEmpty());
}

TEST_F(APage, HoldsTheDaysThatWereAskedForAndNoOthers) {
  const Day first = events_.front().day;
  const Day last = events_.back().day;
  ASSERT_NE(first, last);
  EXPECT_EQ(all({.from = last, .most = 50}).events, of_days(last, last));
  EXPECT_EQ(all({.to = first, .most = 50}).events, of_days(first, first));
  EXPECT_EQ(all({.from = first, .to = last, .most = 50}).events, events_);
  EXPECT_THAT(all({.from = last + std::chrono::years(1), .most = 50}).events, IsEmpty());
}

TEST_F(APage, TellsWhatIsMissingOrNotAsItWasWritten) {
  change(
      "UPDATE event SET body = replace(body, '\"', ' ') WHERE seq = 20; DELETE FROM event WHERE seq IN (31, "
      "32)");
  const auto told = all({.most = 7});
  EXPECT_THAT(told.lost, ElementsAre(SeqRange{20, 20}, SeqRange{31, 33})) << "33 cannot be proven any more";
  EXPECT_EQ(told.events.size() + 4, events_.size());
}

}  // namespace
}  // namespace panggil::journal
