// What design asks of every picture in figures, for every sample office in every built-in layout and size,
// with and without running text, whoever's turn it is.
#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "display/legibility.hpp"
#include "display/view/plan_file.hpp"
#include "tests/unit/display/ink.hpp"
#include "tests/unit/display/office_scenes.hpp"
#include "tests/unit/drawing/dejavu.hpp"

namespace panggil::display {
namespace {

constexpr float kLiveShare = 0.55F;
constexpr float kLeastName = 120;  // a name has no room for 200, which --check and operating.md say
/// On the one line of hall-ticker upright: beside 888 people, and beside `10–45′`.
constexpr float kRoomForName = 775;
constexpr float kRoomBesideEstimate = 640;
constexpr float kLeastInStrip = 34;  // of what stands below a call for as long as it is read
constexpr std::size_t kTurns = 11;

class EveryOffice : public ::testing::TestWithParam<std::tuple<std::string, Size>> {
 protected:
  static const Plan& plan() { return built_in_plan(std::get<0>(GetParam())); }
  static Size size() { return std::get<1>(GetParam()); }
  static float at_1080(float pixels) { return pixels / unit(size()); }
  /// Upright and with running text there is no more room for services than that.
  static bool has_one_line() { return plan().name == "hall-ticker" && size().height > size().width; }

  /// Calls `look` with each scene, calling or not, and its layout.
  template <class Look>
  void each(const Look& look) const {
    for (const auto& office : sample_offices(PANGGIL_OFFICES)) {
      for (auto scene : scenes_of(office)) {
        for (const bool calling : {false, true}) {
          scene.calling = calling;
          each_turn(scene, look);
        }
      }
    }
  }

 private:
  template <class Look>
  void each_turn(const Scene& scene, const Look& look) const {
    for (const auto* ticker : {"", "Jam layanan 08.00–15.00"}) {
      for (std::uint64_t turn = 0; turn < kTurns; ++turn) {
        // Pictures take room from what stands beside them.
        const Extras extras{.media = *ticker ? picture_ : nullptr, .ticker = ticker, .turn = turn};
        const auto made = layout(
            scene, size(), {plan(), extras, type_, Catalogue::of(scene.language == "id" ? "id" : "en")});
        look(scene, made);
        if (!made.takes_turns) break;
      }
    }
  }

