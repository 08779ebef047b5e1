#include "ctl/command_line.hpp"

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

namespace panggil::ctl {
namespace {
using namespace std::chrono_literals;

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

TEST(CtlCommandLine, RefusesAKindOfEventsThatThereIsNot) {
  EXPECT_EQ(parsed("events --kind ticket-called").filter.kind, "ticket-called");
  try {
    parsed("events --kind ticket-sung");
    ADD_FAILURE();
  } catch (const CLI::ValidationError& error) {
    const std::string said = error.what();
    EXPECT_NE(said.find("action-undone, counter-closed, "), std::string::npos) << said;
    EXPECT_EQ(said.find("more"), std::string::npos) << said;
  }
}

TEST(NoticeUntil, IsATimeOfTheDayOrAWholeOne) {
  EXPECT_EQ(parsed("notice x --until 11:00").until_today, 11h);
  EXPECT_EQ(parsed("notice x --until 9:05").until_today, 9h + 5min);
  EXPECT_FALSE(parsed("notice x --until 11:00").command.until);
  EXPECT_EQ(parsed("notice x --until 2026-11-23T11:00:00+07:00").command.until,
            parse_stamp("2026-11-23T11:00:00+07:00"));
  for (const auto* wrong : {"25:00", "11", "11.00", "noon"})
    EXPECT_THROW(parsed(std::string("notice x --until ") + wrong), CLI::ParseError) << wrong;
}

}  // namespace
}  // namespace panggil::ctl
