#include "display/voice_settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <stdexcept>

#include "common/texts/spoken.hpp"

namespace panggil::display {
namespace {
using std::chrono::minutes;
using voice::Language;

/// So that ten of them, each after a note and a rest, go into 45 s.
constexpr Micros kLongestShortCall = 3400 * kMillisecond;
constexpr const char* kPacks = "/etc/panggil/voice";
const std::vector<std::string> kSays = {"words", "chime"};
const std::vector<std::string> kNumbers = {"digits", "words"};
const std::vector<std::string> kLanguages = {"id", "en"};

std::vector<Language> read_languages(const settings::Node& node) {
  std::vector<Language> languages;
  for (const auto& item : node.items()) {
    const auto language = item.choice(kLanguages) == 1 ? Language::kEnglish : Language::kIndonesian;
    if (std::find(languages.begin(), languages.end(), language) != languages.end())
      item.fault("fault.display.language_twice");
    languages.push_back(language);
  }
  if (languages.empty()) node.fault("fault.display.languages");
  return languages;
}

/// `espeak: {speed: 160, id: id, en: en-gb}`
void read_espeak(const settings::Node& node, VoiceSettings& settings) {
  auto& indonesian = settings.speakers[Language::kIndonesian].espeak;
  auto& english = settings.speakers[Language::kEnglish].espeak;
  english.name = "en-gb";
  if (!node.present()) return;
  if (const auto speed = node.optional("speed"); speed.present())
    indonesian.speed = english.speed = static_cast<int>(speed.whole(80, 300));
  if (const auto name = node.optional("id"); name.present()) indonesian.name = name.text();
  if (const auto name = node.optional("en"); name.present()) english.name = name.text();
  node.no_other_keys();
}

/// What is said of a call where many wait; nothing: not all of it is recorded.
std::optional<Micros> short_call(const sound::ClipPack& pack, Language language, voice::Numbers numbers) {
  const auto* label = language == Language::kEnglish ? "Counter 3" : "Loket 3";
  Micros lasts = 0;
  for (const auto& phrase : {voice::ticket_phrase("A079", voice::Form::kQuick, numbers, language),
                             voice::counter_phrase(label, voice::Form::kQuick, language)}) {
    const auto said = pack.say(phrase);
    if (!said) return std::nullopt;
    lasts += sound::length(said->size());
  }
  return lasts;
}

void read_pack(const settings::Node& node, const std::filesystem::path& folder, Language language,
               bool thoroughly, VoiceSettings& settings) {
  if (!node.present()) return;
  try {
    const auto pack =
        std::make_shared<sound::ClipPack>(folder / voice::code(language) / node.text(), language, thoroughly);
    if (thoroughly)
      for (const auto& fault : faults_of(*pack, language, settings.speech))
        fmt::print(stderr, "panggil-display: {}\n", fault);
    settings.speakers[language].pack = pack;
  } catch (const settings::BadSettings& error) {
    for (const auto& problem : error.problems()) node.fault_in_words(to_text(problem));
  } catch (const std::runtime_error& error) {
    node.fault_in_words(error.what());
  }
}

void read_packs(const settings::Node& node, const std::filesystem::path& folder, bool thoroughly,
                VoiceSettings& settings) {
  if (!node.present()) return;
  read_pack(node.optional("id"), folder, Language::kIndonesian, thoroughly, settings);
  read_pack(node.optional("en"), folder, Language::kEnglish, thoroughly, settings);
  node.no_other_keys();
}

std::vector<QuietHours> read_quiet(const settings::Node& node) {
  std::vector<QuietHours> hours;
  if (!node.present()) return hours;
  for (const auto& item : node.items()) {
    hours.push_back({item.required("from").time_of_day(), item.required("to").time_of_day(),
                     static_cast<int>(item.required("volume").whole(0, 100))});
    item.no_other_keys();
  }
  return hours;
}

void read_device(const settings::Node& node, VoiceSettings& settings) {
  if (const auto lead_in = node.optional("lead_in_ms"); lead_in.present())
    settings.lead_in = lead_in.whole(0, 5000) * kMillisecond;
  if (const auto keep_open = node.optional("keep_open"); keep_open.present())
    settings.keep_open = keep_open.truth();
  if (const auto device = node.optional("device"); device.present()) settings.device = device.text();
  if (const auto cache = node.optional("cache"); cache.present()) settings.cache = cache.path();
}

void read_speech(const settings::Node& node, voice::Speech& speech) {
  if (const auto says = node.optional("says"); says.present())
    speech.words = says.choice(kSays).value_or(0) == 0;
  if (const auto languages = node.optional("languages"); languages.present())
    speech.languages = read_languages(languages);
  if (const auto numbers = node.optional("numbers"); numbers.present())
    speech.numbers = numbers.choice(kNumbers) == 1 ? voice::Numbers::kWords : voice::Numbers::kDigits;
}
}  // namespace

VoiceSettings read_voice(const settings::Node& node, bool thoroughly) {
  VoiceSettings settings;
  read_espeak(node.optional("espeak"), settings);
  if (!node.present()) return settings;
  if (const auto speaks = node.optional("speaks"); speaks.present()) settings.speaks = speaks.truth();
  read_speech(node, settings.speech);
  const auto folder = node.optional("folder");
  read_packs(node.optional("packs"), folder.present() ? folder.path() : kPacks, thoroughly, settings);
  if (const auto volume = node.optional("volume"); volume.present())
    settings.volume = static_cast<int>(volume.whole(0, 100));
  settings.quiet = read_quiet(node.optional("quiet"));
  read_device(node, settings);
  node.no_other_keys();
  return settings;
}

std::vector<std::string> faults_of(const sound::ClipPack& pack, Language language,
                                   const voice::Speech& speech) {
  std::vector<std::string> faults;
  for (const auto& word : pack.missing(speech.numbers))
    faults.push_back(spoken_text("note.no_recording", {{"folder", pack.folder().string()}, {"words", word}}));
  const bool is_first = !speech.languages.empty() && speech.languages.front() == language;
  const auto lasts = is_first ? short_call(pack, language, speech.numbers) : std::nullopt;
  const auto in_seconds = [](Micros time) {
    return fmt::format("{:.1f}", static_cast<double>(time) / static_cast<double>(kSecond));
  };
  if (lasts && *lasts > kLongestShortCall)
    faults.push_back(spoken_text("note.slow_recording", {{"folder", pack.folder().string()},
                                                         {"seconds", in_seconds(*lasts)},
                                                         {"most", in_seconds(kLongestShortCall)}}));
  return faults;
}

int volume_at(const VoiceSettings& settings, const std::string& clock) {
  if (clock.size() != 5) return settings.volume;
  const minutes now{std::stoi(clock.substr(0, 2)) * 60 + std::stoi(clock.substr(3))};
  for (const auto& quiet : settings.quiet) {
    const bool over_midnight = quiet.to <= quiet.from;
    const bool in = over_midnight ? now >= quiet.from || now < quiet.to : now >= quiet.from && now < quiet.to;
    if (in) return quiet.volume;
  }
  return settings.volume;
}

}  // namespace panggil::display
