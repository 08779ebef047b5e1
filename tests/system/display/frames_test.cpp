// Every layout, drawn by the real painter with the real fonts, and measured as a stranger would measure it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <tuple>

#include "common/drawing/changes.hpp"
#include "display/legibility.hpp"
#include "display/model/pulse.hpp"
#include "display/view/plan_file.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/system/display/child.hpp"
#include "tests/system/display/painting.hpp"
#include "tests/system/display/pixels.hpp"
#include "tests/unit/display/scenes.hpp"

namespace panggil::display {
namespace {
using drawing::Fonts;
using drawing::Sight;

/// E, 1, 7 and 4 are exactly as high as capital letters.
Scene measured_scene() {
  Scene scene = busy_scene();
  scene.live = CalledTicket{9, "E174", {"Loket", "7"}};
  scene.desk = CounterLine{{"Loket", "7"}, "open", "E174"};
  scene.calling = true;
  return scene;
}

class Frames : public ::testing::TestWithParam<std::tuple<std::string, Size>> {
 protected:
  static void SetUpTestSuite() {
    if (screen_ != nullptr) return;
    directory_ = new test::TemporaryDirectory;
    screen_ = new VirtualScreen((directory_->path() / "xvfb.log").string());
    setenv("DISPLAY", screen_->name().c_str(), 1);
  }

  static const Plan& plan() { return built_in_plan(std::get<0>(GetParam())); }
  static Size size() { return std::get<1>(GetParam()); }
  Layout of(const Scene& scene) const {
    return layout(scene, size(), {plan(), extras_, fonts_.typesetter(), Catalogue::of("id")});
  }
  static Rect slot_of(const Layout& made, std::string_view part) {
    for (const auto& text : made.texts)
      if (text.part == part) return text.slot;
    return {};
  }

  Fonts fonts_{{}, design().letters, unit(size())};
  Extras extras_{.ticker = "Jam layanan 08.00–15.00"};

