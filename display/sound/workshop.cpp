#include "display/sound/workshop.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "display/sound/chime.hpp"
#include "display/sound/loudness.hpp"

namespace panggil::sound {
namespace {
// Changes with how sounds are made: what an older version left in the cache does not count.
constexpr int kVersion = 1;

/// Words a minute, also where the voice is slow: with four digits and a long label a call takes four seconds.
constexpr int kQuickSpeed = 230;

EspeakVoice voice_for(const voice::Phrase& phrase, EspeakVoice voice) {
  if (phrase.quick) voice.speed = std::max(voice.speed, kQuickSpeed);
  return voice;
}

std::string key_of(const Piece& piece, const Speakers& speakers) {
  if (const auto* kind = std::get_if<voice::Chime>(&piece))
    return fmt::format("{}|chime {}|{}", kVersion, kChimeVersion,
                       *kind == voice::Chime::kFull ? "full" : "short");
  const auto& phrase = std::get<voice::Phrase>(piece);
  const auto& speaker = speakers.at(phrase.language);
  return fmt::format("{}|{}|{}|{}|{}", kVersion, speaker.espeak.name, voice_for(phrase, speaker.espeak).speed,
                     speaker.pack ? speaker.pack->version() : "", to_text(phrase));
}
}  // namespace

Workshop::Workshop(Speakers speakers, const std::filesystem::path& cache)
    : speakers_(std::move(speakers)), cache_(cache) {}

Result<Clip, std::string> Workshop::make(const Piece& piece) {
  try {
    return cache_.get(key_of(piece, speakers_), [&]() -> Result<Samples, std::string> {
      if (const auto* kind = std::get_if<voice::Chime>(&piece)) return chime(*kind);
      return speak(std::get<voice::Phrase>(piece));
    });
  } catch (const std::system_error& error) {
    return fail(std::string(error.what()) +
                "; the voice needs a folder that it may write into: see voice: cache: in display.yaml");
  }
}

Result<Samples, std::string> Workshop::speak(const voice::Phrase& phrase) {
  const auto& speaker = speakers_.at(phrase.language);
  if (speaker.pack) {
    auto said = speaker.pack->say(phrase);
    if (said) return said;
    if (complained_.insert(said.error()).second)
      complaints_.push_back(said.error() + "; espeak-ng says it instead");
  }
  // The comma keeps the voice up: something follows.
  const auto said =
      espeak(to_text(phrase) + (phrase.groups.size() > 1 ? "," : "."), voice_for(phrase, speaker.espeak));
  if (!said) return said;
  return levelled(trimmed(*said));
}

std::vector<std::string> Workshop::take_complaints() {
  return std::exchange(complaints_, {});
}

}  // namespace panggil::sound
