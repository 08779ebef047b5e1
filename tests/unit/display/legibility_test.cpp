#include "display/legibility.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "display/view/plan_file.hpp"

namespace panggil::display {
namespace {
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(Legibility, AsksForLettersByTheDistance) {
  EXPECT_DOUBLE_EQ(least_cap_mm(3), 51);
  EXPECT_NEAR(least_cap_mm(10), 108, 0.1);
  EXPECT_NEAR(least_cap_px({43, 10}, {1920, 1080}), 218, 1);
  EXPECT_NEAR(least_cap_px({55, 10}, {1920, 1080}), 170, 1);
  EXPECT_NEAR(least_cap_px({65, 10}, {1080, 1920}), 144, 1);
}

TEST(Legibility, IsGivenByTheColoursThatTheProgramsComeWith) {
  EXPECT_THAT(faults_of(drawing::Palette()), IsEmpty());
}

TEST(Legibility, WarnsOfColoursThatAreHardToTellApart) {
  drawing::Palette grey;
  grey.inks[0] = {144, 144, 144};
  const auto faults = faults_of(grey);
  ASSERT_FALSE(faults.empty());
  EXPECT_THAT(faults.front(), HasSubstr("`text` on `live` has a contrast of 3.5:1"));
  drawing::Palette red;
  red.fills[5] = {{150, 0, 0}, {150, 0, 0}};
  EXPECT_THAT(faults_of(red), ::testing::Contains(HasSubstr("saturated red")));
}

TEST(Legibility, WarnsOfColoursThatOnlySomeTellApart) {
  drawing::Palette palette;
  palette.inks[1] = {255, 190, 190};
  palette.fills[1] = {{150, 20, 20}, {150, 20, 20}};
  const auto full = [&](drawing::Sight sight) {
    return drawing::contrast(drawing::as_seen(palette.inks[1], sight),
                             drawing::as_seen(palette.fills[1].top, sight));
  };
  EXPECT_NE(full(drawing::Sight::kFull), full(drawing::Sight::kWithoutRed));
}

TEST(Legibility, WarnsOfATelevisionThatIsTooFarAway) {
  ScreenSettings screen;
  screen.plan = built_in_plan("hall");
  EXPECT_THAT(faults_of(screen, {1920, 1080}), IsEmpty());
  screen.distance = Distance{43, 10};
  EXPECT_THAT(faults_of(screen, {1920, 1080}), IsEmpty());
  EXPECT_THAT(faults_of(screen, {1080, 1920}), IsEmpty());
  screen.distance = Distance{32, 12};
  EXPECT_THAT(faults_of(screen, {1920, 1080}), ::testing::Contains(HasSubstr("at 12 m from 32")));
}

TEST(Legibility, FindsNothingWrongWithTheLayoutsThatTheDisplayComesWith) {
  ScreenSettings screen;
  screen.ticker = {"Jam layanan"};
  screen.distance = Distance{43, 10};
  for (const auto& name : built_in_plan_names()) {
    screen.plan = built_in_plan(name);
    for (const auto size : {drawing::Size{1280, 720}, drawing::Size{1920, 1080}, drawing::Size{3840, 2160},
                            drawing::Size{1080, 1920}})
      EXPECT_THAT(faults_of(screen, size), IsEmpty()) << name << " " << size.width;
  }
}

TEST(Legibility, WarnsOfALayoutThatGivesTheCallTooLittle) {
  ScreenSettings screen;
  screen.plan = built_in_plan("hall");
  screen.plan.name = "ours";
  screen.plan.landscape.boxes[0].share = 58;
  EXPECT_THAT(faults_of(screen, {1920, 1080}),
              ::testing::Contains(HasSubstr("of the picture in the layout ours")));
  EXPECT_THAT(faults_of(screen, {1080, 1920}), IsEmpty());
}

TEST(Legibility, WarnsOfALayoutWhereAPictureLeavesTheCallTooLittle) {
  ScreenSettings screen;
  screen.plan = built_in_plan("hall");
  screen.plan.name = "ours";
  auto& columns = screen.plan.landscape.boxes;
  columns[0].share = 20;
  columns[1] = {.zones = {Zone::kMedia}, .share = 80};
  const auto faults = faults_of(screen, {1920, 1080});
  EXPECT_THAT(faults, ::testing::Contains(HasSubstr("of the picture in the layout ours")));
  EXPECT_THAT(faults, ::testing::Contains(HasSubstr("tickets are")));
}

TEST(Legibility, SaysWhatTheLongestNamesComeTo) {
  ScreenSettings screen;
  screen.ticker = {"Jam layanan"};
  screen.plan = built_in_plan("hall");
  EXPECT_THAT(limits_of(screen, {1920, 1080}),
              ::testing::ElementsAre(AllOf(HasSubstr("Meja Pengaduan"), HasSubstr("200 px are asked for"))));
  screen.plan = built_in_plan("hall-ticker");
  EXPECT_THAT(limits_of(screen, {1080, 1920}),
              ::testing::Contains(HasSubstr("no room for how long people wait")));
  EXPECT_THAT(limits_of(screen, {1080, 1920}), ::testing::Contains(HasSubstr("Pendaftaran dan wawancara")));
}

}  // namespace
}  // namespace panggil::display
