#include "common/drawing/changes.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace panggil::drawing {
namespace {

Figure sample() {
  Figure figure;
  figure.size = {1000, 500};
  figure.shift_x = 3;
  figure.shift_y = -2;
  figure.panels = {{Fill::kScreen, {0, 0, 1000, 500}, 0}, {Fill::kLive, {10.5F, 20, 300.2F, 200}, 8}};
  figure.texts = {
      {"ticket", "A017", {20, 30, 200, 100}, 40, Align::kLeft, Weight::kBold, Ink::kWhite, Fill::kLive}};
  figure.ribbon =
      Ribbon{"Jam layanan", {20, 400, 900, 60}, 40, 1200, Weight::kBook, Ink::kWhite, Fill::kPanel};
  return figure;
}

using Parts = std::vector<Rect>;

/// Of the sample, once `change` has been made to it.
std::optional<Parts> parts_after(const std::function<void(Figure&)>& change) {
  auto after = sample();
  change(after);
  return changed_parts(sample(), after);
}

TEST(WhatHasChanged, IsWhereTheRibbonIsDrawnWhenOnlyThatHasRunOn) {
  EXPECT_EQ(parts_after([](Figure& figure) { figure.ribbon->run = 6; }), (Parts{{23, 398, 900, 60}}));
}

TEST(WhatHasChanged, IsAPanelInWholePixelsWhenItPulses) {
  EXPECT_EQ(parts_after([](Figure& figure) { figure.panels[1].pulse = 0.5F; }), (Parts{{13, 18, 301, 200}}));
}

TEST(WhatHasChanged, IsEachPlaceByItself) {
  EXPECT_EQ(parts_after([](Figure& figure) {
              figure.panels[1].pulse = 0.5F;
              figure.ribbon->run = 6;
            }),
            (Parts{{13, 18, 301, 200}, {23, 398, 900, 60}}));
}

TEST(WhatHasChanged, IsATextWithAPixelOrTwoAroundItsSlot) {
  EXPECT_EQ(parts_after([](Figure& figure) { figure.texts[0].text = "A018"; }), (Parts{{13, 26, 220, 104}}));
}

TEST(WhatHasChanged, ReachesAsLowAsAJWhereTheSlotDoesNot) {
  EXPECT_EQ(
      ink_of(
          {"ticket", "J017", {0, 0, 300, 100}, 100, Align::kLeft, Weight::kBold, Ink::kWhite, Fill::kLive}),
      (Rect{-22, -37, 344, 174}));
}

TEST(WhatHasChanged, IsOnePlaceWhereTwoOverlap) {
  EXPECT_EQ(parts_after([](Figure& figure) {
              figure.texts[0].text = "A018";
              figure.panels[1].fill = Fill::kBadge;
            }),
            (Parts{{13, 18, 301, 200}}));
}

TEST(WhatHasChanged, IsWhereSomethingWasAndWhereItIs) {
  EXPECT_EQ(parts_after([](Figure& figure) { figure.texts[0].slot.x = 600; }),
            (Parts{{13, 26, 220, 104}, {593, 26, 220, 104}}));
}

TEST(WhatHasChanged, IsWhatHasComeAndWhatHasGone) {
  const auto add_text = [](Figure& figure) {
    figure.texts.insert(
        figure.texts.begin(),
        {"clock", "08.00", {800, 30, 100, 40}, 20, Align::kLeft, Weight::kBook, Ink::kWhite, Fill::kScreen});
  };
  auto more = sample();
  add_text(more);
  EXPECT_EQ(changed_parts(sample(), more), (Parts{{797, 26, 112, 44}}));
  EXPECT_EQ(changed_parts(more, sample()), (Parts{{797, 26, 112, 44}}));
  EXPECT_EQ(parts_after([](Figure& figure) { figure.ribbon.reset(); }), (Parts{{23, 398, 900, 60}}));
}

TEST(WhatHasChanged, IsEverythingWhenTheWholePictureHasMovedOrMostOfItChanges) {
  EXPECT_EQ(parts_after([](Figure& figure) { figure.shift_x = 4; }), std::nullopt);
  EXPECT_EQ(parts_after([](Figure& figure) { figure.size.width = 900; }), std::nullopt);
  EXPECT_EQ(parts_after([](Figure& figure) { figure.panels[0].fill = Fill::kLive; }), std::nullopt);
  EXPECT_EQ(parts_after([](Figure& figure) {
              figure.pictures.push_back({nullptr, {0, 0, 9, 9}});
            }),
            std::nullopt);
}

TEST(WhatHasChanged, IsNothingInTheSamePicture) {
  EXPECT_EQ(parts_after([](Figure&) {}), Parts{});
}

}  // namespace
}  // namespace panggil::drawing
