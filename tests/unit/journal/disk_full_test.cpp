// There is no room for more: what was acknowledged stays, the rest is not half there.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "tests/support/temporary_directory.hpp"
#include "tests/unit/journal/history.hpp"

namespace panggil::journal {
namespace {

constexpr int kFailedAsPromised = 3;
/// For some twenty actions more. What they are is another compiler's choice, and the first few may be
/// refused.
constexpr std::uintmax_t kRoom = 100'000;

void allow_files_of(std::uintmax_t size) {
  // The system's way to say that a disk is full without filling one; the write fails instead of the process
  // ending.
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{size, size};
  ::setrlimit(RLIMIT_FSIZE, &limit);
}

/// Writes until there is no room and leaves the last seq that was acknowledged in the pipe.
[[noreturn]] void write_until_full(const std::filesystem::path& directory, int pipe) {
  History history(5);
  core::Seq acknowledged = 0;
  {
    const auto opened = open_journal(request(directory));
    history.write(*opened.journal, 20);
    allow_files_of(std::filesystem::file_size(directory / "journal.db-wal") + kRoom);
    try {
      for (;;) {
        acknowledged = history.state().seq;
        history.write(*opened.journal, 1);
      }
    } catch (const std::exception&) {
      [[maybe_unused]] const auto written = ::write(pipe, &acknowledged, sizeof acknowledged);
    }
  }
  ::_exit(kFailedAsPromised);
}

TEST(DiskFull, KeepsWhatWasAcknowledgedAndNothingHalfDone) {
  const test::TemporaryDirectory directory;
  int pipe[2];
  ASSERT_EQ(::pipe(pipe), 0);
  const pid_t child = ::fork();
  if (child == 0) write_until_full(directory.path(), pipe[1]);
  int status = 0;
  ::waitpid(child, &status, 0);
  ASSERT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == kFailedAsPromised);
  core::Seq acknowledged = 0;
  ASSERT_EQ(::read(pipe[0], &acknowledged, sizeof acknowledged), static_cast<::ssize_t>(sizeof acknowledged));
  ASSERT_GT(acknowledged, 20U);

  const auto opened = open_journal(request(directory.path()));
  EXPECT_FALSE(opened.damage) << to_text(*opened.damage);
  History expected(5);
  while (expected.state().seq < acknowledged) expected.act();
  EXPECT_EQ(opened.journal->load(), expected.state());
  opened.journal->begin();
  for (const auto& event : expected.act_until(20)) opened.journal->append(event);
  opened.journal->commit();
  EXPECT_EQ(opened.journal->load(), expected.state());
}

}  // namespace
}  // namespace panggil::journal
