#include "common/settings/command_line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

namespace panggil::settings {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

struct Outcome {
  int code;
  std::string output;
  std::string complaint;
};

class RunProgram : public ::testing::Test {
 protected:
  Outcome run(std::vector<const char*> arguments) {
    CLI::App app("a test", "panggil-test");
    CommonFlags flags;
    add_common_flags(app, flags);
    arguments.insert(arguments.begin(), "panggil-test");
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    const int code =
        run_program({app, flags, load_, run_}, static_cast<int>(arguments.size()), arguments.data());
    std::fflush(nullptr);
    return {code, ::testing::internal::GetCapturedStdout(), ::testing::internal::GetCapturedStderr()};
  }

  std::function<void()> load_ = [] {};
  std::function<int()> run_ = [] { return 42; };
};

TEST_F(RunProgram, GivesTheProgramsOwnExitCode) {
  const auto [code, output, complaint] = run({});
  EXPECT_EQ(code, 42);
  EXPECT_EQ(output, "");
  EXPECT_EQ(complaint, "");
}

TEST_F(RunProgram, ChecksWithoutRunning) {
  run_ = [] { return ADD_FAILURE(), 0; };
  const auto [code, output, complaint] = run({"--check"});
  EXPECT_EQ(code, kDone);
  EXPECT_EQ(output, "panggil-test: the settings are good\n");
}

TEST_F(RunProgram, ListsEachFaultOnALine) {
  load_ = [] { throw BadSettings({{"f.yaml", 1, 2, "this"}, {"f.yaml", 3, 4, "that"}}); };
  for (const std::vector<const char*>& arguments : {std::vector<const char*>{"--check"}, {}}) {
    const auto [code, output, complaint] = run(arguments);
    EXPECT_EQ(code, kBadUsage);
    EXPECT_EQ(output, "");
    EXPECT_EQ(complaint, "f.yaml:1:2: this\nf.yaml:3:4: that\n");
  }
}

TEST_F(RunProgram, TakesWhatLoadingThrowsForBadUsage) {
  load_ = [] { throw std::runtime_error("cannot read x"); };
  const auto [code, output, complaint] = run({});
  EXPECT_EQ(code, kBadUsage);
  EXPECT_EQ(complaint, "panggil-test: cannot read x\n");
}

TEST_F(RunProgram, TakesWhatRunningThrowsForAFailure) {
  run_ = []() -> int { throw std::runtime_error("the disk is full"); };
  const auto [code, output, complaint] = run({});
  EXPECT_EQ(code, kRefused);
  EXPECT_EQ(complaint, "panggil-test: the disk is full\n");
}

TEST_F(RunProgram, RefusesAnUnknownFlag) {
  const auto [code, output, complaint] = run({"--brokr", "x"});
  EXPECT_EQ(code, kBadUsage);
  EXPECT_THAT(complaint, HasSubstr("--brokr"));
}

TEST_F(RunProgram, TellsItsVersionAndUsage) {
  const auto version = run({"--version"});
  EXPECT_EQ(version.code, kDone);
  EXPECT_THAT(version.output, StartsWith("panggil-test "));
  const auto help = run({"--help"});
  EXPECT_EQ(help.code, kDone);
  EXPECT_THAT(help.output, HasSubstr("--broker"));
}

}  // namespace
}  // namespace panggil::settings
