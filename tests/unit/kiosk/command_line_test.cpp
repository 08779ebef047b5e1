#include "kiosk/command_line.hpp"

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

namespace panggil::kiosk {
namespace {

CommandLine parsed(const std::string& words) {
  CLI::App app("", "panggil-kiosk");
  CommandLine line;
  add_flags(app, line);
  app.parse(words);
  return line;
}

TEST(KioskCommandLine, IssuesATicketOfAServiceAndPerhapsAClass) {
  const auto line = parsed("issue cs --class priority --json");
  EXPECT_EQ(line.action, "issue");
  EXPECT_EQ(line.command.service, "cs");
  EXPECT_EQ(line.command.ticket_class, "priority");
  EXPECT_TRUE(line.json);
  EXPECT_EQ(parsed("issue cs").command.ticket_class, std::nullopt);
}

TEST(KioskCommandLine, RefusesIdsThatCannotBe) {
  EXPECT_THROW(parsed("issue"), CLI::ParseError);
  EXPECT_THROW(parsed("issue 'Customer Service'"), CLI::ParseError);
  EXPECT_THROW(parsed("issue cs --class VIP!"), CLI::ParseError);
}

}  // namespace
}  // namespace panggil::kiosk
