#include "common/protocol/codec.hpp"

#include <gtest/gtest.h>

namespace panggil::protocol {
namespace {

std::string why_not(std::string_view payload) {
  const auto command = decode_command(payload);
  return command ? "" : command.error().why.what;
}

TEST(ACommand, NeedsOnlyAnId) {
  const auto command = decode_command(R"({"id":"x"})");
  ASSERT_TRUE(command);
  EXPECT_EQ(*command, (Command{.id = "x"}));
}

TEST(ACommand, TellsNoExpectationFromExpectingNobody) {
  EXPECT_FALSE(decode_command(R"({"id":"x"})")->expect);
  EXPECT_FALSE(decode_command(R"({"id":"x","expect":null})")->expect);
  ASSERT_TRUE(decode_command(R"({"id":"x","expect":{"ticket":null}})")->expect);
  EXPECT_FALSE(decode_command(R"({"id":"x","expect":{"ticket":null}})")->expect->ticket);
  EXPECT_EQ(decode_command(R"({"id":"x","expect":{"ticket":"A016"}})")->expect->ticket, "A016");
}

TEST(ACommand, IgnoresUnknownFields) {
  EXPECT_TRUE(decode_command(R"({"id":"x","colour":"red","more":[1,{"a":null}]})"));
}

TEST(ACommand, WithoutAReadableIdIsAnsweredWithoutOne) {
  for (const char* payload : {"", "x", "{", "[]", "3", "null", "\"id\"", "{}", R"({"id":3})", R"({"id":""})",
                              R"({"id":"a b"})", R"({"id":null})"}) {
    const auto command = decode_command(payload);
    ASSERT_FALSE(command) << payload;
    EXPECT_FALSE(command.error().id) << payload;
    EXPECT_FALSE(command.error().why.what.empty()) << payload;
  }
}

TEST(ACommand, OfAWrongTypeIsAnsweredUnderItsId) {
  for (const char* payload :
       {R"({"id":"x","ticket":17})", R"({"id":"x","call_next":"no"})", R"({"id":"x","lease":[]})",
        R"({"id":"x","lease":{"epoch":"e"}})", R"({"id":"x","lease":{"epoch":"e","mono_ms":1.5}})",
        R"({"id":"x","expect":"A016"})", R"({"id":"x","counter":3})"}) {
    const auto command = decode_command(payload);
    ASSERT_FALSE(command) << payload;
    EXPECT_EQ(command.error().id, "x") << payload;
  }
}

TEST(ACommand, SaysWhichFieldIsWrong) {
  EXPECT_EQ(why_not(R"({"id":"x","lease":{"epoch":"e","mono_ms":"1"}})"),
            "\"lease.mono_ms\" should be a whole number");
  EXPECT_EQ(why_not(R"({"id":"x","lease":{"epoch":"e","mono_ms":99999999999999999999}})"),
            "\"lease.mono_ms\" should be a whole number");
  EXPECT_EQ(why_not(R"({"id":"x","lease":{"epoch":"e","mono_ms":18446744073709551615}})"),
            "\"lease.mono_ms\" is too large");
  EXPECT_EQ(why_not("\xff{}"), "not JSON");
}

TEST(ACommand, MayBeUpTo8KiB) {
  const auto padded = [](std::size_t size) {
    std::string text = R"({"id":"x","pad":")";
    return text + std::string(size - text.size() - 2, 'p') + "\"}";
  };
  EXPECT_TRUE(decode_command(padded(kMaxCommandBytes)));
  EXPECT_FALSE(decode_command(padded(kMaxCommandBytes + 1)));
}

TEST(ACommand, NestedDeeplyDoesNoHarm) {
  EXPECT_FALSE(decode_command(std::string(8000, '[')));
  EXPECT_TRUE(decode_command(R"({"id":"x","deep":)" + std::string(3000, '[') + std::string(3000, ']') + "}"));
}

TEST(APayload, AboveTheLimitIsRefused) {
  EXPECT_FALSE(decode<Beat>(std::string(kMaxPayloadBytes + 1, ' ')));
}

TEST(ANumber, MayNotBeNegativeWhereItCounts) {
  const auto beat = decode<Beat>(R"({"epoch":"e","seq":-1,"mono_ms":-5,"time":"2026-11-23T08:00:00Z"})");
  ASSERT_FALSE(beat);
  EXPECT_EQ(beat.error().what, "\"seq\" should not be negative");
}

TEST(AMissingField, IsNamed) {
  EXPECT_EQ(decode<Shown>(R"({"at":"2026-11-23T08:00:00Z"})").error().what, "\"call\" is missing");
  EXPECT_EQ(decode<Shown>(R"({"call":1,"at":"yesterday"})").error().what,
            "\"at\" should be a time like 2026-11-23T08:00:00+07:00");
}

TEST(AnAnswer, NeedsTheResultOrErrorItPromises) {
  EXPECT_FALSE(decode<Answer>(R"({"id":"x","action":"next","ok":true,"seq":1})"));
  EXPECT_FALSE(decode<Answer>(R"({"id":"x","action":"next","ok":false,"seq":1})"));
  EXPECT_FALSE(decode<Answer>(R"({"id":"x","action":"next","ok":true,"seq":1,"result":3})"));
}

TEST(Text, ThatIsNoUtf8StillMakesAMessage) {
  Counter counter;
  counter.officer = "\xff";
  EXPECT_NE(encode(counter).find("\"officer\":\"\xef\xbf\xbd\""), std::string::npos);
}

}  // namespace
}  // namespace panggil::protocol
