#include "display/sound/loudness.hpp"

#include <gtest/gtest.h>

#include "display/sound/chime.hpp"
#include "tests/unit/display_sound/tones.hpp"

namespace panggil::sound {
namespace {

float peak(const Samples& samples) {
  float most = 0;
  for (const float sample : samples) most = std::max(most, std::abs(sample));
  return most;
}

/// Short and sharp: what speech is made of.
Samples clicks(Micros lasts) {
  Samples samples;
  while (length(samples.size()) < lasts) {
    append(samples, tone(900, 1.0, 4 * kMillisecond));
    append(samples, tone(300, 0.05, 60 * kMillisecond));
  }
  return samples;
}

TEST(Levelling, BringsEveryStrengthToOneLoudness) {
  for (const double strength : {0.02, 0.1, 0.5, 1.0}) {
    const auto level = levelled(tone(500, strength, kSecond));
    EXPECT_NEAR(loudness(level), kTarget, 0.3) << strength;
    EXPECT_LE(true_peak(level), kMostPeak + 0.1);
  }
}

TEST(Levelling, BringsASingleWordThereToo) {
  EXPECT_NEAR(loudness(levelled(tone(500, 0.1, 180 * kMillisecond))), kTarget, 0.3);
}

TEST(Levelling, BendsPeaksDownInsteadOfClippingThem) {
  const auto level = levelled(clicks(kSecond));
  EXPECT_LE(true_peak(level), kMostPeak + 0.1);
  EXPECT_LT(peak(level), 0.9F);
  EXPECT_GT(loudness(level), kTarget - 6);
  std::size_t at_ceiling = 0;
  for (std::size_t at = 1; at < level.size(); ++at)
    if (std::abs(level[at]) > 0.5F && level[at] == level[at - 1]) ++at_ceiling;
  EXPECT_EQ(at_ceiling, 0u) << "flat tops are heard as scratching";
}

TEST(Levelling, LeavesSilenceAlone) {
  const Samples silence(kRate, 0.0F);
  EXPECT_EQ(levelled(silence), silence);
  EXPECT_TRUE(levelled({}).empty());
}

TEST(TheChime, RisesByThreeNotesAndFadesAway) {
  const auto full = chime(voice::Chime::kFull);
  EXPECT_NEAR(static_cast<double>(length(full.size())), 1250.0 * kMillisecond, kMillisecond);
  for (const double note : {392.0, 523.25, 659.26}) EXPECT_GT(strength_at(full, note), 0.02) << note;
  EXPECT_LE(true_peak(full), kMostPeak + 0.1);
  EXPECT_LT(std::abs(full.front()), 0.01F);
  EXPECT_LT(std::abs(full.back()), 0.01F);
}

TEST(TheChime, IsShortForACrowd) {
  const auto brief = chime(voice::Chime::kShort);
  EXPECT_LE(length(brief.size()), 450 * kMillisecond);
  EXPECT_GT(strength_at(brief, 659.26), 0.05);
}

TEST(TheChime, IsSofterThanTheVoice) {
  EXPECT_NEAR(loudness(chime(voice::Chime::kFull)), kTarget - 2, 0.5);
}

}  // namespace
}  // namespace panggil::sound
