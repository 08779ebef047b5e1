// What holds for every built-in layout, in four sizes, whatever is to be seen.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <tuple>

#include "display/view/plan_file.hpp"
#include "tests/unit/display/ink.hpp"
#include "tests/unit/display/scenes.hpp"
#include "tests/unit/drawing/dejavu.hpp"

namespace panggil::display {
namespace {

class EveryLayout : public ::testing::TestWithParam<std::tuple<std::string, Size>> {
 protected:
  static const Plan& plan() { return built_in_plan(std::get<0>(GetParam())); }
  static Size size() { return std::get<1>(GetParam()); }
  Layout of(const Scene& scene, std::uint64_t turn = 0) const {
    auto extras = extras_;
    extras.turn = turn;
    return layout(scene, size(), {plan(), extras, type_, Catalogue::of("id")});
  }
  /// Each also while a call is on its way to people.
  static std::vector<Scene> every_scene() {
    auto scenes = display::every_scene();
    for (const auto& scene : display::every_scene()) {
      if (!scene.live) continue;
      scenes.push_back(scene);
      scenes.back().calling = true;
    }
    return scenes;
  }

  Extras extras_{.media = picture(1600, 900), .logo = picture(300, 200), .ticker = "Jam layanan 08.00–15.00"};
  Typesetter type_ = drawing::dejavu(0.9F);

