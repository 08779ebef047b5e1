#include "ctl/command_line.hpp"

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

namespace panggil::ctl {
namespace {

CommandLine parsed(const std::string& words) {
  CLI::App app("", "panggil-ctl");
  CommandLine line;
  add_flags(app, line);
  app.parse(words);
  return line;
}

TEST(CtlCommandLine, TakesStatusAndWatch) {
  EXPECT_EQ(parsed("status").action, Action::kStatus);
  EXPECT_TRUE(parsed("status --json").json);
  EXPECT_EQ(parsed("watch").action, Action::kWatch);
  EXPECT_EQ(parsed("").action, Action::kNone);
}

TEST(CtlCommandLine, RefusesWhatDoesNotBelong) {
  EXPECT_THROW(parsed("watch --json"), CLI::ParseError);
  EXPECT_THROW(parsed("status watch"), CLI::ParseError);
}

}  // namespace
}  // namespace panggil::ctl
