#include "display/view/plan_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace panggil::display {
namespace {
using ::testing::AllOf;
using ::testing::HasSubstr;

std::string complaints(const std::string& yaml) {
  const auto document = settings::Document::parse("own.yaml", yaml);
  read_plan(document, "own");
  std::string all;
  for (const auto& problem : document.problems()) all += to_text(problem) + "\n";
  return all;
}

TEST(PlanFiles, OfTheBuiltInLayoutsAreInOrder) {
  for (const auto& name : built_in_plan_names()) EXPECT_EQ(built_in_plan(name).name, name);
  EXPECT_TRUE(has_zone(built_in_plan("hall").portrait, Zone::kCall));
  EXPECT_THROW(built_in_plan("none"), std::out_of_range);
}

TEST(PlanFiles, AreReadAsTheyAreWritten) {
  const auto document = settings::Document::parse(
      "own.yaml",
      "landscape: {rows: [{zone: call, share: 3}, {zone: [services, media], share: 1}, {zone: ticker}]}");
  const auto plan = read_plan(document, "own");
  EXPECT_TRUE(document.problems().empty());
  ASSERT_EQ(plan.landscape.boxes.size(), 3u);
  EXPECT_EQ(plan.landscape.boxes[1].zones, (std::vector<Zone>{Zone::kServices, Zone::kMedia}));
  EXPECT_EQ(plan.landscape.boxes[0].share, 3);
  EXPECT_EQ(plan.landscape, plan.portrait) << "the one that is there does for both";
}

TEST(PlanFiles, SayWhatIsWrongAndWhere) {
  EXPECT_THAT(complaints(""), HasSubstr("landscape or portrait is expected"));
  EXPECT_THAT(complaints("landscape: {zone: cal}"), AllOf(HasSubstr("own.yaml:1:19"), HasSubstr("\"call\"")));
  EXPECT_THAT(complaints("landscape: {rows: [{zone: call}]}"), HasSubstr("`share` is expected"));
  EXPECT_THAT(complaints("landscape: {rows: [{zone: call, share: 0}]}"), HasSubstr("own.yaml:1:"));
  EXPECT_THAT(complaints("landscape: {rows: []}"), HasSubstr("at least one part"));
  EXPECT_THAT(complaints("landscape: {zone: []}"), HasSubstr("at least one zone"));
  EXPECT_THAT(complaints("landscape: {zone: call, columns: []}"), HasSubstr("one of zone, rows and columns"));
  EXPECT_THAT(complaints("landscape: {zone: call, colour: red}"), HasSubstr("unknown key \"colour\""));
  EXPECT_THAT(complaints("landscape: {zone: [call, call]}"), HasSubstr("has a place already"));
  EXPECT_THAT(complaints("landscape: {zone: media}"), HasSubstr("no zone shows calls"));
  EXPECT_THAT(complaints("landscape: {zone: band}"), HasSubstr("no zone says when the link is down"));
  EXPECT_EQ(complaints("portrait: {zone: desk}"), "");
}

}  // namespace
}  // namespace panggil::display
