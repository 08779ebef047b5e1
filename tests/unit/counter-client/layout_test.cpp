// The officer's window at its own size, at smaller and at larger ones, in both languages, with the longest
// texts there are.
#include "counter-client/view/layout.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/drawing/dejavu.hpp"

namespace panggil::counter {
namespace {
using drawing::Rect;
using drawing::Size;
using drawing::Text;

constexpr float kHair = 0.51F;  // positions are rounded to pixels when they are drawn

bool is_inside(Rect inner, Rect outer) {
  return inner.x >= outer.x - kHair && inner.y >= outer.y - kHair && inner.right() <= outer.right() + kHair &&
         inner.bottom() <= outer.bottom() + kHair;
}

bool overlap(Rect one, Rect other) {
  return one.x < other.right() - kHair && other.x < one.right() - kHair && one.y < other.bottom() - kHair &&
         other.y < one.bottom() - kHair;
}

/// A busy counter, everything as long as it gets.
Scene busy(const std::string& language) {
  const auto& words = Catalogue::of(language);
  Scene scene;
  scene.counter = "Loket Pembayaran 12";
  scene.state = "Istirahat · makan siang · Siti Rahmawati";
  scene.time = "09:14";
  scene.current = Current{"Z9999", "Pengambilan paspor dan dokumen perjalanan", "prioritas",
                          "dipanggil 124 mnt lalu · ulang 12× · menunggu 3 jam 05 mnt"};
  scene.waiting = 238;
  scene.waiting_of = {{"Layanan pelanggan", 120}, {"Wawancara dan foto", 100}, {"Pengambilan paspor", 18}};
  scene.next = {"Z9997", "Z9998", "Z9999"};
  scene.held = std::vector<std::string>(20, "Z9990");
  scene.no_shows = std::vector<std::string>(20, "Z9991");
  scene.events = {
      "09:14  Z9999 ke Loket Pembayaran 12: reguler, karena tidak ada golongan lain yang menunggu",
      "09:13  Z9998 selesai di Loket Pembayaran 12; berlanjut ke Pengambilan paspor", "09:12  x"};
  scene.message = {Tone::kTrouble, words.text("error.conflict", {{"current", "Z9999"}})};
  for (const auto& binding : kBindings)
    scene.buttons.push_back({binding.act, binding.key,
                             words.text("counter.key_" + std::string(name_of(binding.act))), true, false});
  return scene;
}

std::vector<Scene> every_scene(const std::string& language) {
  const auto& words = Catalogue::of(language);
  std::vector<Scene> scenes{busy(language), busy(language), busy(language), busy(language), busy(language)};
  scenes[1].down =
      words.text("counter.no_such_counter", {{"counter", "12"}, {"list", "1, 2, 3, 4, 5, 6, 7, 8"}});
  scenes[1].offline = true;
  for (auto& button : scenes[1].buttons) button.possible = false;
  scenes[2].current.reset();
  scenes[2].nobody = words.text("counter.call_the_next");
  scenes[2].message = {Tone::kBusy, words.text("counter.sending")};
  scenes[2].buttons[0].under_way = true;
  scenes[3].list = List{words.text("counter.transfer_where", {{"ticket", "Z9999"}}), {}};
  for (char key = '1'; key <= '9'; ++key)
    scenes[3].list->items.push_back({key, "Pengambilan paspor dan dokumen perjalanan"});
  scenes[3].list->items.push_back({'0', words.text("counter.back")});
  for (auto& item : scenes[3].list->items) item.possible = item.key != '2';
  scenes[4].down = words.text("counter.connecting");
  scenes.push_back(busy(language));
  scenes[5].question =
      Question{words.text("counter.who_opens"), std::string(64, 'm'), words.text("counter.key_open"),
               words.text("counter.back"), words.text("counter.key_space")};
  scenes[5].message = {Tone::kTrouble, words.text("counter.type_name")};
  scenes.push_back(busy(language));
  scenes[6].down =
      words.text("counter.several_offices", {{"list", "cirebon, batam, melawi, lebong, tanjungpinang"}});
  scenes[6].offline = true;
  scenes.push_back(busy(language));
  const auto to = words.text("counter.transfer_to", {{"ticket", "Z9999"}});
  scenes[7].list = List{words.text("counter.transfer_number", {{"title", to}, {"number", "999"}}), {}};
  for (char place = 'a'; place < 'i'; ++place)
    scenes[7].list->items.push_back({place, "Loket Pembayaran 123", "123", true, "Istirahat"});
  scenes[7].list->items.push_back({'+', words.text("counter.more")});
  scenes[7].list->items.push_back({'-', words.text("counter.back")});
  return scenes;
}

class OfficersWindow : public ::testing::TestWithParam<std::tuple<Size, const char*>> {
 protected:
  static Size size() { return std::get<0>(GetParam()); }
  static std::string language() { return std::get<1>(GetParam()); }
  Layout of(const Scene& scene) const { return layout(scene, size(), type_, Catalogue::of(language())); }
  Rect ink_of(const Text& text) const {
    const float width = type_.measure(text.text, text.weight) * text.cap;
    const float part = text.align == drawing::Align::kLeft    ? 0
                       : text.align == drawing::Align::kRight ? 1
                                                              : 0.5F;
    return {text.slot.x + (text.slot.width - width) * part, text.slot.y + (text.slot.height - text.cap) / 2,
            width, text.cap};
  }
  drawing::Typesetter type_ = drawing::dejavu(0.9F);
};

TEST_P(OfficersWindow, KeepsEveryTextInItsPlaceAndInsideTheWindow) {
  const Rect whole{0, 0, size().width, size().height};
  for (const auto& scene : every_scene(language())) {
    for (const auto& text : of(scene).texts) {
      EXPECT_TRUE(is_inside(ink_of(text), text.slot)) << text.text << " (" << text.part << ")";
      EXPECT_TRUE(is_inside(ink_of(text), whole)) << text.text;
    }
  }
}

TEST_P(OfficersWindow, LetsNoTextRunIntoAnother) {
  for (const auto& scene : every_scene(language())) {
    const auto made = of(scene);
    for (std::size_t one = 0; one < made.texts.size(); ++one)
      for (std::size_t other = one + 1; other < made.texts.size(); ++other)
        EXPECT_FALSE(overlap(ink_of(made.texts[one]), ink_of(made.texts[other])))
            << made.texts[one].text << " / " << made.texts[other].text;
  }
}

TEST_P(OfficersWindow, KeepsItsLettersReadable) {
  const float least = 7.5F * unit(size());
  for (const auto& scene : every_scene(language()))
    for (const auto& text : of(scene).texts)
      EXPECT_GE(text.cap, least) << text.text << " (" << text.part << ")";
}

TEST_P(OfficersWindow, SaysItsSentencesAndLabelsWhole) {
  for (const auto& scene : every_scene(language())) {
    for (const auto& text : of(scene).texts) {
      const bool own_words = text.part == part::kMessage || text.part == part::kWhyOffline ||
                             text.part == part::kNobody || text.part == part::kLabel ||
                             (text.part == part::kButton && !scene.list);
      if (!own_words) continue;
      EXPECT_EQ(text.text.find("…") == std::string::npos || text.text.ends_with(" …"), true) << text.text;
    }
  }
}

TEST_P(OfficersWindow, SaysHowManyWaitForEachServiceHoweverLongTheirNamesAre) {
  const auto made = of(busy(language()));
  const auto text = std::ranges::find(made.texts, part::kWaitingOf, &Text::part);
  ASSERT_NE(text, made.texts.end());
  for (const auto* count : {" 120 · ", " 100 · ", " 18"})
    EXPECT_NE(text->text.find(count), std::string::npos) << text->text;
  EXPECT_TRUE(text->text.ends_with(" 18")) << text->text;
}

TEST_P(OfficersWindow, HasEveryTextSevenTimesAsBrightAsItsGroundOrTheOtherWayRound) {
  for (const auto& scene : every_scene(language())) {
    for (const auto& text : of(scene).texts) {
      const auto ground = drawing::shade(text.on);
      EXPECT_GE(drawing::contrast(drawing::colour(text.ink), ground.top), 7) << text.text;
      EXPECT_GE(drawing::contrast(drawing::colour(text.ink), ground.bottom), 7) << text.text;
    }
  }
}

TEST_P(OfficersWindow, HasButtonsThatAreLargeEnoughAndDoNotOverlap) {
  for (const auto& scene : every_scene(language())) {
    const auto made = of(scene);
    for (const auto& target : made.targets) {
      EXPECT_GE(target.rect.height, 34 * unit(size()));
      const bool is_letter = scene.question && target.what != kEnterKey && target.what != kEscapeKey;
      EXPECT_GE(target.rect.width, (is_letter ? 34 : 120) * unit(size()));
      EXPECT_TRUE(is_inside(target.rect, {0, 0, size().width, size().height}));
      for (const auto& other : made.targets)
        EXPECT_TRUE(&other == &target || !overlap(other.rect, target.rect));
    }
  }
}

TEST_P(OfficersWindow, PressesTheKeyThatStandsOnTheButton) {
  const auto made = of(busy(language()));
  ASSERT_EQ(made.targets.size(), kBindings.size());
  for (const auto& binding : kBindings) {
    const auto target = std::ranges::find(made.targets, binding.key, &Target::what);
    ASSERT_NE(target, made.targets.end());
    EXPECT_EQ(drawing::target_at(made.targets, target->rect.x + 1, target->rect.y + 1), binding.key);
  }
  EXPECT_FALSE(drawing::target_at(made.targets, 1, 1));
}

INSTANTIATE_TEST_SUITE_P(Sizes, OfficersWindow,
                         ::testing::Combine(::testing::Values(kDesigned, kLeast, Size{360, 480},
                                                              Size{420, 700}, Size{800, 560},
                                                              Size{840, 1120}),
                                            ::testing::Values("id", "en")));

}  // namespace
}  // namespace panggil::counter
