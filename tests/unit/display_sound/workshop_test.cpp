#include "display/sound/workshop.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>
#include <thread>

#include "display/sound/studio.hpp"
#include "tests/unit/display_sound/recorded_pack.hpp"

namespace panggil::sound {
namespace {
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using voice::Form;
using voice::Language;

const EspeakVoice kNone{.program = "/nowhere/espeak-ng"};

voice::Phrase phrase(const std::string& label) {
  return voice::counter_phrase(label, Form::kShort, Language::kIndonesian);
}

/// A workshop whose espeak-ng is that program.
class AWorkshop : public ::testing::Test {
 protected:
  Workshop workshop(const EspeakVoice& espeak, std::shared_ptr<const ClipPack> pack = {}) const {
    return {{{Language::kIndonesian, {espeak, std::move(pack)}}}, directory_.path() / "cache"};
  }
  EspeakVoice script(const std::string& lines) const {
    const auto file = directory_.write("speak", "#!/bin/sh\n" + lines + "\n");
    ::chmod(file.c_str(), 0755);
    return {.program = file.string()};
  }

  test::TemporaryDirectory directory_;
  RecordedPack recorded_{three_words()};
  std::shared_ptr<const ClipPack> pack_ =
      std::make_shared<ClipPack>(recorded_.folder(), Language::kIndonesian, false);
};

TEST_F(AWorkshop, PlaysRecordingsWhereThereAreSome) {
  auto made = workshop(kNone, pack_);
  EXPECT_TRUE(made.make(phrase("Loket 3")));
  EXPECT_THAT(made.take_complaints(), IsEmpty());
}

TEST_F(AWorkshop, HasEspeakSayWhatIsNotRecordedAndComplainsOnce) {
  const auto said = directory_.write("said.wav", to_wav(tone(300, 0.3, 500 * kMillisecond)));
  auto made = workshop(script("cat > /dev/null; cat " + said.string()), pack_);
  EXPECT_TRUE(made.make(phrase("Loket Foto 3")));
  EXPECT_TRUE(made.make(phrase("Loket Foto 4")));
  EXPECT_THAT(made.take_complaints(), ElementsAre(AllOf(HasSubstr("\"foto\""), HasSubstr("espeak-ng"))));
}

TEST_F(AWorkshop, HandsTheTextOverAsTextAndNotAsOptions) {
  const auto heard = directory_.path() / "heard";
  const auto said = directory_.write("said.wav", to_wav(tone(300, 0.3, 500 * kMillisecond)));
  auto made = workshop(
      script("echo \"$@\" > " + heard.string() + "; cat >> " + heard.string() + "; cat " + said.string()));
  ASSERT_TRUE(
      made.make(voice::ticket_phrase("A017", Form::kFull, voice::Numbers::kDigits, Language::kIndonesian)));
  EXPECT_EQ(read_bytes(heard), "-v id -s 160 --stdin --stdout\nnomor antrian, A, nol satu tujuh,");
}

TEST_F(AWorkshop, SaysWhatToDoWithoutEspeak) {
  for (const auto& none : {kNone, script("exit 127")})
    EXPECT_THAT(workshop(none).make(phrase("Loket 3")).error(), HasSubstr("apt install espeak-ng"));
}

TEST_F(AWorkshop, SaysWhichVoiceThereIsNot) {
  EXPECT_THAT(workshop(script("exit 1")).make(phrase("Loket 3")).error(), HasSubstr("voice \"id\""));
  EXPECT_THAT(workshop(script("cat; echo nonsense")).make(phrase("Loket 3")).error(),
              HasSubstr("no WAV file"));
}

TEST_F(AWorkshop, DoesNotWaitForEverForAProgramThatHangs) {
  EXPECT_THAT(espeak("x", script("exec sleep 60"), std::chrono::milliseconds(50)).error(),
              HasSubstr("did not come to an end"));
}

TEST_F(AWorkshop, MakesChimesWithoutAnybody) {
  auto made = workshop(kNone);
  EXPECT_GT(made.make(voice::Chime::kFull)->length, made.make(voice::Chime::kShort)->length);
}

TEST_F(AWorkshop, SaysWhereItCannotWrite) {
  auto made = workshop(kNone);
  std::filesystem::remove_all(directory_.path() / "cache");
  EXPECT_THAT(made.make(voice::Chime::kFull).error(), HasSubstr("cache:"));
}

std::vector<Made> wait_for(Studio& studio, std::size_t count) {
  std::vector<Made> all;
  while (all.size() < count) {
    for (auto& made : studio.take()) all.push_back(std::move(made));
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return all;
}

TEST_F(AWorkshop, WorksOnAThreadOfItsOwnAndFirstOnWhatIsNeededNow) {
  const auto said = directory_.write("said.wav", to_wav(tone(300, 0.3, 500 * kMillisecond)));
  const auto go = directory_.path() / "go";
  Studio studio(workshop(script("cat > /dev/null; while [ ! -e " + go.string() +
                                " ]; do sleep 0.01; done; cat " + said.string())));
  studio.order(phrase("Loket 1"), Studio::Need::kLater);
  while (!studio.busy()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  studio.order(phrase("Loket 2"), Studio::Need::kLater);
  studio.order(phrase("Loket 2"), Studio::Need::kLater);
  studio.order(phrase("Loket 3"), Studio::Need::kNow);
  directory_.write("go", "");
  const auto made = wait_for(studio, 3);
  std::vector<std::string> texts;
  for (const auto& piece : made) {
    EXPECT_TRUE(piece.clip);
    texts.push_back(to_text(std::get<voice::Phrase>(piece.piece)));
  }
  EXPECT_THAT(texts, ElementsAre("loket satu", "loket tiga", "loket dua"));
}

}  // namespace
}  // namespace panggil::sound
