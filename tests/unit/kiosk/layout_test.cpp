#include "kiosk/view/layout.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "common/texts/catalogue.hpp"
#include "tests/unit/drawing/dejavu.hpp"
#include "tests/unit/kiosk/sample.hpp"

namespace panggil::kiosk {
namespace {
using drawing::Rect;
using drawing::Size;
using drawing::Text;

constexpr float kHair = 0.51F;

bool is_inside(Rect inner, Rect outer) {
  return inner.x >= outer.x - kHair && inner.y >= outer.y - kHair && inner.right() <= outer.right() + kHair &&
         inner.bottom() <= outer.bottom() + kHair;
}

bool overlap(Rect one, Rect other) {
  return one.x < other.right() - kHair && other.x < one.right() - kHair && one.y < other.bottom() - kHair &&
         other.y < one.bottom() - kHair;
}

Rect ink_of(const Text& text, const drawing::Typesetter& type) {
  const float width = type.measure(text.text, text.weight) * text.cap;
  const float part = text.align == drawing::Align::kLeft    ? 0
                     : text.align == drawing::Align::kRight ? 1
                                                            : 0.5F;
  return {text.slot.x + (text.slot.width - width) * part, text.slot.y + (text.slot.height - text.cap) / 2,
          width, text.cap};
}

protocol::Office office_of(std::size_t services) {
  auto office = sample::office();
  office.services.clear();
  for (std::size_t index = 0; index < services; ++index) {
    auto service =
        sample::service("s" + std::to_string(index), std::string(1, static_cast<char>('A' + index)));
    service.name = {{"id", "Permohonan paspor bagi pekerja migran"},
                    {"en", "Passports for people working abroad"}};
    if (index % 5 == 4) service.state = "closed";
    if (index % 5 == 4) service.opens_at = sample::stamp("2026-12-28T08:00:00+07:00");
    office.services.push_back(service);
    office.counters[0].services.push_back(service.service);
  }
  return office;
}

/// Everything that a visitor may come to see, at its longest.
std::vector<Scene> scenes(const std::string& language, std::size_t services) {
  Place place;
  place.first_language = language;
  auto model = Model(place);
  model.link(session::LinkState::kOffline);
  std::vector<Scene> all{model.scene()};
  model.link(session::LinkState::kUp);
  model.take(office_of(services));
  model.take(protocol::Beat{"e", 1, 1, sample::stamp("2026-11-23T08:30:00+07:00")});
  for (std::size_t index = 0; index < services; ++index) {
    auto queue = sample::queue("s" + std::to_string(index), 148);
    queue.seq = 0;
    queue.estimate = protocol::Estimate{6000, 9000};
    model.take(queue);
  }
  all.push_back(model.scene());
  protocol::Board board;
  board.area = "hall";
  const std::string text =
      "Pembayaran hanya melalui bank atau kantor pos; petugas tidak menerima uang tunai di loket ini";
  board.notices = {{"n1", "warning", {{"id", text}, {"en", text}}, {}}};
  model.take(board);
  for (const auto state :
       {PrinterState::kPaperLow, PrinterState::kPaperOut, PrinterState::kGone, PrinterState::kReady}) {
    model.printer(state);
    all.push_back(model.scene());
  }
  model.touch(sample::kPriority, sample::at(0));
  all.push_back(model.scene());
  model.touch({Touch::What::kService, "s0"}, sample::at(1000));
  all.push_back(model.scene());
  model.settled(sample::unknown(), sample::at(9000));
  all.push_back(model.scene());
  auto issued = sample::issued("Z9999", 148);
  issued.service = "s0";
  model.settled(sample::yes(issued), sample::at(10000));
  all.push_back(model.scene());
  model.printed(false, sample::at(11000));
  all.push_back(model.scene());
  model.touch(sample::kDone, sample::at(12000));
  model.touch({Touch::What::kService, "s0"}, sample::at(20000));
  model.settled(sample::no("service_suspended"), sample::at(21000));
  all.push_back(model.scene());
  return all;
}

class AKioskLayout : public ::testing::TestWithParam<Size> {
 protected:
  /// A screen of 21.5 inches, as kiosks have.
  static Screen screen() { return screen_of(GetParam(), 21.5); }
  Layout of(const Scene& scene) const { return layout(scene, screen(), type_); }
  template <class Check>
  void for_every_scene(Check check) const {
    for (const auto* language : {"id", "en"})
      for (std::size_t services = 1; services <= 12; ++services)
        for (const auto& scene : scenes(language, services)) check(scene, of(scene));
  }

