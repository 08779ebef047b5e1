// A copy that is made while the journal is written to.
#include <gtest/gtest.h>

#include "dispatcher/journal/verify.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/unit/journal/history.hpp"

namespace panggil::journal {
namespace {

namespace fs = std::filesystem;

class ABackup : public testing::Test {
 protected:
  static void SetUpTestSuite() { keep_temporary_files_in_memory(); }

  ABackup() { history_.write(*opened_.journal, 4000); }

  test::TemporaryDirectory directory_;
  Opened opened_ = open_journal(request(directory_.path() / "state"));
  History history_{31};
  fs::path file_ = directory_.path() / "copy.db";
};

TEST_F(ABackup, HasWhatHappenedWhileItWasMade) {
  const auto backup = opened_.journal->backup(file_);
  int steps = 0;
  while (!backup->step()) {
    EXPECT_FALSE(fs::exists(file_)) << "a copy that is not complete has no name yet";
    history_.write(*opened_.journal, 3);
    ++steps;
  }
  EXPECT_GT(steps, 1);
  EXPECT_EQ(backup->bytes_left(), 0U);
  const auto report = verify_file(file_, std::nullopt);
  EXPECT_TRUE(report.sound()) << report.faults.front();
  EXPECT_EQ(report.last_event, history_.state().seq);
  EXPECT_EQ(fs::status(file_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  // The journal itself goes on as if nothing had been.
  history_.write(*opened_.journal, 20);
  EXPECT_EQ(opened_.journal->load(), history_.state());
}

TEST_F(ABackup, LeavesNothingWhenItIsGivenUp) {
  auto backup = opened_.journal->backup(file_);
  EXPECT_FALSE(backup->step());
  backup.reset();
  EXPECT_EQ(std::distance(fs::directory_iterator(directory_.path()), fs::directory_iterator()), 1);
  history_.write(*opened_.journal, 20);
  EXPECT_EQ(opened_.journal->load(), history_.state());
}

TEST_F(ABackup, SaysWhereItCannotBeWritten) {
  EXPECT_THROW(opened_.journal->backup(directory_.path() / "no-such-folder" / "copy.db"), std::runtime_error);
  history_.write(*opened_.journal, 20);
}

}  // namespace
}  // namespace panggil::journal
