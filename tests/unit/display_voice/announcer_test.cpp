#include "display/voice/announcer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/display/payloads.hpp"
#include "tests/unit/display_voice/hearing_hall.hpp"

namespace panggil::voice {
namespace {
using display::call;
using display::kMillisecond;
using display::kSecond;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using enum Language;

/// As long as espeak-ng takes for these words, give or take: a third of a second a word, and somewhat more
/// for long ones.
Micros length_of(const Phrase& phrase) {
  Micros sum = 0;
  for (const auto& group : phrase.groups)
    for (const auto& word : group) sum += (220 + 20 * static_cast<Micros>(word.size())) * kMillisecond;
  return phrase.quick ? sum * 7 / 10 : sum;
}

/// `percent`: of that.
Lengths lengths(Micros percent = 100) {
  return {[](Chime chime) { return (chime == Chime::kFull ? 1200 : 350) * kMillisecond; },
          [percent](const Phrase& phrase) { return std::optional(length_of(phrase) * percent / 100); }};
}

const std::string kFull = "nomor antrian, A, nol satu tujuh / silakan menuju loket tiga";

TEST(AnAnnouncement, IsAChimeAndThePhraseTwice) {
  AHall hall({}, lengths());
  hall.call_out(call(1, 0, "A017", "3"));
  hall.run_until(60 * kSecond);
  EXPECT_THAT(hall.texts(), ElementsAre("chime", kFull, kFull));
}

TEST(AnAnnouncement, EndsInTheOtherLanguageOnceIfThereIsOne) {
  AHall hall({.languages = {kIndonesian, kEnglish}}, lengths());
  hall.call_out(call(1, 0, "A017", "3"));
  hall.run_until(60 * kSecond);
  EXPECT_THAT(hall.texts(),
              ElementsAre("chime", kFull, kFull, "number, A, zero one seven / please go to counter three"));
}

TEST(AnAnnouncement, IsTheChimeAloneWithoutAVoice) {
  AHall hall({.words = false}, lengths());
  hall.call_out(call(1, 0, "A017", "3"));
  hall.run_until(60 * kSecond);
  EXPECT_THAT(hall.texts(), ElementsAre("chime"));
  EXPECT_THAT(phrases_of(call(1, 0), {.words = false}), IsEmpty());
}

TEST(AnAnnouncement, HasRestsThatAreNeitherMissingNorLong) {
  AHall hall({.languages = {kIndonesian, kEnglish}}, lengths());
  hall.call_out(call(1, 0, "A017", "3"));
  hall.run_until(60 * kSecond);
  for (std::size_t at = 1; at < hall.heard_.size(); ++at) {
    const auto rest = hall.heard_[at].at - hall.heard_[at - 1].until;
    EXPECT_GE(rest, 300 * kMillisecond);
    EXPECT_LE(rest, 1200 * kMillisecond);
  }
}

TEST(AnAnnouncement, KeepsItsCallOnThePanelToItsEnd) {
  AHall hall({}, lengths());
  hall.call_out(call(1, 0, "A017", "3"));
  hall.call_out(call(2, 0, "A018", "4"));
  hall.run_until(60 * kSecond);
  ASSERT_EQ(hall.heard_.size(), 6u);
  EXPECT_GE(hall.shown_at_[2], hall.heard_[2].until);
  EXPECT_GE(hall.heard_[3].at, hall.shown_at_[2]);
}

TEST(AnAnnouncement, NeverMeetsAnother) {
  AHall hall({.languages = {kIndonesian, kEnglish}}, lengths());
  for (std::uint64_t number = 1; number <= 40; ++number) {
    hall.call_out(call(number, 0));
    hall.run_until(static_cast<Micros>(number * number) * 300 * kMillisecond);
  }
  hall.run_until(hall.now_ + 120 * kSecond);
  ASSERT_EQ(hall.shown_at_.size(), 40u);
  for (std::size_t at = 1; at < hall.heard_.size(); ++at)
    EXPECT_GT(hall.heard_[at].at, hall.heard_[at - 1].until);
}

TEST(TenCallsAtOnce, AreAllAnnouncedInOrderWithin45Seconds) {
  for (const auto& languages : {std::vector{kIndonesian}, std::vector{kIndonesian, kEnglish}}) {
    AHall hall({.languages = languages}, lengths());
    for (std::uint64_t number = 1; number <= 10; ++number) hall.call_out(call(number, 0));
    hall.run_until(120 * kSecond);
    EXPECT_THAT(hall.proven_, ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    ASSERT_EQ(hall.heard_.size(), 20u);
    EXPECT_EQ(hall.heard_.back().what, "A, satu satu nol / loket satu");
    EXPECT_LE(hall.heard_.back().until, 45 * kSecond);
  }
}

TEST(TenCallsAtOnce, OneOfWhichCameAMomentEarlierAreToo) {
  AHall hall({.languages = {kIndonesian, kEnglish}}, lengths());
  hall.call_out(call(1, 0));
  hall.run_until(200 * kMillisecond);
  for (std::uint64_t number = 2; number <= 10; ++number) hall.call_out(call(number, 0));
  hall.run_until(120 * kSecond);
  EXPECT_LE(hall.heard_.back().until, 45 * kSecond);
  EXPECT_EQ(hall.heard_.front().what, "chime");
  EXPECT_EQ(hall.heard_[1].what, "A, satu nol satu / loket dua");
}

TEST(TenCallsAtOnce, WithTheLongestTextsAreSaidQuicklyEachForItsTime) {
  for (const auto numbers : {Numbers::kDigits, Numbers::kWords}) {
    AHall hall({.languages = {kIndonesian, kEnglish}, .numbers = numbers}, lengths(150));
    for (std::uint64_t number = 1; number <= 10; ++number)
      hall.call_out(call(number, 0, "Z999" + std::to_string(number % 10), "Pembayaran 12"));
    hall.run_until(120 * kSecond);
    EXPECT_THAT(hall.proven_, ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    EXPECT_EQ(hall.heard_.back().what,
              "Z, sembilan sembilan sembilan nol quickly / loket pembayaran dua belas quickly");
    EXPECT_LE(hall.heard_.back().until, 45 * kSecond);
    for (std::uint64_t number = 2; number <= 10; ++number)
      EXPECT_GE(hall.shown_at_[number] - hall.shown_at_[number - 1], 4 * kSecond);
  }
}

TEST(ACrowd, IsNotSaidQuicklyWhereNobodyWaitsLessForIt) {
  AHall hall({}, lengths());
  for (std::uint64_t number = 1; number <= 30; ++number) hall.call_out(call(number, 0));
  hall.run_until(180 * kSecond);
  EXPECT_EQ(hall.proven_.size(), 30u);
  EXPECT_THAT(hall.texts(), testing::Each(testing::Not(testing::HasSubstr("quickly"))));
}

TEST(ACrowd, IsSaidQuicklyWhereTheLastOneHasWaitedLongAlready) {
  AHall hall({}, lengths(150));
  hall.call_out(call(1, 0, "Z9991", "Pembayaran 12"));
  hall.run_until(kSecond);
  for (std::uint64_t number = 2; number <= 10; ++number)
    hall.call_out(call(number, 0, "Z999" + std::to_string(number % 10), "Pembayaran 12"));
  hall.run_until(120 * kSecond);
  EXPECT_EQ(hall.heard_[1].what,
            "Z, sembilan sembilan sembilan satu quickly / loket pembayaran dua belas quickly");
  EXPECT_LE(hall.heard_.back().until, (1 + 45) * kSecond);
}

TEST(ACrowd, CutsARepetitionShortButNotAWord) {
  AHall hall({}, lengths());
  hall.call_out(call(1, 0, "A017", "3"));
  hall.run_until(3 * kSecond);  // in the first reading
  for (std::uint64_t number = 2; number <= 5; ++number) hall.call_out(call(number, 0));
  hall.run_until(60 * kSecond);
  EXPECT_THAT(hall.texts(),
              ElementsAre("chime", kFull, "ding", "A, satu nol dua / loket tiga", "ding",
                          "A, satu nol tiga / loket empat", "ding", "A, satu nol empat / loket lima", "ding",
                          "A, satu nol lima / loket satu"));
}

TEST(ACrowd, IsOverOnceNobodyWaits) {
  AHall hall({}, lengths());
  for (std::uint64_t number = 1; number <= 5; ++number) hall.call_out(call(number, 0));
  hall.run_until(60 * kSecond);
  hall.heard_.clear();
  hall.call_out(call(6, 0, "A017", "3"));
  hall.run_until(90 * kSecond);
  EXPECT_THAT(hall.texts(), ElementsAre("chime", kFull, kFull));
}

TEST(ACrowd, IsNotThreeThatWait) {
  AHall hall({}, lengths());
  for (std::uint64_t number = 1; number <= 4; ++number)
    hall.call_out(call(number, 0, "A01" + std::to_string(number), "3"));
  hall.run_until(60 * kSecond);
  EXPECT_THAT(hall.texts(), testing::Not(testing::Contains("ding")));
  EXPECT_EQ(hall.heard_.size(), 12u);
  EXPECT_LE(hall.heard_.back().until, 45 * kSecond);
}

TEST(ACrowd, IsThreeThatWaitWhereTwoLanguagesWouldKeepTheLastOneWaitingTooLong) {
  AHall hall({.languages = {kIndonesian, kEnglish}}, lengths());
  for (std::uint64_t number = 1; number <= 4; ++number) hall.call_out(call(number, 0));
  hall.run_until(90 * kSecond);
  EXPECT_LE(hall.heard_.back().until, 45 * kSecond);
}

TEST(APhraseThatIsNotThere, IsWaitedForAWhile) {
  bool made = false;
  Announcer announcer({}, {lengths().chime, [&](const Phrase& phrase) {
                             return made ? std::optional(length_of(phrase)) : std::nullopt;
                           }});
  announcer.begin(call(1, 0, "A017", "3"), 0);
  ASSERT_TRUE(announcer.advance(0, {})->chime);
  const auto chimed = *announcer.deadline(0);
  EXPECT_FALSE(announcer.advance(chimed, {}));
  EXPECT_EQ(announcer.deadline(chimed), chimed + Announcer::kPatience);
  made = true;
  EXPECT_EQ(announcer.advance(chimed + kSecond, {})->phrases.size(), 2u);
}

TEST(APhraseThatIsNotThere, IsLeftOutInTheEnd) {
  Announcer announcer({}, {lengths().chime, [](const Phrase&) { return std::optional<Micros>(); }});
  announcer.begin(call(1, 0), 0);
  Micros now = 0;
  int strips = 0;
  for (; announcer.speaking(); now = announcer.deadline(now).value_or(now))
    strips += announcer.advance(now, {}) ? 1 : 0;
  EXPECT_EQ(strips, 1);
  EXPECT_LT(now, 6 * kSecond);
}

TEST(AnAnnouncer, IsQuietWhenInterrupted) {
  Announcer announcer({}, lengths());
  announcer.begin(call(1, 0), 0);
  announcer.interrupt();
  EXPECT_FALSE(announcer.speaking());
  EXPECT_FALSE(announcer.advance(kSecond, {}));
  EXPECT_FALSE(announcer.deadline(0));
}

TEST(AnAnnouncer, LeavesADeviceThatWakesUpTimeForIt) {
  Announcer announcer({}, lengths());
  announcer.begin(call(1, 0), 0, 1500 * kMillisecond);
  EXPECT_EQ(announcer.advance(0, {})->rest, 1700 * kMillisecond);
  EXPECT_EQ(announcer.deadline(0), (1700 + 1200) * kMillisecond);
}

TEST(WhatIsToBeMade, IsAllThatACallMaySay) {
  std::vector<std::string> texts;
  for (const auto& phrase : phrases_of(call(1, 0, "A017", "3"), {.languages = {kIndonesian, kEnglish}}))
    texts.push_back(to_text(phrase));
  EXPECT_THAT(
      texts, ElementsAre("nomor antrian, A, nol satu tujuh", "silakan menuju loket tiga", "A, nol satu tujuh",
                         "loket tiga", "number, A, zero one seven", "please go to counter three"));
}

TEST(WhatIsToBeMade, OfACounterIsKnownBeforeAnybodyIsCalled) {
  std::vector<std::string> texts;
  for (const auto& phrase :
       phrases_of_counter({{"id", "Loket 3"}, {"en", "Counter 3"}}, {.languages = {kIndonesian, kEnglish}}))
    texts.push_back(to_text(phrase));
  EXPECT_THAT(texts, ElementsAre("silakan menuju loket tiga", "please go to counter three", "loket tiga",
                                 "loket tiga"));
}

}  // namespace
}  // namespace panggil::voice