 private:
  static std::shared_ptr<const drawing::Pixels> picture(unsigned width, unsigned height) {
    return std::make_shared<drawing::Pixels>(drawing::Pixels{width, height, {}});
  }
};

TEST_P(EveryLayout, KeepsEverythingInsideWhatEveryTelevisionShows) {
  const Rect safe =
      Rect{0, 0, size().width, size().height}.inset(0.025F * size().width, 0.025F * size().height);
  for (const auto& scene : every_scene()) {
    const auto made = of(scene);
    for (const auto& text : made.texts) EXPECT_TRUE(is_inside(ink_of(text, type_), safe)) << text.text;
    for (const auto& mark : made.marks) EXPECT_TRUE(is_inside(mark.rect, safe));
    for (std::size_t index = 1; index < made.panels.size(); ++index)
      EXPECT_TRUE(is_inside(made.panels[index].rect, safe));
  }
}

TEST_P(EveryLayout, KeepsEveryTextInItsSlotAndEverySlotInAPanel) {
  for (const auto& scene : every_scene()) {
    const auto made = of(scene);
    for (const auto& text : made.texts) {
      EXPECT_TRUE(is_inside(ink_of(text, type_), text.slot)) << text.text << " at " << text.cap;
      const auto panel =
          std::find_if(made.panels.rbegin(), made.panels.rend(), [&](const drawing::Panel& candidate) {
            return candidate.fill == text.on && is_inside(text.slot, candidate.rect);
          });
      EXPECT_NE(panel, made.panels.rend()) << text.text;
    }
  }
}

TEST_P(EveryLayout, PutsNothingOnTopOfAnythingElse) {
  for (const auto& scene : every_scene()) {
    const auto made = of(scene);
    for (auto one = made.texts.begin(); one != made.texts.end(); ++one) {
      for (auto other = std::next(one); other != made.texts.end(); ++other)
        EXPECT_FALSE(overlap(ink_of(*one, type_), ink_of(*other, type_)))
            << one->text << " and " << other->text;
      for (const auto& mark : made.marks)
        EXPECT_FALSE(overlap(ink_of(*one, type_), mark.rect)) << one->text << " and a mark";
    }
  }
}

TEST_P(EveryLayout, KeepsPanelsApart) {
  for (const auto& scene : every_scene()) {
    const auto made = of(scene);
    for (std::size_t one = 1; one < made.panels.size(); ++one) {
      for (std::size_t other = one + 1; other < made.panels.size(); ++other) {
        const bool is_badge =
            made.panels[other].fill == Fill::kBadge || made.panels[one].fill == Fill::kBadge;
        EXPECT_TRUE(is_badge || !overlap(made.panels[one].rect, made.panels[other].rect));
      }
    }
  }
}

TEST_P(EveryLayout, IsNeverBlank) {
  for (const auto& scene : every_scene()) {
    const auto made = of(scene);
    EXPECT_FALSE(made.texts.empty());
  }
}

TEST_P(EveryLayout, KeepsPicturesInsideTheirPanelsAndTheSafePart) {
  for (extras_.turn = 0; extras_.turn < 3; ++extras_.turn) {
    for (const auto& scene : every_scene()) {
      const auto made = of(scene);
      for (const auto& picture : made.pictures) {
        EXPECT_TRUE(is_inside(picture.rect, Rect{0, 0, size().width, size().height}.inset(
                                                0.025F * size().width, 0.025F * size().height)));
        for (const auto& text : made.texts)
          EXPECT_FALSE(overlap(ink_of(text, type_), picture.rect)) << text.text;
      }
    }
  }
}

TEST_P(EveryLayout, StaysInsideWhateverTheOrbit) {
  Scene scene = longest_scene();
  for (scene.orbit = 0; scene.orbit < 40; ++scene.orbit) {
    const auto made = of(scene);
    for (std::size_t index = 1; index < made.panels.size(); ++index) {
      auto rect = made.panels[index].rect;
      rect.x += made.shift_x;
      rect.y += made.shift_y;
      EXPECT_TRUE(is_inside(rect, Rect{0, 0, size().width, size().height}.inset(
                                      0.025F * size().width - 0.5F, 0.025F * size().height - 0.5F)));
    }
  }
}

TEST_P(EveryLayout, IsBlackInTheDark) {
  Scene scene = busy_scene();
  scene.dark = true;
  EXPECT_TRUE(of(scene).panels.empty() && of(scene).texts.empty());
}

TEST_P(EveryLayout, GivesAnEmergencyTheWholeScreenInLettersThatAreReadFromAfar) {
  const auto made = of(emergency_scene());
  ASSERT_EQ(made.panels.size(), 2u);
  EXPECT_GE(made.panels[1].rect.area(), 0.88F * size().width * size().height);
  for (const auto& text : made.texts) {
    EXPECT_EQ(text.part, part::kEmergency);
    EXPECT_GE(text.cap / unit(size()), 60) << text.text;
  }
}

TEST_P(EveryLayout, TellsAnEmergencyWholeHoweverLong) {
  Scene scene = emergency_scene();
  auto& [level, text, other] = scene.emergencies.front();
  text = longest_notice();
  other = longest_notice().replace(0, std::string("Pemberitahuan").size(), "An announcement");
  std::string told;
  for (std::uint64_t turn = 0; turn < 2; ++turn) {
    for (const auto& line : of(scene, turn).texts) {
      EXPECT_GE(line.cap / unit(size()), kReadCap - 0.5F) << line.text;
      told += (told.empty() ? "" : " ") + line.text;
    }
  }
  EXPECT_NE(told.find(text), std::string::npos) << told;
  EXPECT_NE(told.find(other), std::string::npos) << told;
}

TEST_P(EveryLayout, ShowsACallInLettersThatAreReadFromAfar) {
  for (Scene scene : {busy_scene(), longest_scene()}) {
    scene.calling = true;
    scene.desk = CounterLine{scene.live->counter, "open", scene.live->ticket};
    for (const auto& text : of(scene).texts) {
      const bool is_of_call = text.part == part::kTicket || text.part == part::kCounter;
      EXPECT_TRUE(!is_of_call || text.cap / unit(size()) >= kLeastLiveCap)
          << text.text << " " << text.cap / unit(size());
    }
  }
}

/// The frame of the panel that pulses is so wide, and what stands beside it needs as much again.
constexpr float kFrame = 0.009F;

TEST_P(EveryLayout, KeepsEverythingOffTheFrameThatPulses) {
  for (auto scene : every_scene()) {
    for (const auto* name : {"", "Meja Pengaduan", "Pengambilan paspor"}) {
      scene.calling = true;
      if (scene.live && *name != 0) scene.live->counter = {"", name};
      if (scene.desk && *name != 0) scene.desk->counter = {"", name};
      const auto made = of(scene);
      const float free = 2 * kFrame * std::min(size().width, size().height) * 0.8F;
      for (const auto& text : made.texts)
        EXPECT_TRUE(text.on != Fill::kLive || is_inside(ink_of(text, type_), made.live.inset(free, free)))
            << text.text << " " << text.part;
    }
  }
}

TEST_P(EveryLayout, SaysThatAnOfficeIsClosedAndWhenItOpensInLettersThatAreReadFromAfar) {
  if (plan().name == "counter") return;
  const float least = plan().name == "signage" ? 120 : kLeastLiveCap;
  for (const auto& scene : {closed_scene(), weekend_scene()}) {
    std::string said;
    for (const auto& text : of(scene).texts) {
      const bool is_large = text.part == part::kMessage || text.part == part::kOpensTime;
      EXPECT_TRUE(!is_large || text.cap / unit(size()) >= least) << text.text << " " << text.cap;
      EXPECT_TRUE(text.part != part::kOpens || text.cap / unit(size()) >= kReadCap) << text.text;
      if (is_large || text.part == part::kOpens) said += text.text + " ";
      EXPECT_NE(text.part, part::kNoCalls);
    }
    EXPECT_EQ(said, scene.opens->days_off == 0 ? "Tutup Buka pukul 08.00 " : "Tutup Buka Senin pukul 08.00 ");
  }
}

/// Each row's name stands nearer to its own ticket than to the next, and a mark leads to it.
TEST_P(EveryLayout, LeavesNoDoubtWhoseNameACounterSIs) {
  if (!plan().name.starts_with("hall")) return;
  Scene scene = busy_scene();
  for (auto& row : scene.recent) row.counter = {"", "Administrasi"};
  const auto made = of(scene);
  std::vector<Rect> tickets;
  for (const auto& text : made.texts)
    if (text.part == part::kRecentTicket) tickets.push_back(ink_of(text, type_));
  std::size_t names = 0;
  for (const auto& text : made.texts) {
    if (text.part != part::kRecentName) continue;
    const Rect name = ink_of(text, type_);
    ASSERT_LT(names, tickets.size());
    const float own = std::max(name.y - tickets[names].bottom(), 0.0F);
    EXPECT_TRUE(names + 1 >= tickets.size() || tickets[names + 1].y - name.bottom() > own)
        << "in row " << names;
    const bool is_led_to = std::any_of(made.marks.begin(), made.marks.end(), [&](const auto& mark) {
      return mark.shape == Shape::kChevron && mark.rect.right() < name.x && mark.rect.y < name.y + text.cap &&
             mark.rect.bottom() > name.y;
    });
    EXPECT_TRUE(is_led_to) << "in row " << names;
    ++names;
  }
  EXPECT_EQ(names, tickets.size());
}

TEST_P(EveryLayout, KeepsNamesAmongTheRecentCallsLegibleThoughAllHaveOne) {
  Scene scene = longest_scene();
  for (auto& row : scene.recent) row.counter = {"", "Meja Pengaduan"};
  Scene words = longest_scene();
  for (auto& row : words.recent) row.word_matters = true;
  for (const auto& shown : {scene, words}) {
    std::size_t rows = 0;
    for (const auto& text : of(shown).texts) {
      if (text.part == part::kRecentTicket) ++rows;
      const bool is_name = text.part == part::kRecentName || text.part == part::kRecentWord;
      EXPECT_TRUE(!is_name || text.cap / unit(size()) >= kReadCap - 0.1F) << text.text << " " << text.cap;
      const bool is_number = text.part == part::kRecentTicket || text.part == part::kRecentCounter;
      EXPECT_TRUE(!is_number || text.cap / unit(size()) >= kRecentCap - 0.1F) << text.text << " " << text.cap;
    }
    EXPECT_TRUE(rows >= 2 || !std::get<0>(GetParam()).starts_with("hall")) << rows;
  }
}

INSTANTIATE_TEST_SUITE_P(Plans, EveryLayout,
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

}  // namespace
}  // namespace panggil::display
