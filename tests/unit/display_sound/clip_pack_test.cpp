#include "display/sound/clip_pack.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "common/settings/yaml_reader.hpp"
#include "display/sound/loudness.hpp"
#include "tests/unit/display_sound/recorded_pack.hpp"

namespace panggil::sound {
namespace {
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using voice::Form;
using voice::Language;
using voice::Numbers;

ClipPack pack(const RecordedPack& recorded, bool thoroughly = true) {
  return {recorded.folder(), Language::kIndonesian, thoroughly};
}
voice::Phrase phrase(const std::string& label) {
  return voice::counter_phrase(label, Form::kShort, Language::kIndonesian);
}
/// What is said to be wrong with it.
std::string fault_of(const RecordedPack& recorded) {
  try {
    pack(recorded);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "nothing";
}

TEST(APack, SaysAPhraseWordByWord) {
  const RecordedPack recorded(three_words());
  const auto said = pack(recorded).say(phrase("Loket 3"));
  ASSERT_TRUE(said) << said.error();
  EXPECT_NEAR(static_cast<double>(length(said->size())), 590.0 * kMillisecond, 30.0 * kMillisecond);
  const auto half = said->begin() + static_cast<long>(samples_in(250 * kMillisecond));
  EXPECT_GT(strength_at({said->begin(), half}, 200), 5 * strength_at({said->begin(), half}, 300));
  EXPECT_GT(strength_at({half, said->end()}, 300), 5 * strength_at({half, said->end()}, 200));
}

TEST(APack, IsEquallyLoudInEveryWord) {
  const RecordedPack recorded(
      {{"loket", tone(500, 0.02, 300 * kMillisecond)}, {"tiga", tone(500, 0.9, 300 * kMillisecond)}});
  const auto said = *pack(recorded).say(phrase("Loket 3"));
  const auto middle = said.begin() + static_cast<long>(said.size() / 2);
  EXPECT_NEAR(loudness({said.begin(), middle}), loudness({middle, said.end()}), 1.0);
  EXPECT_LE(true_peak(said), kMostPeak + 0.2);
}

TEST(APack, NamesTheWordThatNobodyHasRecorded) {
  const RecordedPack recorded(three_words());
  const auto said = pack(recorded).say(phrase("Loket Wawancara 3"));
  ASSERT_FALSE(said);
  EXPECT_THAT(said.error(), HasSubstr("no recording of \"wawancara\""));
}

TEST(APack, ListsWhatTicketsAndCountersNeedAndItLacks) {
  const RecordedPack recorded(three_words());
  const auto missing = pack(recorded).missing(Numbers::kDigits);
  EXPECT_THAT(missing, Contains("A"));
  EXPECT_THAT(missing, Contains("nol"));
  EXPECT_THAT(missing, Contains("sepuluh"));
  EXPECT_THAT(missing, Contains("silakan"));
  EXPECT_THAT(missing, Not(Contains("tiga")));
  EXPECT_THAT(missing, Not(Contains("ratus")));
  EXPECT_THAT(pack(recorded).missing(Numbers::kWords), Contains("ratus"));
}

TEST(APack, LacksNothingWithOneRecordingAWord) {
  std::map<std::string, Samples> recordings;
  for (const auto& word : voice::vocabulary(Numbers::kWords, Language::kIndonesian))
    recordings.emplace(word, tone(300, 0.5, 100 * kMillisecond));
  const RecordedPack recorded(recordings);
  EXPECT_THAT(pack(recorded, false).missing(Numbers::kWords), IsEmpty());
}

TEST(APack, IsAnotherVersionOnceARecordingIsReplaced) {
  const RecordedPack recorded(three_words());
  const auto before = pack(recorded).version();
  EXPECT_EQ(pack(recorded).version(), before);
  recorded.write("1.wav", to_wav(tone(250, 0.5, 700 * kMillisecond)));
  EXPECT_NE(pack(recorded).version(), before);
}

TEST(APackWithAFault, NamesTheRecordingThatIsNotThere) {
  const RecordedPack recorded(three_words());
  std::filesystem::remove(recorded.folder() / "2.wav");
  EXPECT_THAT(fault_of(recorded),
              AllOf(HasSubstr("\"loket\""), HasSubstr("2.wav"), HasSubstr("pack.yaml:5")));
}

TEST(APackWithAFault, NamesTheRecordingThatIsNoSoundOrSilent) {
  const RecordedPack recorded(three_words());
  recorded.write("2.wav", "not a sound");
  recorded.write("3.wav", to_wav(Samples(kRate, 0.0F)));
  EXPECT_THAT(fault_of(recorded),
              AllOf(HasSubstr("\"loket\""), HasSubstr("no WAV file"), HasSubstr("\"tiga\" is silent")));
}

TEST(APackWithAFault, IsOneThatIsNotThereOrOfAnotherLanguageOrHasOtherKeys) {
  const RecordedPack recorded(three_words());
  recorded.write("pack.yaml", "language: en\nclip:\n  a: 1.wav\n");
  EXPECT_THAT(fault_of(recorded), AllOf(HasSubstr("language id"), HasSubstr("\"clip\"")));
  EXPECT_THROW(ClipPack("/nowhere", Language::kEnglish, false), std::runtime_error);
}

}  // namespace
}  // namespace panggil::sound
