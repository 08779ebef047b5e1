// What comes out of a display's loudspeaker, recorded by OpenAL's own recorder and measured.
#include <gtest/gtest.h>

#include <cstdio>
#include <optional>
#include <thread>

#include "display/sound/loudness.hpp"
#include "display/sound/wav.hpp"
#include "tests/system/display/hall.hpp"
#include "tests/system/display_voice/recording.hpp"
#include "tests/unit/display_sound/tones.hpp"

namespace panggil::display {
namespace {
using namespace std::chrono_literals;
using sound::find;
using sound::likeness;
using sound::part;
using sound::reading;
using sound::Samples;
using voice::Form;
using voice::Language;

constexpr double kAlike = 0.9;
constexpr double kUnalike = 0.5;

class ADisplayThatSpeaks : public Hall {
 protected:
  ADisplayThatSpeaks() {
    environment_ = {
        {"ALSOFT_DRIVERS", "wave"},
        {"ALSOFT_CONF", directory_.write("alsoft.conf", "[wave]\nfile = " + recording() + "\n").string()}};
  }
  std::string recording() const { return (directory_.path() / "heard.wav").string(); }
  void start(const std::string& voice) {
    settings_ = "voice: {" + voice + "cache: cache}\n";
    open_office();
    start_display();
    await_display();
    ASSERT_TRUE(beat_until_device("health", "\"sound\":\"ok\"")) << log();
  }
  Samples heard() const {
    auto samples = sound::read_wav_file(recording());
    EXPECT_TRUE(samples) << samples.error();
    return samples ? *std::move(samples) : Samples();
  }
  Samples expected(const protocol::Call& call, Form form, Language language = Language::kIndonesian) const {
    return reading(call, form, language, directory_.path() / "expected");
  }
  /// Calls made when `before` samples had been heard, each found in its turn.
  void expect_all_in_turn_within_45_s(const std::vector<protocol::Call>& made, std::size_t before,
                                      Form form) {
    ASSERT_TRUE(beat_until_device("shown", "\"call\":" + std::to_string(made.back().call))) << log();
    beat_for(1s);
    const auto all = heard();
    const auto parts = sound::stretches(all, 120 * kMillisecond);
    ASSERT_FALSE(parts.empty());
    const double last = sound::seconds(parts.back().to - before);
    std::printf("the last of ten was said after %.1f s\n", last);
    EXPECT_LE(last, 45.0);
    std::size_t from = before;
    for (const auto& one : made) {
      const auto place = place_of(one, form, all, from, one.call == made.front().call);
      EXPECT_TRUE(place) << one.ticket << " is not heard in its turn";
      from = place.value_or(from);
    }
    EXPECT_LE(sound::true_peak(all), -1.0) << "two at a time would be louder";
  }
  /// Where it has been said. The first may have begun in another form, before the others came.
  std::optional<std::size_t> place_of(const protocol::Call& call, Form form, const Samples& all,
                                      std::size_t from, bool is_first) const {
    for (const auto other : {form, Form::kQuick, Form::kShort, Form::kFull}) {
      if (other != form && !is_first) break;
      const auto wanted = expected(call, other);
      const auto found = find(wanted, all, from, 12 * sound::kRate);
      if (found.likeness > kAlike) return found.at + wanted.size();
    }
    return std::nullopt;
  }
};

TEST_F(ADisplayThatSpeaks, ChimesAndReadsACallTwiceAndThenInEnglish) {
  start("languages: [id, en], ");
  call("A017", "3");
  ASSERT_TRUE(beat_until_device("shown", "\"call\":301")) << log();
  beat_for(2s);
  const auto all = heard();
  const auto parts = sound::stretches(all, 330 * kMillisecond);
  ASSERT_EQ(parts.size(), 4u) << "chime, two readings, English";

  const auto chime = part(all, parts[0]);
  EXPECT_NEAR(sound::seconds(chime.size()), 1.15, 0.15);
  for (const double note : {392.0, 523.25, 659.26}) EXPECT_GT(sound::strength_at(chime, note), 0.02) << note;
  for (std::size_t at = 1; at < parts.size(); ++at) {
    const double rest = sound::seconds(parts[at].from - parts[at - 1].to);
    EXPECT_GE(rest, at == 1 ? 0.35 : 0.95);
    EXPECT_LE(rest, at == 1 ? 1.5 : 2.5);
  }
  const auto wanted = expected(calls_.front(), Form::kFull);
  EXPECT_GT(likeness(part(all, parts[1]), wanted), kAlike);
  EXPECT_GT(likeness(part(all, parts[2]), wanted), kAlike);
  EXPECT_GT(likeness(part(all, parts[3]), expected(calls_.front(), Form::kFull, Language::kEnglish)), kAlike);
  EXPECT_LT(likeness(part(all, parts[1]), part(all, parts[3])), kUnalike);

  for (std::size_t at = 0; at < parts.size(); ++at) {
    const auto sound = part(all, parts[at]);
    const double target = sound::kTarget - (at == 0 ? 2 : 0);
    std::printf("%.2f to %.2f s: %.1f LUFS, peak %.1f dBTP\n", sound::seconds(parts[at].from),
                sound::seconds(parts[at].to), sound::loudness(sound), sound::true_peak(sound));
    EXPECT_NEAR(sound::loudness(sound), target, 1.5);
    EXPECT_LE(sound::true_peak(sound), -1.0);
  }
}

TEST_F(ADisplayThatSpeaks, SaysTheLastOfTenCallsMadeAtOnceWithin45Seconds) {
  start("");
  const auto before = heard().size();
  for (int number = 1; number <= 10; ++number)
    call("B" + std::to_string(110 + 7 * number), std::to_string(1 + number % 6));
  expect_all_in_turn_within_45_s({calls_.rbegin(), calls_.rend()}, before, Form::kShort);
}

/// Z9991 to Z9999 and Z9990, to Loket Pembayaran 12: what takes a slow voice five seconds each.
TEST_F(ADisplayThatSpeaks, SaysThemAllSoonWhereTextsAreAsLongAsTheyMayBe) {
  start("languages: [id, en], numbers: words, ");
  const auto before = heard().size();
  for (int number = 1; number <= 10; ++number)
    call("Z999" + std::to_string(number % 10), "12", "Loket Pembayaran 12");
  expect_all_in_turn_within_45_s({calls_.rbegin(), calls_.rend()}, before, Form::kQuick);
}

TEST_F(ADisplayThatSpeaks, IsSilentWhereAnotherOneSpeaks) {
  settings_ = "voice: {speaks: false}\n";
  open_office();
  start_display();
  await_display();
  call("A017", "3");
  ASSERT_TRUE(beat_until_device("shown", "\"call\":301")) << log();
  EXPECT_NE(last_of_device("health").find("\"sound\":\"none\""), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(recording()));
}

}  // namespace
}  // namespace panggil::display
