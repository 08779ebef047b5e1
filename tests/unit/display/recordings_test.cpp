#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/texts/spoken.hpp"
#include "display/voice_settings.hpp"
#include "tests/unit/display_sound/recorded_pack.hpp"

namespace panggil::display {
namespace {
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using voice::Language;

/// Every word that is needed lasts so long.
std::vector<std::string> faults_with(Micros word, std::vector<Language> languages = {Language::kIndonesian}) {
  speak("en");
  std::map<std::string, sound::Samples> recordings;
  for (const auto& needed : voice::vocabulary(voice::Numbers::kDigits, Language::kIndonesian))
    recordings.emplace(needed, sound::tone(300, 0.5, word));
  recordings.emplace("loket", sound::tone(300, 0.5, word));
  const sound::RecordedPack recorded(recordings);
  voice::Speech speech;
  speech.languages = std::move(languages);
  return faults_of(sound::ClipPack(recorded.folder(), Language::kIndonesian, true), Language::kIndonesian,
                   speech);
}

TEST(Recordings, AreGoodWhereTenCallsAreSaidInTime) {
  EXPECT_THAT(faults_with(400 * kMillisecond), IsEmpty());
}

TEST(Recordings, AreTooSlowWhereTheyAreNot) {
  EXPECT_THAT(faults_with(900 * kMillisecond), Contains(HasSubstr("3.4 s is the most")));
}

TEST(Recordings, MayBeSlowInALanguageThatIsLeftOutThen) {
  EXPECT_THAT(faults_with(900 * kMillisecond, {Language::kEnglish, Language::kIndonesian}), IsEmpty());
}

}  // namespace
}  // namespace panggil::display
