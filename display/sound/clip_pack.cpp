#include "display/sound/clip_pack.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "common/settings/system_words.hpp"
#include "common/settings/yaml_reader.hpp"
#include "display/sound/loudness.hpp"
#include "display/sound/wav.hpp"
#include "display/voice/clip_cover.hpp"

namespace panggil::sound {
namespace {
namespace fs = std::filesystem;
using display::kMillisecond;

constexpr Micros kBetweenWords = 40 * kMillisecond;
constexpr Micros kBetweenGroups = 180 * kMillisecond;
constexpr double kSilent = -60;  // LUFS

void check_clip(const std::string& words, const settings::Node& node, bool thoroughly) {
  const auto file = node.path();
  if (::access(file.c_str(), R_OK) != 0)
    return node.fault("fault.display.clip_unreadable",
                      {{"words", words}, {"file", file.string()}, {"why", settings::system_words(errno)}});
  if (!thoroughly) return;
  if (const auto samples = read_wav_file(file); !samples) {
    node.fault("fault.display.clip_bad", {{"words", words}, {"why", samples.error()}});
  } else if (loudness(*samples) < kSilent) {
    node.fault("fault.display.clip_silent", {{"words", words}});
  }
}

std::string stamp(const fs::path& file) {
  std::error_code gone;
  return fmt::format("{}:{}:{};", file.filename().string(), fs::file_size(file, gone),
                     fs::last_write_time(file, gone).time_since_epoch().count());
}
}  // namespace

ClipPack::ClipPack(const fs::path& folder, voice::Language language, bool thoroughly)
    : folder_(folder), language_(language) {
  const auto document = settings::Document::load(folder / "pack.yaml");
  const auto root = document.root();
  const auto code = root.required("language");
  if (code.present() && code.text() != voice::code(language))
    code.fault("fault.display.pack_language", {{"language", std::string(voice::code(language))}});
  if (const auto voice = root.optional("voice"); voice.present()) static_cast<void>(voice.text());
  if (const auto licence = root.optional("licence"); licence.present()) static_cast<void>(licence.text());
  for (const auto& [words, node] : root.required("clips").entries()) {
    check_clip(words, node, thoroughly);
    files_.emplace(words, node.path());
  }
  root.no_other_keys();
  document.require_clean();
  version_ = folder.string() + "|";
  for (const auto& [words, file] : files_) version_ += stamp(file);
}

std::vector<std::string> ClipPack::missing(voice::Numbers numbers) const {
  std::vector<std::string> missing;
  // "belas" need not be there for itself where "dua belas" and its like are: so whole numbers are tried.
  const auto need = [&](const voice::Words& words) {
    const auto clips = voice::cover(words, [this](const auto& text) { return has(text); });
    if (!clips && std::find(missing.begin(), missing.end(), clips.error()) == missing.end())
      missing.push_back(clips.error());
  };
  for (char letter = 'A'; letter <= 'Z'; ++letter) need({std::string(1, letter)});
  for (const auto& group : voice::ticket_phrase("", voice::Form::kFull, numbers, language_).groups)
    need(group);
  for (const auto& word : voice::digits_one_by_one("0123456789", language_)) need({word});
  const unsigned most = numbers == voice::Numbers::kWords ? 9999 : 99;
  for (unsigned number = 0; number <= most; ++number) need(voice::number_words(number, language_));
  for (const auto& group : voice::counter_phrase("1", voice::Form::kFull, language_).groups) need(group);
  return missing;
}

Result<Samples, std::string> ClipPack::say(const voice::Phrase& phrase) const {
  Samples said;
  for (const auto& group : phrase.groups) {
    const auto clips = voice::cover(group, [this](const auto& text) { return has(text); });
    if (!clips) return fail(fmt::format("{} has no recording of \"{}\"", folder_.string(), clips.error()));
    if (!said.empty()) append_silence(said, kBetweenGroups);
    for (const auto& clip : *clips) {
      const auto samples = read_wav_file(files_.at(clip));
      if (!samples) return fail(fmt::format("the recording of \"{}\": {}", clip, samples.error()));
      if (&clip != &clips->front()) append_silence(said, kBetweenWords);
      append(said, levelled(trimmed(*samples)));
    }
  }
  return said;
}

}  // namespace panggil::sound
