#include "common/base/ids.hpp"

#include <gtest/gtest.h>

namespace panggil {
namespace {

TEST(AnId, IsLowerCaseLettersDigitsAndDashesUpTo32) {
  for (const char* good : {"3", "cs", "counter-3", "a1-", "12345678901234567890123456789012"})
    EXPECT_TRUE(is_id(good)) << good;
  for (const char* bad :
       {"", "-a", "A", "a_b", "a b", "a/b", "é", "+", "#", "123456789012345678901234567890123"})
    EXPECT_FALSE(is_id(bad)) << bad;
}

TEST(ATicketNumber, BeginsWithACapitalAndEndsWithADigit) {
  for (const char* good : {"A1", "A017", "Z9999", "AB12", "A1B2"})
    EXPECT_TRUE(is_ticket_number(good)) << good;
  for (const char* bad : {"", "A", "017", "a017", "A-17", "A 17", "A017x", "ABCDEFGHIJ1"})
    EXPECT_FALSE(is_ticket_number(bad)) << bad;
}

TEST(ACommandId, IsPrintableWithoutSpaces) {
  EXPECT_TRUE(is_command_id("0192f6c8-7b3a-7c7e-9d8e-1f2a3b4c5d6e"));
  EXPECT_TRUE(is_command_id(std::string(64, 'x')));
  EXPECT_FALSE(is_command_id(std::string(65, 'x')));
  EXPECT_FALSE(is_command_id(""));
  EXPECT_FALSE(is_command_id("a b"));
  EXPECT_FALSE(is_command_id("a\nb"));
}

TEST(AnIdAsType, RefusesWhatIsNoIdByName) {
  EXPECT_FALSE(ServiceId::parse("Not One"));
  EXPECT_EQ(ServiceId::parse("cs")->text(), "cs");
  try {
    CounterId("nope!");
    FAIL();
  } catch (const std::invalid_argument& error) {
    EXPECT_STREQ(error.what(), "counter id expected, got \"nope!\"");
  }
}

}  // namespace
}  // namespace panggil
