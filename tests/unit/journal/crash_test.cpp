// The process ends at every point of a transaction; what was committed is there and nothing else.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "tests/support/temporary_directory.hpp"
#include "tests/unit/journal/history.hpp"

namespace panggil::journal {
namespace {

enum class Point { kAfterBegin, kAfterAppend, kAfterRemember, kAfterCommit };

constexpr auto kClient = "kiosk-1";
constexpr auto kCommand = "the-one";

/// Opens the journal, writes some, then some more up to `point`, and dies there without any farewell.
[[noreturn]] void write_and_die(const std::filesystem::path& directory, Point point) {
  auto opened = open_journal(request(directory));
  History history(5);
  history.write(*opened.journal, 20);
  const auto die_at = [&](Point here) {
    if (here == point) ::kill(::getpid(), SIGKILL);
  };
  opened.journal->begin();
  die_at(Point::kAfterBegin);
  for (const auto& event : history.act_until(3)) opened.journal->append(event);
  die_at(Point::kAfterAppend);
  opened.journal->remember(ClientId(kClient), CommandId(kCommand), history.day(), "yes");
  die_at(Point::kAfterRemember);
  opened.journal->commit();
  die_at(Point::kAfterCommit);
  ::_exit(1);
}

class Crash : public testing::TestWithParam<Point> {};

TEST_P(Crash, KeepsWhatWasCommittedAndNothingElse) {
  test::TemporaryDirectory directory;
  const pid_t child = ::fork();
  if (child == 0) write_and_die(directory.path(), GetParam());
  int status = 0;
  ::waitpid(child, &status, 0);
  ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);

  History expected(5);
  expected.act_until(20);
  const bool committed = GetParam() == Point::kAfterCommit;
  if (committed) expected.act_until(3);
  const auto opened = open_journal(request(directory.path()));
  EXPECT_FALSE(opened.damage) << to_text(*opened.damage);
  EXPECT_EQ(opened.journal->load(), expected.state());
  EXPECT_EQ(opened.journal->answer(ClientId(kClient), CommandId(kCommand)).has_value(), committed);
}

INSTANTIATE_TEST_SUITE_P(At, Crash,
                         testing::Values(Point::kAfterBegin, Point::kAfterAppend, Point::kAfterRemember,
                                         Point::kAfterCommit));

}  // namespace
}  // namespace panggil::journal