 private:
  // SFML's own connection to the server outlives the suite, so the server ends with the process.
  static inline test::TemporaryDirectory* directory_ = nullptr;
  static inline VirtualScreen* screen_ = nullptr;
};

TEST_P(Frames, ShowTicketAndCounterLargeInOneSizeAndWithContrast) {
  const auto made = of(measured_scene());
  const auto image = painted(made, fonts_);
  const auto least = static_cast<float>(least_cap_px({43, 10}, {1920, 1080})) * unit(size());
  const auto ticket = ink_box(image, slot_of(made, part::kTicket), drawing::colour(Ink::kWhite));
  const auto counter = ink_box(image, slot_of(made, part::kCounter), drawing::colour(Ink::kYellow));
  EXPECT_GE(ticket.height, least - 1);
  EXPECT_NEAR(ticket.height, counter.height, 2);
  EXPECT_GE(measured_contrast(image, ticket), 7);
}

/// Letters of a text, and what is around them, as somebody sees them.
double contrast_of(const sf::Image& image, Rect ink, Sight sight) {
  double darkest = 1;
  double lightest = 0;
  for (auto y = static_cast<unsigned>(ink.y); y < static_cast<unsigned>(ink.bottom()); ++y) {
    for (auto x = static_cast<unsigned>(ink.x); x < static_cast<unsigned>(ink.right()); ++x) {
      const double light = drawing::luminance(drawing::as_seen(pixel(image, x, y), sight));
      darkest = std::min(darkest, light);
      lightest = std::max(lightest, light);
    }
  }
  return (lightest + 0.05) / (darkest + 0.05);
}

TEST_P(Frames, AreReadByThoseWhoSeeNoRedNoGreenAndNoColour) {
  if (size().width > 1920) GTEST_SKIP() << "the same colours, at four times the work";
  for (const auto& scene : {measured_scene(), warning_scene(), emergency_scene()}) {
    const auto made = of(scene);
    const auto image = painted(made, fonts_);
    for (const auto& text : made.texts) {
      const Rect ink = text.slot.inset(text.slot.width * 0.2F, (text.slot.height - text.cap) / 2);
      if (ink.width < 4 || text.text.empty()) continue;
      for (const auto sight : {Sight::kWithoutRed, Sight::kWithoutGreen, Sight::kGrey})
        EXPECT_TRUE(text.align != drawing::Align::kCentre || contrast_of(image, ink, sight) >= 4.5)
            << text.text;
    }
  }
}

TEST_P(Frames, KeepTheirEdgesFreeWhereverTheOrbitIs) {
  if (size().width > 1920) GTEST_SKIP() << "the same rectangles, at four times the work";
  for (const int orbit : {0, 12, 20}) {
    Scene scene = longest_scene();
    scene.orbit = orbit;
    const auto image = painted(of(scene), fonts_);
    const auto margin_x = static_cast<unsigned>(0.025F * size().width) - 1;
    const auto margin_y = static_cast<unsigned>(0.025F * size().height) - 1;
    const auto right = image.getSize().x - 1;
    for (unsigned y = 0; y < image.getSize().y; y += 3) {
      for (unsigned x = 0; x < margin_x; x += 3) {
        EXPECT_LT(drawing::luminance(pixel(image, x, y)), 0.03);
        EXPECT_LT(drawing::luminance(pixel(image, right - x, y)), 0.03);
      }
    }
    for (unsigned x = 0; x <= right; x += 3)
      for (unsigned y = 0; y < margin_y; y += 3) EXPECT_LT(drawing::luminance(pixel(image, x, y)), 0.03);
  }
}

/// How a picture looks when what has changed in it since `before` is drawn over that.
sf::Image changed_since(const Layout& before, const Layout& after, const Fonts& fonts) {
  sf::RenderTexture target;
  EXPECT_TRUE(
      target.create(static_cast<unsigned>(after.size.width), static_cast<unsigned>(after.size.height)));
  const drawing::Palette palette;
  const drawing::Textures none;
  const drawing::Paints paints{fonts, palette, none};
  drawing::paint(target, before, paints);
  const auto parts = drawing::changed_parts(before, after);
  if (!parts) drawing::paint(target, after, paints);
  for (const auto& part : parts.value_or(std::vector<Rect>()))
    drawing::paint_part(target, after, paints, part);
  target.display();
  return target.getTexture().copyToImage();
}

bool are_equal(const sf::Image& one, const sf::Image& other) {
  const auto bytes = std::size_t{4} * one.getSize().x * one.getSize().y;
  return one.getSize() == other.getSize() &&
         std::memcmp(one.getPixelsPtr(), other.getPixelsPtr(), bytes) == 0;
}

TEST_P(Frames, LookTheSameWhetherAllOfThemIsDrawnOrOnlyWhatHasChanged) {
  if (size().width > 1920) GTEST_SKIP() << "the same rectangles, at four times the work";
  auto before = of(measured_scene());
  auto after = before;
  ASSERT_TRUE(after.pulsing);
  after.panels[*after.pulsing].pulse = 0.7F;
  EXPECT_TRUE(are_equal(changed_since(before, after, fonts_), painted(after, fonts_)));
  before = after;
  if (!after.ribbon) return;
  after.ribbon->run = 333;
  EXPECT_TRUE(are_equal(changed_since(before, after, fonts_), painted(after, fonts_)));
  EXPECT_FALSE(are_equal(painted(before, fonts_), painted(after, fonts_)));
}

TEST_P(Frames, LookTheSameWhenANumberOrTheCallHasChanged) {
  if (size().width > 1920) GTEST_SKIP() << "the same rectangles, at four times the work";
  auto scene = measured_scene();
  const auto before = of(scene);
  for (auto& service : scene.services) ++service.waiting;
  scene.clock = "09.59";
  const auto later = of(scene);
  if (static_cast<const drawing::Figure&>(before) != later) {
    EXPECT_TRUE(are_equal(changed_since(before, later, fonts_), painted(later, fonts_)));
  }
  // Letters that hang below the line come and go.
  for (const auto* ticket : {"Q012", "J471", "E471"}) {
    const auto last = of(scene);
    scene.live->ticket = ticket;
    for (auto& row : scene.recent) row.ticket = ticket;
    const auto called = of(scene);
    EXPECT_TRUE(are_equal(changed_since(last, called, fonts_), painted(called, fonts_))) << ticket;
  }
}

TEST_P(Frames, LetRunningTextComeAndGoByAndBy) {
  auto made = of(measured_scene());
  if (!made.ribbon) return;
  const Rect rect = made.ribbon->rect;
  double brightest = 0;
  double at_the_edge = 0;
  for (int step = 0; step < 6; ++step) {
    made.ribbon->run = static_cast<float>(step * 47);
    const auto image = painted(made, fonts_);
    for (float y = rect.y + 1; y < rect.bottom() - 1; ++y) {
      const auto light = [&](float x) {
        return drawing::luminance(
            pixel(image, static_cast<unsigned>(x + made.shift_x), static_cast<unsigned>(y + made.shift_y)));
      };
      at_the_edge = std::max({at_the_edge, light(rect.x + 1), light(rect.right() - 2)});
      for (float x = rect.x + rect.width * 0.4F; x < rect.x + rect.width * 0.6F; x += 2)
        brightest = std::max(brightest, light(x));
    }
  }
  EXPECT_GT(brightest, 0.7);
  EXPECT_LT(at_the_edge, 0.08) << "no letter is cut by the edge";
}

INSTANTIATE_TEST_SUITE_P(Plans, Frames,
                         ::testing::Combine(::testing::Values("hall", "hall-ticker", "counter", "signage"),
                                            ::testing::Values(Size{1280, 720}, Size{1920, 1080},
                                                              Size{3840, 2160}, Size{1080, 1920})),
                         [](const auto& one) {
                           auto name = std::get<0>(one.param) + "_" +
                                       std::to_string(static_cast<int>(std::get<1>(one.param).width)) + "x" +
                                       std::to_string(static_cast<int>(std::get<1>(one.param).height));
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

class TheCall : public Frames {};

/// Of a part of the picture, over time: how often in a second it gets lighter and darker again by a tenth of
/// all light, where the darker is dark enough to matter (WCAG 2.1, 2.3.1).
int most_flashes_in_a_second(const std::vector<double>& light, std::size_t frames_a_second) {
  int most = 0;
  for (std::size_t from = 0; from + 1 < light.size(); ++from) {
    int turns = 0;
    double extreme = light[from];
    int direction = 0;
    for (std::size_t at = from; at < std::min(from + frames_a_second, light.size()); ++at) {
      const double change = light[at] - extreme;
      const bool counts = std::abs(change) >= 0.1 && std::min(light[at], extreme) < 0.8;
      if (counts && (change > 0 ? 1 : -1) != direction) {
        direction = change > 0 ? 1 : -1;
        ++turns;
        extreme = light[at];
      } else if ((direction > 0 && change > 0) || (direction < 0 && change < 0)) {
        extreme = light[at];
      }
    }
    most = std::max(most, turns / 2);
  }
  return most;
}

TEST_P(TheCall, NeverFlashesMoreThanThreeTimesASecondAndItsDigitsStandStill) {
  constexpr std::size_t kFramesASecond = 15;
  constexpr unsigned kCells = 24;
  auto made = of(measured_scene());
  ASSERT_TRUE(made.pulsing);
  const auto slot = slot_of(made, part::kTicket);
  std::vector<std::vector<double>> cells(kCells * kCells);
  std::optional<Rect> digits;
  for (std::size_t frame = 0; frame < 5 * kFramesASecond; ++frame) {
    made.panels[*made.pulsing].pulse = pulse_at(static_cast<Micros>(frame * 1'000'000 / kFramesASecond));
    const auto image = painted(made, fonts_);
    for (unsigned cell = 0; cell < cells.size(); ++cell) {
      // The middle of a cell would miss a narrow edge, so the first row and column of cells are the edge's
      // own.
      const auto place = [&](unsigned index, float length) {
        return static_cast<unsigned>((static_cast<float>(index) + 0.5F) / kCells * length);
      };
      cells[cell].push_back(drawing::luminance(
          pixel(image, place(cell % kCells, size().width), place(cell / kCells, size().height))));
    }
    const auto box = ink_box(image, slot, drawing::colour(Ink::kWhite));
    if (!digits) digits = box;
    EXPECT_EQ(box, *digits) << "frame " << frame;
  }
  for (const auto& cell : cells) EXPECT_LE(most_flashes_in_a_second(cell, kFramesASecond), 3);
}

INSTANTIATE_TEST_SUITE_P(Plans, TheCall,
                         ::testing::Combine(::testing::Values("hall", "signage"),
                                            ::testing::Values(Size{1280, 720})),
                         [](const auto& one) { return std::get<0>(one.param); });

TEST(Flashes, AreCountedAsTheyShouldBe) {
  std::vector<double> light;
  for (int frame = 0; frame < 30; ++frame) light.push_back(frame % 2 == 0 ? 0.1 : 0.6);
  EXPECT_GE(most_flashes_in_a_second(light, 15), 6);
  EXPECT_EQ(most_flashes_in_a_second(std::vector<double>(30, 0.4), 15), 0);
}

}  // namespace
}  // namespace panggil::display
