/// \file
/// A voice that somebody has recorded: a folder `voice/LANGUAGE/PACK` with a WAV file a word and `pack.yaml`,
/// which says what each of them says.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "common/base/result.hpp"
#include "display/sound/samples.hpp"
#include "display/voice/grammar.hpp"

namespace panggil::sound {

class ClipPack {
 public:
  /// Reads `pack.yaml` and sees whether each file is there; `thoroughly`: whether it can be heard.
  /// \throws settings::BadSettings, std::runtime_error
  ClipPack(const std::filesystem::path& folder, voice::Language language, bool thoroughly);

  /// Words that every office's tickets and numbered counters need, and no recording has.
  std::vector<std::string> missing(voice::Numbers numbers) const;
  /// The phrase in recordings, each as loud as the others. Without an answer: the word that is missing, or
  /// the file that cannot be used.
  Result<Samples, std::string> say(const voice::Phrase& phrase) const;

  bool has(const std::string& words) const { return files_.contains(words); }
  /// Another text once any of its files has changed.
  const std::string& version() const { return version_; }
  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
  voice::Language language_;
  std::map<std::string, std::filesystem::path> files_;  ///< by what they say
  std::string version_;
};

}  // namespace panggil::sound
