#include "ctl/redraw.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace panggil::ctl {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Redraw, IsNothingWhenNothingHasChanged) {
  const Lines lines{{"Office", Style::kTitle}, {"A017"}};
  EXPECT_EQ(redraw(lines, lines), "");
}

TEST(Redraw, WritesOnlyTheLinesThatDiffer) {
  const auto text = redraw({{"Office"}, {"A016"}, {"q ends"}}, {{"Office"}, {"A017"}, {"q ends"}});
  EXPECT_THAT(text, HasSubstr("\x1b[2;1H"));
  EXPECT_THAT(text, HasSubstr("A017"));
  EXPECT_THAT(text, Not(HasSubstr("Office")));
  EXPECT_THAT(text, Not(HasSubstr("q ends")));
}

TEST(Redraw, AChangeOfStyleIsAChange) {
  EXPECT_THAT(redraw({{"cut", Style::kPlain}}, {{"cut", Style::kAlarm}}), HasSubstr("cut"));
}

TEST(Redraw, ClearsWhatStandsBelowAShorterScreen) {
  EXPECT_THAT(redraw({{"a"}, {"b"}, {"c"}}, {{"a"}}), HasSubstr("\x1b[2;1H\x1b[J"));
}

}  // namespace
}  // namespace panggil::ctl
