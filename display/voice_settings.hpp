/// \file
/// Whether and how a display speaks: `voice:` in display.yaml.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "common/settings/yaml_reader.hpp"
#include "display/sound/workshop.hpp"
#include "display/voice/announcer.hpp"

namespace panggil::display {

/// From one time of the day to another, which may be on the next day.
struct QuietHours {
  std::chrono::minutes from;
  std::chrono::minutes to;
  int volume;  ///< percent
};

struct VoiceSettings {
  bool speaks = true;  ///< false: another display of the area does
  voice::Speech speech;
  sound::Speakers speakers;
  int volume = 100;  ///< percent
  std::vector<QuietHours> quiet;
  Micros lead_in = 1500 * kMillisecond;  ///< silence before the chime where the device was closed
  bool keep_open = false;
  std::string device;           ///< empty: the machine's own choice
  std::filesystem::path cache;  ///< empty: where such things belong
};

/// Of the node `voice`, which may be absent. Faults are collected in its document. `thoroughly`: recordings
/// are listened to, too, and what they cannot say is told on standard error.
VoiceSettings read_voice(const settings::Node& node, bool thoroughly);

/// What is wrong with recordings though they can be played: words that are missing, and a voice so slow that
/// the last of ten calls made at once cannot be said in time.
std::vector<std::string> faults_of(const sound::ClipPack& pack, voice::Language language,
                                   const voice::Speech& speech);

/// At that time of the day, `09:14`; an unknown one is empty.
int volume_at(const VoiceSettings& settings, const std::string& clock);

}  // namespace panggil::display
