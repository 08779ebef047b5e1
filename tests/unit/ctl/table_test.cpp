#include "ctl/table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace panggil::ctl {
namespace {

using testing::ElementsAre;

Table sample() {
  Table table({{"Service"}, {"", false, true}, {"Waiting", true}});
  table.add({"cs", "Layanan Pelanggan", "11"});
  table.add({"interview", "Wawancara", "3"});
  return table;
}

TEST(Wrapped, BreaksBetweenWordsAndLosesNothing) {
  EXPECT_THAT(wrapped("Start it, then try again.", 80), ElementsAre("Start it, then try again."));
  EXPECT_THAT(wrapped("Start it, then try again.", 14), ElementsAre("Start it, then", "try again."));
  EXPECT_THAT(wrapped("Start it, then try again.", 13), ElementsAre("Start it,", "then try", "again."));
  EXPECT_THAT(wrapped("panggil-dispatcher runs", 10), ElementsAre("panggil-di", "spatcher", "runs"));
  EXPECT_THAT(wrapped("– …– a", 3), ElementsAre("–", "…–", "a"));
  EXPECT_THAT(wrapped("", 3), ElementsAre(""));
}

TEST(Table, MakesEachColumnAsWideAsItsWidestCell) {
  EXPECT_THAT(sample().lines(80),
              ElementsAre("Service                       Waiting", "cs         Layanan Pelanggan       11",
                          "interview  Wawancara                3"));
}

TEST(Table, TheElasticColumnGivesWay) {
  EXPECT_THAT(sample().lines(30),
              ElementsAre("Service                Waiting", "cs         Layanan P…       11",
                          "interview  Wawancara         3"));
}

TEST(Table, ColumnsThatGiveWayShareTheRoom) {
  Table table({{"Counter", false, true}, {"Service", false, true}});
  table.add({"Counter 3", "Passport interview and photograph"});
  EXPECT_THAT(table.lines(31), ElementsAre("Counter    Service", "Counter 3  Passport interview …"));
  EXPECT_THAT(table.lines(16), ElementsAre("Counter  Service", "Counte…  Passpo…"));
}

TEST(Table, NoLineIsEverWiderThanAsked) {
  for (std::size_t width = 0; width < 50; ++width) {
    for (const auto& line : sample().lines(width)) EXPECT_LE(width_of(line), width);
  }
}

TEST(Table, CountsCharactersAndNotBytes) {
  EXPECT_EQ(width_of("10–15 menit"), 11u);
  EXPECT_EQ(cut("10–15 menit", 4), "10–…");
  EXPECT_EQ(cut("A017", 4), "A017");
  EXPECT_EQ(cut("A017", 0), "");
}

}  // namespace
}  // namespace panggil::ctl
