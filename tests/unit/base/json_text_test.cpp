#include "common/base/json_text.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

namespace panggil {
namespace {

std::string written(std::string_view text) {
  JsonText json;
  json.value(text);
  return json.take();
}

TEST(JsonText, CommasComeByThemselves) {
  JsonText json;
  json.begin_object();
  json.field("a", 1);
  json.key("b");
  json.begin_array();
  json.value("x");
  json.begin_object();
  json.end_object();
  json.begin_array();
  json.end_array();
  json.null();
  json.end_array();
  json.field("c", true);
  json.key("d");
  json.raw("1.5");
  json.end_object();
  EXPECT_EQ(R"({"a":1,"b":["x",{},[],null],"c":true,"d":1.5})", json.take());
}

TEST(JsonText, ATextThatLooksLikeABeginningIsNone) {
  JsonText json;
  json.begin_array();
  for (const auto* each : {"{", "[", ":", ""}) json.value(each);
  json.end_array();
  EXPECT_EQ(R"(["{","[",":",""])", json.take());
}

TEST(JsonText, WholeNumbersAreExact) {
  JsonText json;
  json.begin_array();
  json.value(std::numeric_limits<std::int64_t>::min());
  json.value(std::numeric_limits<std::uint64_t>::max());
  json.value(-7);
  json.end_array();
  EXPECT_EQ("[-9223372036854775808,18446744073709551615,-7]", json.take());
}

TEST(JsonText, WhatMustBeEscapedIs) {
  EXPECT_EQ(R"("say \"no\" \\ / \b\t\n\f\r")", written("say \"no\" \\ / \b\t\n\f\r"));
  EXPECT_EQ(R"("\u0000\u001f")", written(std::string_view("\0\x1f", 2)));
  EXPECT_EQ("\"\x7f\"", written("\x7f"));
}

TEST(JsonText, KeysToo) {
  JsonText json;
  json.begin_object();
  json.field("a\"b", "c");
  json.end_object();
  EXPECT_EQ(R"({"a\"b":"c"})", json.take());
}

TEST(JsonText, OtherLettersStandAsTheyAre) {
  for (const auto* text : {"Łódź", "ประตู", "號碼", "😀"})
    EXPECT_EQ('"' + std::string(text) + '"', written(text));
}

TEST(JsonText, WhatIsNoUtf8BecomesAMark) {
  EXPECT_EQ("\"a\uFFFDb\"", written("a\xff"
                                    "b"));
  EXPECT_EQ("\"\uFFFD\"", written("\xc3")) << "cut off";
  EXPECT_EQ("\"\uFFFD\uFFFD\"", written("\xc0\xaf")) << "overlong";
  EXPECT_EQ("\"\uFFFD\uFFFD\uFFFD\"", written("\xed\xa0\x80")) << "a surrogate";
  EXPECT_EQ("\"\uFFFD\\n\"", written("\xe2\n"));
}

}  // namespace
}  // namespace panggil
