#include "counter-client/command_line.hpp"

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

namespace panggil::counter {
namespace {

CommandLine parsed(const std::string& words) {
  CLI::App app("", "panggil-counter");
  CommandLine line;
  add_flags(app, line);
  app.parse(words);
  return line;
}

bool is_bad(const std::string& words) {
  try {
    parsed(words);
    return false;
  } catch (const CLI::ParseError&) {
    return true;
  }
}

TEST(CounterCommandLine, TakesEveryActionOfThisVersion) {
  for (const auto* action : {"open", "pause", "close", "next", "recall", "start", "complete", "skip"}) {
    EXPECT_EQ(parsed(action).action, action);
  }
  for (const auto* action : {"call", "reinstate", "cancel"}) {
    const auto line = parsed(std::string(action) + " A017");
    EXPECT_EQ(line.action, action);
    EXPECT_EQ(line.command.ticket, "A017");
  }
}

TEST(CounterCommandLine, WithoutAnActionTheActionIsEmpty) {
  EXPECT_EQ(parsed("--counter 3").action, "");
}

TEST(CounterCommandLine, TakesFlagsBeforeAndAfterTheAction) {
  for (const auto* words : {"--counter 3 --json next", "next --counter 3 --json"}) {
    EXPECT_EQ(parsed(words).counter, "3");
    EXPECT_TRUE(parsed(words).json);
  }
}

TEST(CounterCommandLine, PutsWhatAnActionTakesIntoTheCommand) {
  EXPECT_EQ(parsed("open --officer o-12").command.officer, "o-12");
  EXPECT_EQ(parsed("pause --reason 'makan siang'").command.reason, "makan siang");
  EXPECT_EQ(parsed("skip --no-next").command.call_next, false);
  EXPECT_EQ(parsed("skip").command.call_next, std::nullopt);
  EXPECT_EQ(parsed("reinstate A017 --position first").command.position, "first");
}

TEST(CounterCommandLine, ReadsATicketNumberAsPeopleTypeIt) {
  EXPECT_EQ(parsed("call a017").command.ticket, "A017");
}

TEST(CounterCommandLine, RefusesWhatIsNoTicketNumberOrPosition) {
  EXPECT_TRUE(is_bad("call"));
  EXPECT_TRUE(is_bad("call 17"));
  EXPECT_TRUE(is_bad("reinstate A017 --position middle"));
  EXPECT_TRUE(is_bad("jump"));
  EXPECT_TRUE(is_bad("next recall"));
}

TEST(CounterCommandLine, ExpectsATicketOrNone) {
  EXPECT_EQ(parsed("next --expect a016").command.expect, protocol::Expect{"A016"});
  EXPECT_EQ(parsed("next --expect none").command.expect, protocol::Expect{});
  EXPECT_EQ(parsed("next").command.expect, std::nullopt);
  EXPECT_TRUE(parsed("next --no-expect").no_expect);
  EXPECT_TRUE(is_bad("next --expect A016 --no-expect"));
  EXPECT_TRUE(is_bad("next --expect whoever"));
}

}  // namespace
}  // namespace panggil::counter
