#include "display/sound/wav.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>

#include "display/sound/resample.hpp"
#include "tests/unit/display_sound/tones.hpp"

namespace panggil::sound {
namespace {
using ::testing::HasSubstr;

template <class T>
void put(std::string& bytes, T value) {
  char raw[sizeof value];
  std::memcpy(raw, &value, sizeof value);
  bytes.append(raw, sizeof value);
}

struct Shape {
  std::uint16_t kind = 1;
  std::uint16_t channels = 1;
  std::uint32_t rate = kRate;
  std::uint16_t bits = 16;
};

std::string wav(const Shape& shape, const std::string& data, std::uint32_t claimed) {
  std::string bytes = "RIFF----WAVEfmt ";
  put<std::uint32_t>(bytes, 16);
  put(bytes, shape.kind);
  put(bytes, shape.channels);
  put(bytes, shape.rate);
  put<std::uint32_t>(bytes, shape.rate * shape.channels * shape.bits / 8);
  put<std::uint16_t>(bytes, static_cast<std::uint16_t>(shape.channels * shape.bits / 8));
  put(bytes, shape.bits);
  bytes += "data";
  put(bytes, claimed);
  return bytes + data;
}
std::string wav(const Shape& shape, const std::string& data) {
  return wav(shape, data, static_cast<std::uint32_t>(data.size()));
}

TEST(AWavFile, IsReadAsItWasWritten) {
  const auto samples = tone(440, 0.5, 300 * kMillisecond);
  const auto read = read_wav(to_wav(samples));
  ASSERT_TRUE(read) << read.error();
  ASSERT_EQ(read->size(), samples.size());
  for (std::size_t at = 0; at < samples.size(); ++at) EXPECT_NEAR((*read)[at], samples[at], 1e-4);
}

TEST(AWavFile, MayHaveAnyUsualWidth) {
  std::string eight{'\x80', '\xff', '\x00'};
  std::string twenty_four("\x00\x00\x00\xff\xff\x7f\x00\x00\x80", 9);
  std::string floats;
  for (const float value : {0.0F, 1.0F, -1.0F}) put(floats, value);
  for (const auto& bytes :
       {wav({.bits = 8}, eight), wav({.bits = 24}, twenty_four), wav({.kind = 3, .bits = 32}, floats)}) {
    const auto read = read_wav(bytes);
    ASSERT_TRUE(read) << read.error();
    ASSERT_EQ(read->size(), 3u);
    EXPECT_NEAR((*read)[0], 0.0, 0.01);
    EXPECT_NEAR((*read)[1], 1.0, 0.01);
    EXPECT_NEAR((*read)[2], -1.0, 0.01);
  }
}

TEST(AWavFile, OfTwoChannelsBecomesOne) {
  std::string data;
  for (const int value : {16384, 0, 16384, 0}) put(data, static_cast<std::int16_t>(value));
  const auto read = read_wav(wav({.channels = 2}, data));
  ASSERT_EQ(read->size(), 2u);
  EXPECT_NEAR((*read)[0], 0.25, 1e-3);
}

TEST(AWavFile, FromAPipeEndsWhereItsBytesDo) {
  std::string data;
  for (int at = 0; at < 100; ++at) put<std::int16_t>(data, 1000);
  EXPECT_EQ(read_wav(wav({}, data, 0x7ffff000))->size(), 100u);
}

TEST(AWavFile, OfAnotherRateKeepsItsLengthAndPitch) {
  for (const unsigned rate : {8000U, 22050U, 48000U, 96000U}) {
    const auto samples = resampled(tone(1000, 0.5, kSecond, rate), rate);
    EXPECT_NEAR(static_cast<double>(length(samples.size())), kSecond, 100.0);
    EXPECT_NEAR(strength_at(samples, 1000), 0.5, 0.01) << rate;
    EXPECT_LT(strength_at(samples, 7000), 0.002) << rate;
  }
}

TEST(AWavFile, HasNoPitchFoldedBackThatIsTooHighForIt) {
  const auto samples = resampled(tone(30'000, 0.5, kSecond, 96'000), 96'000);
  EXPECT_LT(strength_at(samples, 44'100 - 30'000), 0.005);
}

TEST(WhatIsNoWavFile, IsSaidToBeSo) {
  const auto good = to_wav(tone(440, 0.5, 10 * kMillisecond));
  for (const auto& bad : {std::string(), std::string("RIFF"), std::string("ID3 and a song"),
                          good.substr(0, 20), wav({.kind = 85}, "abcd"), wav({.channels = 6}, "abcd"),
                          wav({.rate = 1}, "abcd"), wav({.bits = 12}, "abcd")}) {
    const auto read = read_wav(bad);
    ASSERT_FALSE(read);
    EXPECT_THAT(read.error(), HasSubstr("sox"));
  }
}

TEST(WhatIsNoWavFile, HarmsNobodyWhereverItIsCutOrChanged) {
  const auto good = to_wav(tone(440, 0.5, kMillisecond), 7);
  for (std::size_t at = 0; at < good.size(); ++at) {
    static_cast<void>(read_wav(good.substr(0, at)));
    for (const char value : {'\x00', '\x7f', '\xff'}) {
      auto bad = good;
      bad[at] = value;
      static_cast<void>(read_wav(bad));
    }
  }
}

TEST(Trimming, TakesTheSilenceAtBothEnds) {
  Samples samples;
  append_silence(samples, 500 * kMillisecond);
  append(samples, tone(440, 0.5, 200 * kMillisecond));
  append_silence(samples, 700 * kMillisecond);
  EXPECT_NEAR(static_cast<double>(length(trimmed(samples).size())), 220.0 * kMillisecond, 2.0 * kMillisecond);
  EXPECT_TRUE(trimmed(Samples(1000, 0.0F)).empty());
}

}  // namespace
}  // namespace panggil::sound
