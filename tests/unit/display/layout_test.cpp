#include "display/view/layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "display/view/plan_file.hpp"
#include "tests/unit/display/ink.hpp"
#include "tests/unit/display/scenes.hpp"
#include "tests/unit/drawing/dejavu.hpp"

namespace panggil::display {
namespace {

Layout laid_out(const Scene& scene, Size size, const std::string& language) {
  return layout(scene, size, {built_in_plan("hall"), {}, drawing::dejavu(0.9F), Catalogue::of(language)});
}

class ALayout : public ::testing::TestWithParam<Size> {
 protected:
  static Size size() { return GetParam(); }
  Layout of(const Scene& scene, std::uint64_t turn = 0) const {
    return layout(scene, size(), {built_in_plan("hall"), Extras{.turn = turn}, type_, Catalogue::of("id")});
  }
  static float at_1080(float pixels) { return pixels / unit(size()); }

  static std::vector<Text> texts(const Layout& layout, std::string_view part) {
    std::vector<Text> found;
    std::copy_if(layout.texts.begin(), layout.texts.end(), std::back_inserter(found),
                 [part](const Text& text) { return text.part == part; });
    return found;
  }

  Typesetter type_ = drawing::dejavu(0.9F);
};

TEST_P(ALayout, GivesTheLiveCallFiftyFivePercentOfTheArea) {
  for (const auto& scene : every_scene())
    EXPECT_TRUE(!scene.emergencies.empty() || of(scene).live.area() >= 0.55F * size().width * size().height);
}

TEST_P(ALayout, ShowsTicketAndCounterInTheSameLargeSize) {
  for (const auto& scene : {busy_scene(), longest_scene()}) {
    const auto made = of(scene);
    const auto ticket = texts(made, part::kTicket).at(0);
    const auto counter = texts(made, part::kCounter).at(0);
    EXPECT_GE(at_1080(ticket.cap), kLeastLiveCap) << ticket.text;
    EXPECT_FLOAT_EQ(ticket.cap, counter.cap);
  }
}

TEST_P(ALayout, KeepsTheNumberWhereItIsWhateverItSays) {
  const auto one = texts(of(busy_scene()), part::kTicket).at(0);
  const auto other = texts(of(longest_scene()), part::kTicket).at(0);
  EXPECT_EQ(one.slot, other.slot);
  EXPECT_FLOAT_EQ(one.cap, other.cap);
}

TEST_P(ALayout, ListsFourToSixRecentCallsAHundredPixelsHigh) {
  for (const auto& scene : {busy_scene(), longest_scene()}) {
    const auto made = of(scene);
    const auto tickets = texts(made, part::kRecentTicket);
    EXPECT_GE(tickets.size(), 4u);
    EXPECT_LE(tickets.size(), 6u);
    for (const auto part : {part::kRecentTicket, part::kRecentCounter})
      for (const auto& text : texts(made, part))
        EXPECT_GE(at_1080(text.cap), kRecentCap - 0.01F) << text.text;
    for (std::size_t row = 1; row < tickets.size(); ++row)
      EXPECT_GT(tickets[row].slot.y, tickets[row - 1].slot.y) << "newest on top";
  }
}

TEST_P(ALayout, MakesNothingSmallerThatMustBeRead) {
  for (const auto& scene : {busy_scene(), longest_scene(), calm_scene()}) {
    for (const auto& text : of(scene).texts)
      EXPECT_GE(at_1080(text.cap), text.part == part::kOffice ? 33.5F : kReadCap - 1.5F) << text.text;
  }
}

TEST_P(ALayout, ShowsHowManyWaitForEachServiceAndHowLongWhereAnybodyKnows) {
  std::vector<std::string> people;
  std::vector<std::string> estimates;
  for (std::uint64_t turn = 0; turn < 3 && people.size() < 3; ++turn) {
    const auto made = of(busy_scene(), turn);
    for (const auto& text : texts(made, part::kServiceWaiting)) people.push_back(text.text);
    for (const auto& text : texts(made, part::kServiceEstimate)) estimates.push_back(text.text);
  }
  EXPECT_EQ(people, (std::vector<std::string>{"11", "24", "3"}));
  EXPECT_EQ(estimates, (std::vector<std::string>{"15–25 mnt lagi", "45–80 mnt lagi"}))
      << "nobody knows of the third";
}

TEST_P(ALayout, SaysThatABandIsAWaitAndHowManyHoursALongOneIs) {
  Scene scene = busy_scene();
  scene.services = {{"Paspor", 11, WaitBand{15, 25}}};
  EXPECT_EQ(texts(of(scene), part::kServiceEstimate).at(0).text, "15–25 mnt lagi");
  scene.services.front().wait = WaitBand{240, 330};
  EXPECT_EQ(texts(of(scene), part::kServiceEstimate).at(0).text, "4–5½ jam lagi");
  scene.services.front().wait = WaitBand{0, 10};
  EXPECT_EQ(texts(of(scene), part::kServiceEstimate).at(0).text, "dalam 10 mnt");
  const auto english = layout(scene, size(), {built_in_plan("hall"), {}, type_, Catalogue::of("en")});
  EXPECT_EQ(texts(english, part::kServiceEstimate).at(0).text, "within 10 min");
}

TEST_P(ALayout, SaysOfEachServiceThatGivesOutNoTicketsWhy) {
  Scene scene = busy_scene();
  for (const auto& [state, told] :
       std::map<std::string, std::string>{{"", "15–25 mnt lagi"},
                                          {"suspended", "tiket disetop"},
                                          {"full", "tiket habis"},
                                          {"ending", "tiket ditutup"},
                                          {"closed", "tutup"},
                                          {"of-a-later-version", "15–25 mnt lagi"}}) {
    scene.services = {{"Layanan pelanggan", 24, WaitBand{15, 25}, state}};
    std::string said;
    for (const auto& text : of(scene).texts)
      if (text.part == part::kServiceState || text.part == part::kServiceEstimate) said += text.text;
    EXPECT_EQ(said, told) << state;
  }
  scene.services.front().state = "suspended";
  const auto english = layout(scene, size(), {built_in_plan("hall"), {}, type_, Catalogue::of("en")});
  EXPECT_EQ(texts(english, part::kServiceState).at(0).text, "no tickets now");
  scene.services = {{"Registration and interview", 888, {}, "suspended"}};
  const auto short_of_room = layout(scene, size(), {built_in_plan("hall"), {}, type_, Catalogue::of("en")});
  EXPECT_THAT(texts(short_of_room, part::kServiceState).at(0).text, ::testing::StartsWith("no tickets"));
  scene.link = LinkState::kLost;
  EXPECT_TRUE(texts(of(scene), part::kServiceState).empty()) << "nobody knows that any more";
}

/// Who waits already is served: no word must say that the service has stopped.
TEST(ServiceWords, SayOfTicketsThatThereAreNoneHoweverShort) {
  for (const auto& [language, ticket] : {std::pair("id", "tiket"), std::pair("en", "ticket")})
    for (const std::string state : {"suspended", "full", "ending"})
      for (const auto* length : {"", "_short"})
        EXPECT_THAT(Catalogue::of(language).text("display.service_" + state + length),
                    ::testing::HasSubstr(ticket));
}

TEST_P(ALayout, TellsTheWordOfACounterWhoseNumberIsNotEnough) {
  Scene scene = busy_scene();
  scene.recent[1].counter = {"Loket Pembayaran", "12"};
  scene.recent[1].word_matters = true;
  std::string words;
  for (const auto& text : texts(of(scene), part::kRecentWord))
    if (text.text.find("Pembayaran") != std::string::npos) words += text.text;
  EXPECT_NE(words.find("Pembayaran"), std::string::npos);
  EXPECT_GE(texts(of(scene), part::kRecentTicket).size(), 4u);
}

TEST_P(ALayout, CutsTheLongestNamesRatherThanMakeThemTooSmallToBeRead) {
  Scene scene = busy_scene();
  scene.services[1].name =
      "Pendaftaran permohonan paspor baru dan penggantian paspor habis masa berlaku, rusak atau hilang";
  scene.recent[1].counter = {"", "Meja Layanan Prioritas Lansia dan Disabilitas"};
  std::string first;
  for (std::uint64_t turn = 0; turn < 3; ++turn) {
    const auto made = of(scene, turn);
    for (const auto part :
         {part::kServiceName, part::kServiceEstimate, part::kRecentName, part::kRecentTicket})
      for (const auto& text : texts(made, part)) EXPECT_GE(at_1080(text.cap), 33.5F) << text.text;
    for (const auto& text : texts(made, part::kServiceName))
      if (text.text.starts_with("Layanan")) first = text.text;
  }
  EXPECT_EQ(first, "Layanan pelanggan") << "the others stay as they are";
}

TEST_P(ALayout, ListsACallOnceItsBandIsGone) {
  const auto list_of = [&](const Scene& scene) {
    std::vector<std::string> tickets;
    for (std::uint64_t turn = 0; turn < 8; ++turn) {
      const Extras extras{.turn = turn};
      const auto made = layout(scene, size(), {built_in_plan("signage"), extras, type_, Catalogue::of("id")});
      for (const auto& text : texts(made, part::kRecentTicket)) tickets.push_back(text.text);
    }
    return tickets;
  };
  Scene scene = busy_scene();
  const auto after = list_of(scene);
  ASSERT_FALSE(after.empty());
  EXPECT_EQ(after.front(), "A017");
  EXPECT_EQ(std::count(after.begin(), after.end(), "B005"), std::count(after.begin(), after.end(), "A017"));
  scene.calling = true;
  const auto meanwhile = list_of(scene);
  EXPECT_EQ(std::count(meanwhile.begin(), meanwhile.end(), "A017"), 0) << "it stands in the band";
}

TEST_P(ALayout, LetsServicesTakeTurnsWhereTheyAreTooMany) {
  Scene scene = busy_scene();
  scene.services.clear();
  for (std::uint64_t waiting = 100; waiting < 120; ++waiting) scene.services.push_back({"Layanan", waiting});
  std::vector<std::string> seen;
  for (std::uint64_t turn = 0; seen.size() < 20; ++turn) {
    const auto made = of(scene, turn);
    ASSERT_TRUE(made.takes_turns);
    const auto shown = texts(made, part::kServiceWaiting);
    ASSERT_FALSE(shown.empty());
    for (const auto& text : shown) seen.push_back(text.text);
  }
  for (std::size_t index = 0; index < seen.size(); ++index)
    EXPECT_EQ(seen[index], std::to_string(100 + index));
}

TEST_P(ALayout, LetsEveryNoticeHaveItsTurnBesideServices) {
  Scene scene = information_scene();
  scene.services.resize(1);
  scene.notices.push_back({Level::kInformation, "Loket tutup pukul 15."});
  scene.notices.push_back({Level::kInformation, "Bawa KTP asli."});
  std::string seen;
  for (std::uint64_t turn = 0; turn < 8; ++turn)
    for (const auto& text : texts(of(scene, turn), part::kNotice)) seen += text.text + " ";
  for (const auto& notice : scene.notices) EXPECT_NE(seen.find(notice.text), std::string::npos) << seen;
}

TEST_P(ALayout, LetsALongNoticeGoOnRatherThanCutIt) {
  Scene scene = busy_scene();
  std::string text = "Pemberitahuan:";
  for (int word = 100; word < 138; ++word) text += " kata" + std::to_string(word);
  scene.notices = {{Level::kWarning, text}};
  std::string seen;
  for (std::uint64_t turn = 0; turn < 20; ++turn) {
    const auto made = of(scene, turn);
    const auto lines = texts(made, part::kNotice);
    if (turn > 0 && lines.front().text.starts_with("Pemberitahuan")) break;
    for (const auto& line : lines) seen += (seen.empty() ? "" : " ") + line.text;
  }
  const std::string mark = " … … ";  // there is more; there was more
  for (auto at = seen.find(mark); at != std::string::npos; at = seen.find(mark))
    seen.replace(at, mark.size(), " ");
  EXPECT_EQ(seen, text);
}

TEST_P(ALayout, BeginsAPageOfANoticeWithASentenceOrSaysThatItGoesOn) {
  Scene scene = busy_scene();
  scene.notices = {
      {Level::kWarning,
       "Foto paspor kini langsung di loket. Tidak perlu membawa pasfoto. Pukul 12.30 kembali buka. "
       "Terima kasih atas kesabaran Anda."}};
  for (std::uint64_t turn = 0; turn < 8; ++turn) {
    const auto lines = texts(of(scene, turn), part::kNotice);
    const auto& first = lines.front().text;
    EXPECT_TRUE(first.starts_with("Foto") || first.starts_with("Tidak perlu") || first.starts_with("Pukul") ||
                first.starts_with("Terima") || first.starts_with("… "))
        << first;
  }
}

TEST_P(ALayout, ShowsAPageOfANoticeAsLargeAsItHasRoom) {
  if (size().height > size().width) return;
  const auto lines = texts(of(warning_scene()), part::kNotice);
  EXPECT_EQ(lines.at(0).text, "Sistem paspor");
  EXPECT_GE(at_1080(lines.at(0).cap), kReadCap * 1.2F);
}

TEST_P(ALayout, SaysHowOldItsDataIsAndWhomToFollow) {
  Scene scene = busy_scene();
  EXPECT_TRUE(texts(of(scene), part::kLink).empty());
  scene.link = LinkState::kStale;
  scene.last_data = "09:12";
  EXPECT_EQ(texts(of(scene), part::kLink).at(0).text, "Data terakhir 09.12");
  scene.link = LinkState::kLost;
  scene.live.reset();
  std::string message;
  for (const auto& line : texts(of(scene), part::kMessage)) message += line.text + " ";
  EXPECT_EQ(message, "Ikuti panggilan petugas ");
  EXPECT_TRUE(texts(of(scene), part::kServiceEstimate).empty()) << "nobody knows that any more";
  EXPECT_FALSE(texts(of(scene), part::kRecentTicket).empty());
}

INSTANTIATE_TEST_SUITE_P(Sizes, ALayout,
                         ::testing::Values(Size{1280, 720}, Size{1920, 1080}, Size{3840, 2160},
                                           Size{1080, 1920}),
                         [](const auto& one) {
                           return std::to_string(static_cast<int>(one.param.width)) + "x" +
                                  std::to_string(static_cast<int>(one.param.height));
                         });

TEST(Layouts, LookTheSameAtEverySizeOfOneShape) {
  const auto small = laid_out(busy_scene(), {1280, 720}, "id");
  const auto large = laid_out(busy_scene(), {3840, 2160}, "id");
  ASSERT_EQ(small.texts.size(), large.texts.size());
  for (std::size_t index = 0; index < small.texts.size(); ++index) {
    EXPECT_NEAR(small.texts[index].slot.x / 1280, large.texts[index].slot.x / 3840, 0.01);
    EXPECT_NEAR(small.texts[index].slot.y / 720, large.texts[index].slot.y / 2160, 0.01);
    EXPECT_NEAR(small.texts[index].cap / 720, large.texts[index].cap / 2160, 0.01);
  }
}

TEST(Layouts, GiveEveryTextAContrastOfSevenToOne) {
  const auto worst = [](Ink ink, Fill fill) {
    const auto on = drawing::shade(fill);
    return std::min(drawing::contrast(drawing::colour(ink), on.top),
                    drawing::contrast(drawing::colour(ink), on.bottom));
  };
  for (const auto& scene : every_scene()) {
    for (const auto& text : laid_out(scene, {1920, 1080}, "id").texts)
      EXPECT_GE(worst(text.ink, text.on), 7) << text.text << ", ink " << static_cast<int>(text.ink);
  }
}

TEST(Layouts, SurviveAnyWindow) {
  for (const auto size :
       {Size{1, 1}, Size{320, 180}, Size{800, 600}, Size{2560, 1080}, Size{1000, 1000}, Size{7680, 100}})
    for (const auto& scene : every_scene())
      for (const auto& text : laid_out(scene, size, "en").texts)
        EXPECT_TRUE(std::isfinite(text.cap) && text.cap >= 0) << text.text;
}

}  // namespace
}  // namespace panggil::display