 protected:
  Typesetter type_ = drawing::dejavu(0.9F);
  std::shared_ptr<const drawing::Pixels> picture_ =
      std::make_shared<drawing::Pixels>(drawing::Pixels{1600, 900, {}});
};

TEST_P(EveryOffice, GivesTheLiveCallFiftyFivePercentOfThePicture) {
  each([](const Scene& scene, const Layout& made) {
    const bool is_there = scene.calling || plan().name != "signage";
    EXPECT_TRUE(!is_there || made.live.area() >= kLiveShare * size().width * size().height)
        << made.live.area() / (size().width * size().height);
  });
}

TEST_P(EveryOffice, ShowsNumbersAsLargeAsTenMetresFromFortyThreeInchesAsk) {
  const auto least = static_cast<float>(least_cap_px({43, 10}, {1920, 1080}));
  each([&](const Scene& scene, const Layout& made) {
    for (const auto& text : made.texts) {
      const bool is_number =
          text.part == part::kTicket || (text.part == part::kCounter && !scene.live->counter.is_name());
      EXPECT_TRUE(!is_number || at_1080(text.cap) >= least) << text.text << " " << at_1080(text.cap);
      EXPECT_TRUE(text.part != part::kCounter || at_1080(text.cap) >= kLeastName)
          << text.text << " " << at_1080(text.cap);
    }
  });
}

TEST_P(EveryOffice, ListsFourToSixCallsAHundredPixelsHigh) {
  each([](const Scene& scene, const Layout& made) {
    std::size_t rows = 0;
    for (const auto& text : made.texts) {
      if (text.part != part::kRecentTicket && text.part != part::kRecentCounter) continue;
      EXPECT_GE(at_1080(text.cap), kRecentCap - 0.1F) << text.text;
      if (text.part == part::kRecentTicket) ++rows;
    }
    const bool is_list = plan().name.starts_with("hall");
    const auto& newest = scene.recent.front();
    const std::size_t fewest = has_one_line() && (newest.counter.is_name() || newest.word_matters) ? 3 : 4;
    EXPECT_TRUE(!is_list || (rows >= fewest && rows <= 6)) << rows << " for " << scene.recent.size();
  });
}

TEST_P(EveryOffice, MakesNothingSmallerThanFortyEightPixelsThatMustBeRead) {
  each([&](const Scene& scene, const Layout& made) {
    // Pictures and services have a strip below the call for as long as it is read.
    const bool is_strip = plan().name == "signage" && scene.calling && size().width > size().height;
    for (const auto& text : made.texts) {
      if (text.part == part::kOffice) continue;  // whose the screen is: nobody has to read that
      // On one line, and the name leaves no room for hundreds who wait: as large as it may be.
      const float name = type_.width(text.text, Weight::kBook, kReadCap);
      const bool is_too_long = text.part == part::kServiceName && has_one_line() && name > kRoomForName;
      const bool is_in_strip = is_strip && text.part.starts_with("service");
      const float least = is_in_strip ? kLeastInStrip : is_too_long ? 42 : kReadCap - 0.1F;
      EXPECT_GE(at_1080(text.cap), least) << text.part << " " << text.text;
    }
  });
}

TEST_P(EveryOffice, TellsHowLongPeopleWaitForEveryServiceThatHasRoomForIt) {
  if (plan().name == "counter") return;
  for (const auto& office : sample_offices(PANGGIL_OFFICES)) {
    const auto scene = scenes_of(office).front();
    std::set<std::string> told;
    for (std::uint64_t turn = 0; turn < 2 * kTurns; ++turn) {
      auto numbered = scene;
      for (std::size_t index = 0; index < numbered.services.size(); ++index)
        numbered.services[index].wait = WaitBand{10 + static_cast<std::uint32_t>(index), 45};
      const auto made =
          layout(numbered, size(),
                 {plan(), Extras{.ticker = "Jam layanan", .turn = turn}, type_, Catalogue::of("id")});
      for (const auto& text : made.texts)
        if (text.part == part::kServiceEstimate) told.insert(text.text.substr(0, 2));
    }
    std::size_t wanted = 0;
    for (const auto& service : scene.services)
      if (!has_one_line() || type_.width(service.name, Weight::kBook, kReadCap) < kRoomBesideEstimate)
        ++wanted;
    EXPECT_GE(told.size(), wanted) << scene.office;
  }
}

/// Beside hundreds who wait.
TEST_P(EveryOffice, SaysOfEachServiceThatGivesOutNoTicketsWhyInLettersThatCanBeRead) {
  if (plan().name == "counter") return;
  const auto times_told = [&](const Scene& scene, const Catalogue& words) {
    std::size_t told = 0;
    for (std::uint64_t turn = 0; turn < 2 * kTurns; ++turn) {
      const auto made =
          layout(scene, size(), {plan(), Extras{.ticker = "Jam layanan", .turn = turn}, type_, words});
      for (const auto& text : made.texts) {
        if (text.part != part::kServiceState) continue;
        EXPECT_GE(at_1080(text.cap), kReadCap - 0.1F) << text.text;
        EXPECT_TRUE(is_inside(ink_of(text, type_), text.slot)) << text.text;
        ++told;
      }
      if (!made.takes_turns) break;
    }
    return told;
  };
  for (const auto& office : sample_offices(PANGGIL_OFFICES)) {
    const auto scene = scenes_of(office).front();
    for (std::size_t index = 0; index < scene.services.size(); ++index) {
      auto stopped = scene;
      for (const auto* state : {"suspended", "full", "ending", "closed"}) {
        stopped.services[index] = {scene.services[index].name, 888, {}, state};
        for (const auto* language : {"id", "en"})
          EXPECT_GE(times_told(stopped, Catalogue::of(language)), 1U)
              << scene.office << ": " << scene.services[index].name << " " << state << " " << language;
      }
    }
  }
}

TEST_P(EveryOffice, ShowsEveryServiceInItsTurn) {
  for (const auto& office : sample_offices(PANGGIL_OFFICES)) {
    const auto scene = scenes_of(office).front();
    std::set<std::uint64_t> seen;
    std::size_t told = 0;
    auto numbered = scene;
    for (std::size_t index = 0; index < numbered.services.size(); ++index)
      numbered.services[index].waiting = 100 + index;
    for (std::uint64_t turn = 0; turn < 2 * kTurns; ++turn) {
      const auto made = layout(numbered, size(), {plan(), Extras{.turn = turn}, type_, Catalogue::of("id")});
      for (const auto& text : made.texts) {
        if (text.part == part::kServiceWaiting) seen.insert(std::stoul(text.text));
        if (text.part == part::kServiceEstimate) ++told;
      }
    }
    EXPECT_EQ(seen.size(), plan().name == "counter" ? 0 : numbered.services.size()) << scene.office;
    EXPECT_TRUE(told > 0 || plan().name == "counter") << scene.office;
  }
}

TEST_P(EveryOffice, ClipsNothingAndPutsNothingOnTopOfAnythingElse) {
  const Rect safe =
      Rect{0, 0, size().width, size().height}.inset(0.025F * size().width, 0.025F * size().height);
  each([&](const Scene&, const Layout& made) {
    for (auto one = made.texts.begin(); one != made.texts.end(); ++one) {
      const Rect ink = ink_of(*one, type_);
      EXPECT_TRUE(is_inside(ink, one->slot) && is_inside(ink, safe)) << one->text;
      EXPECT_EQ(one->text.find("…"), std::string::npos) << one->text;
      for (auto other = std::next(one); other != made.texts.end(); ++other)
        EXPECT_FALSE(overlap(ink, ink_of(*other, type_))) << one->text << " and " << other->text;
      for (const auto& mark : made.marks) EXPECT_FALSE(overlap(ink, mark.rect)) << one->text << " and a mark";
    }
  });
}

INSTANTIATE_TEST_SUITE_P(Plans, EveryOffice,
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
