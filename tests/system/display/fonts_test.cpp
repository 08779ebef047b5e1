// The real fonts, on a real (virtual) screen.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "display/view/plan_file.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/system/display/child.hpp"
#include "tests/system/display/painting.hpp"
#include "tests/system/display/pixels.hpp"
#include "tests/unit/display/scenes.hpp"
#include "tests/unit/drawing/dejavu.hpp"

namespace panggil::display {
namespace {
using drawing::dejavu;
using drawing::Fonts;
using drawing::kNarrow;
constexpr float kRounding = 1;  ///< positions are rounded to pixels when they are drawn

class TheFonts : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    directory_ = new test::TemporaryDirectory;
    screen_ = new VirtualScreen((directory_->path() / "xvfb.log").string());
    setenv("DISPLAY", screen_->name().c_str(), 1);
  }
  // SFML's own connection to the server outlives the suite, so the server ends with the process.

  static inline test::TemporaryDirectory* directory_ = nullptr;
  static inline VirtualScreen* screen_ = nullptr;
};

Layout hall(const Scene& scene, Size size, const Fonts& fonts) {
  return layout(scene, size, {built_in_plan("hall"), {}, fonts.typesetter(), Catalogue::of("id")});
}

TEST_F(TheFonts, AreAsWideAsTheLayoutTestsTakeThemToBe) {
  const Fonts fonts({}, design().letters, 1);
  const auto real = fonts.typesetter();
  const auto taken = dejavu(kNarrow);
  for (const auto weight : {Weight::kBold, Weight::kBook}) {
    for (const auto* text :
         {"Z9999", "12", "Loket Pembayaran", "Data terakhir 09:14", "Pengambilan", "Ikuti panggilan petugas"})
      EXPECT_NEAR(real.measure(text, weight) / taken.measure(text, weight), 1, 0.03) << text;
  }
}

TEST_F(TheFonts, StayInTexturesThatASmallGraphicsChipHas) {
  for (const auto& [size, most] : {std::pair<Size, unsigned>{{1920, 1080}, 2048}, {{3840, 2160}, 4096}}) {
    const Fonts fonts({}, design().letters, unit(size));
    for (const auto& scene : every_scene()) painted(hall(scene, size, fonts), fonts);
    for (const float cap : {230.0F, 100.0F, 60.0F, 48.0F, 40.0F}) {
      for (const auto weight : {Weight::kBold, Weight::kBook}) {
        const auto cut = fonts.cut(weight, cap * unit(size));
        const auto texture = cut.font.getTexture(cut.size).getSize();
        EXPECT_LE(std::max(texture.x, texture.y), most) << cap;
      }
    }
  }
}

TEST_F(TheFonts, AreNeverDrawnMuchLargerThanTheyWereCut) {
  const Fonts fonts({}, design().letters, 1);
  for (float cap = 20; cap < 236; cap += 1) {
    EXPECT_LE(fonts.cut(Weight::kBold, cap).scale, 1.03F) << cap;
    EXPECT_LE(fonts.cut(Weight::kBook, std::min(cap, 56.0F)).scale, 1.1F) << cap;
  }
}

/// Draws with and without each text, and looks at what has changed.
TEST_F(TheFonts, KeepTheirInkInsideTheSlots) {
  const Size size{1920, 1080};
  const Fonts fonts({}, design().letters, unit(size));
  for (const auto& scene : {busy_scene(), longest_scene(), calm_scene()}) {
    auto made = hall(scene, size, fonts);
    const auto whole = painted(made, fonts);
    const auto texts = std::exchange(made.texts, {});
    const auto bare = painted(made, fonts);
    std::size_t outside = 0;
    std::size_t inside = 0;
    for (unsigned y = 0; y < whole.getSize().y; ++y) {
      for (unsigned x = 0; x < whole.getSize().x; ++x) {
        if (whole.getPixel(x, y) == bare.getPixel(x, y)) continue;
        const bool covered = std::any_of(texts.begin(), texts.end(), [&](const Text& text) {
          const Rect slot = text.slot.inset(-kRounding, -kRounding);
          const float at_x = static_cast<float>(x) - made.shift_x;  // all of it, slots included, goes round
          const float at_y = static_cast<float>(y) - made.shift_y;
          return at_x >= slot.x && at_x < slot.right() && at_y >= slot.y && at_y < slot.bottom();
        });
        ++(covered ? inside : outside);
      }
    }
    EXPECT_GT(inside, 10000u);
    EXPECT_EQ(outside, 0u);
  }
}

}  // namespace
}  // namespace panggil::display
