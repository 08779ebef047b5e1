/// \file
/// Makes every sound of an announcement: by recordings where there are some, else by espeak-ng, else not.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "display/sound/clip_cache.hpp"
#include "display/sound/clip_pack.hpp"
#include "display/sound/espeak.hpp"
#include "display/voice/announcer.hpp"

namespace panggil::sound {

using Piece = std::variant<voice::Chime, voice::Phrase>;

/// Who speaks a language.
struct Speaker {
  EspeakVoice espeak;
  std::shared_ptr<const ClipPack> pack;  ///< null: nobody has recorded it
};
using Speakers = std::map<voice::Language, Speaker>;

/// One thread at a time.
class Workshop {
 public:
  /// \throws std::system_error as ClipCache
  Workshop(Speakers speakers, const std::filesystem::path& cache);

  /// Out of the cache or made now, which takes some milliseconds. Without an answer: why not.
  Result<Clip, std::string> make(const Piece& piece);
  /// What recordings could not say since this was last asked, a sentence each, said once.
  std::vector<std::string> take_complaints();

 private:
  Result<Samples, std::string> speak(const voice::Phrase& phrase);

  Speakers speakers_;
  ClipCache cache_;
  std::set<std::string> complained_;
  std::vector<std::string> complaints_;
};

}  // namespace panggil::sound
