#include "display/say.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <stdexcept>

#include "common/runtime/event_loop.hpp"
#include "common/settings/command_line.hpp"
#include "common/texts/spoken.hpp"
#include "display/sound/loudspeaker.hpp"
#include "display/sound/wav.hpp"

namespace panggil::display {
namespace {
using sound::Loudspeaker;
using sound::Step;

}  // namespace

protocol::Call call_to_say(const std::string& what) {
  const auto space = what.find(' ');
  if (space == std::string::npos || space + 1 == what.size())
    throw std::invalid_argument(spoken_text("usage.say", {{"what", what}}));
  const auto counter = what.substr(space + 1);
  const bool number =
      std::all_of(counter.begin(), counter.end(), [](char c) { return c >= '0' && c <= '9'; });
  protocol::Call call;
  call.ticket = what.substr(0, space);
  call.label = {{"id", (number ? "Loket " : "") + counter}, {"en", (number ? "Counter " : "") + counter}};
  return call;
}

namespace {

/// All that is said, in order. \throws std::runtime_error for what cannot be
std::vector<Step> steps_of(const VoiceSettings& settings, const protocol::Call& call) {
  sound::Workshop workshop(settings.speakers, sound::cache_folder(settings.cache));
  const auto clip_of = [&](const sound::Piece& piece) {
    const auto clip = workshop.make(piece);
    for (const auto& complaint : workshop.take_complaints())
      fmt::print(stderr, "panggil-display: {}\n", complaint);
    if (!clip) throw std::runtime_error(clip.error());
    return *clip;
  };
  const auto length = [&](const auto& piece) { return clip_of(piece).length; };
  voice::Announcer announcer(settings.speech, {length, length});
  std::vector<Step> steps;
  announcer.begin(call, 0);
  for (Micros now = 0; announcer.speaking(); now = announcer.deadline(now).value_or(now)) {
    const auto strip = announcer.advance(now, {});
    if (!strip) continue;
    if (strip->chime) steps.push_back({strip->rest, clip_of(*strip->chime).file});
    for (const auto& phrase : strip->phrases)
      steps.push_back(
          {&phrase == &strip->phrases.front() ? strip->rest : strip->between, clip_of(phrase).file});
  }
  return steps;
}

sound::Samples together(const std::vector<Step>& steps) {
  sound::Samples samples;
  for (const auto& step : steps) {
    sound::append_silence(samples, step.rest);
    const auto clip = sound::read_wav_file(step.file);
    if (!clip) throw std::runtime_error(clip.error());
    sound::append(samples, *clip);
  }
  return samples;
}

void write(const std::filesystem::path& file, const sound::Samples& samples) {
  const auto bytes = sound::to_wav(samples);
  std::ofstream stream(file, std::ios::binary);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!stream.flush())
    throw std::runtime_error(file.string() + " cannot be written; see whether its folder is there");
}

/// Plays once the device is there.
class OneAnnouncement {
 public:
  OneAnnouncement(const VoiceSettings& settings, std::vector<Step> steps, Micros lasts)
      : settings_(settings),
        steps_(std::move(steps)),
        lasts_(lasts),
        loudspeaker_(loop_, {"/proc/self/exe", "--player", settings.device}, false) {
    steps_.front().rest += settings.lead_in;
    loop_.on_turn([this] { return turn(); });
  }
  bool play() {
    loop_.run();
    return !failed_;
  }

 private:
  static Micros now() {
    return std::chrono::duration_cast<std::chrono::microseconds>(Deadline::clock::now().time_since_epoch())
        .count();
  }
  std::optional<Deadline> turn() {
    loudspeaker_.turn(now());
    failed_ = loudspeaker_.state() == Loudspeaker::State::kFailed;
    if (failed_ || (over_ && now() >= *over_)) loop_.stop();
    if (!over_ && loudspeaker_.state() == Loudspeaker::State::kOpen) {
      const float part = static_cast<float>(settings_.volume) / 100.0F;
      loudspeaker_.play(steps_, part * part, lasts_, now());
      over_ = now() + settings_.lead_in + lasts_ + kSecond / 2;
    }
    const auto next = over_ ? std::min(*over_, *loudspeaker_.deadline()) : *loudspeaker_.deadline();
    return Deadline(std::chrono::microseconds(next));
  }

  const VoiceSettings& settings_;
  std::vector<Step> steps_;
  Micros lasts_;
  EventLoop loop_;
  Loudspeaker loudspeaker_;
  std::optional<Micros> over_;
  bool failed_ = false;
};
}  // namespace

int say(const VoiceSettings& settings, const protocol::Call& call,
        const std::optional<std::filesystem::path>& wav) {
  const auto steps = steps_of(settings, call);
  const auto samples = together(steps);
  if (wav) {
    write(*wav, samples);
    fmt::print("{}: {:.1f} s\n", wav->string(), static_cast<double>(sound::length(samples.size())) / kSecond);
    return settings::kDone;
  }
  OneAnnouncement announcement(settings, steps, sound::length(samples.size()));
  return announcement.play() ? settings::kDone : settings::kNoConnection;
}

}  // namespace panggil::display
