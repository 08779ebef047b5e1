#include "common/drawing/motion.hpp"

#include <gtest/gtest.h>

namespace panggil::drawing {
namespace {

Figure sample() {
  Figure figure;
  figure.size = {1000, 500};
  figure.shift_x = 3;
  figure.shift_y = -2;
  figure.panels = {{Fill::kScreen, {0, 0, 1000, 500}, 0}, {Fill::kLive, {10.5F, 20, 300.2F, 200}, 8}};
  figure.texts = {
      {"ticket", "A017", {20, 30, 200, 100}, 80, Align::kLeft, Weight::kBold, Ink::kWhite, Fill::kLive}};
  figure.ribbon =
      Ribbon{"Jam layanan", {20, 400, 900, 60}, 40, 1200, Weight::kBook, Ink::kWhite, Fill::kPanel};
  return figure;
}

TEST(WhatHasMoved, IsWhereTheRibbonIsDrawnWhenOnlyThatHasRunOn) {
  auto after = sample();
  after.ribbon->run = 6;
  EXPECT_EQ(moved_part(sample(), after), (Rect{23, 398, 900, 60}));
}

TEST(WhatHasMoved, IsAPanelInWholePixelsWhenItPulses) {
  auto after = sample();
  after.panels[1].pulse = 0.5F;
  EXPECT_EQ(moved_part(sample(), after), (Rect{13, 18, 301, 200}));
}

TEST(WhatHasMoved, IsBothWhenBothMove) {
  auto after = sample();
  after.panels[1].pulse = 0.5F;
  after.ribbon->run = 6;
  EXPECT_EQ(moved_part(sample(), after), (Rect{13, 18, 910, 440}));
}

TEST(WhatHasMoved, IsNotKnownWhenAnythingElseIsDifferent) {
  const auto differs = [](auto change) {
    auto after = sample();
    after.ribbon->run = 6;
    change(after);
    return !moved_part(sample(), after);
  };
  EXPECT_TRUE(differs([](Figure& figure) { figure.texts[0].text = "A018"; }));
  EXPECT_TRUE(differs([](Figure& figure) { figure.texts.clear(); }));
  EXPECT_TRUE(differs([](Figure& figure) { figure.shift_x = 4; }));
  EXPECT_TRUE(differs([](Figure& figure) { figure.panels[1].fill = Fill::kBadge; }));
  EXPECT_TRUE(differs([](Figure& figure) { figure.panels.pop_back(); }));
  EXPECT_TRUE(differs([](Figure& figure) { figure.ribbon->text = "Tutup"; }));
  EXPECT_TRUE(differs([](Figure& figure) { figure.ribbon.reset(); }));
  EXPECT_TRUE(differs([](Figure& figure) {
    figure.marks.push_back({Shape::kLine, {0, 0, 9, 9}, Ink::kLine});
  }));
  EXPECT_FALSE(differs([](Figure&) {}));
}

TEST(WhatHasMoved, IsNothingInTheSamePicture) {
  EXPECT_EQ(moved_part(sample(), sample()), std::nullopt);
}

}  // namespace
}  // namespace panggil::drawing