  drawing::Typesetter type_ = drawing::dejavu(0.9F);
};

TEST_P(AKioskLayout, KeepsEveryTextInItsSlotAndEverySlotOnItsPanel) {
  for_every_scene([this](const Scene&, const Layout& made) {
    for (const auto& text : made.texts) {
      ASSERT_TRUE(is_inside(ink_of(text, type_), text.slot)) << text.text << " at " << text.cap;
      const auto on =
          std::find_if(made.panels.rbegin(), made.panels.rend(), [&](const drawing::Panel& panel) {
            return panel.fill == text.on && is_inside(text.slot, panel.rect);
          });
      ASSERT_NE(on, made.panels.rend()) << text.text;
    }
  });
}

TEST_P(AKioskLayout, WritesNothingOverAnother) {
  for_every_scene([this](const Scene&, const Layout& made) {
    for (std::size_t one = 0; one < made.texts.size(); ++one)
      for (std::size_t other = one + 1; other < made.texts.size(); ++other)
        ASSERT_FALSE(overlap(ink_of(made.texts[one], type_), ink_of(made.texts[other], type_)))
            << made.texts[one].text << " / " << made.texts[other].text;
  });
}

TEST_P(AKioskLayout, HasLettersThatOldPeopleRead) {
  for_every_scene([](const Scene& scene, const Layout& made) {
    const float least_mm = scene.tiles.size() > 6 ? 2.2F : 2.6F;  // at arm's length 1.3 would do
    for (const auto& text : made.texts)
      ASSERT_GE(text.cap / screen().px_per_mm, least_mm) << text.part << ": " << text.text;
  });
}

TEST_P(AKioskLayout, HasButtonsThatFingersFind) {
  for_every_scene([](const Scene& scene, const Layout& made) {
    const auto least = smallest_target_mm(made, screen());
    const bool is_crowded = scene.tiles.size() > 8 || scene.notice;
    ASSERT_TRUE(!least || *least >= (is_crowded ? 0.7F : 1.0F) * kTargetMm - 0.05F)
        << *least << " mm with " << scene.tiles.size();
  });
}

TEST_P(AKioskLayout, ContrastsSevenToOneEverywhere) {
  for_every_scene([](const Scene&, const Layout& made) {
    for (const auto& text : made.texts) {
      const auto [top, bottom] = drawing::shade(text.on);
      ASSERT_GE(drawing::contrast(drawing::colour(text.ink), top), 7) << text.part << ": " << text.text;
      ASSERT_GE(drawing::contrast(drawing::colour(text.ink), bottom), 7) << text.part << ": " << text.text;
    }
  });
}

TEST_P(AKioskLayout, ShowsTheNumberLargestOfAll) {
  const auto all = scenes("id", 4);
  const auto number =
      std::find_if(all.begin(), all.end(), [](const Scene& one) { return one.page == Page::kNumber; });
  ASSERT_NE(number, all.end());
  const auto made = of(*number);
  const auto ticket = std::find_if(made.texts.begin(), made.texts.end(),
                                   [](const Text& text) { return text.part == part::kTicket; });
  ASSERT_NE(ticket, made.texts.end());
  EXPECT_GE(ticket->cap / screen().px_per_mm, 25);
}

TEST_P(AKioskLayout, TakesATouchForTheServiceUnderIt) {
  const auto all = scenes("id", 7);
  const auto made = of(all[1]);
  for (const auto& [rect, touch] : made.targets)
    EXPECT_EQ(drawing::target_at(made.targets, rect.x + rect.width / 2, rect.y + rect.height / 2), touch);
  EXPECT_EQ(drawing::target_at(made.targets, 1, 1), std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(Sizes, AKioskLayout,
                         ::testing::Values(Size{1920, 1080}, Size{1080, 1920}, Size{1366, 768},
                                           Size{1280, 1024}, Size{1280, 800}, Size{1024, 768},
                                           Size{3840, 2160}));

TEST(ASmallKiosk, KeepsItsButtonsLarge) {
  const auto screen = screen_of({1280, 800}, 10.1);
  const auto made = layout(scenes("id", 3)[1], screen, drawing::dejavu(0.9F));
  EXPECT_GE(*smallest_target_mm(made, screen), kTargetMm - 0.05F);
}

}  // namespace
}  // namespace panggil::kiosk
