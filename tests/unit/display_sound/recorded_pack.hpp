/// \file
/// A pack of recordings in a folder of a test's own: tones instead of words, each of another strength.
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "display/sound/wav.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/unit/display_sound/tones.hpp"

namespace panggil::sound {

class RecordedPack {
 public:
  /// By what they say.
  explicit RecordedPack(const std::map<std::string, Samples>& recordings) {
    std::filesystem::create_directories(folder());
    std::string manifest = "language: id\nvoice: A test\nclips:\n";
    int number = 0;
    for (const auto& [words, samples] : recordings) {
      const auto file = std::to_string(++number) + ".wav";
      write(file, to_wav(samples));
      manifest += "  \"" + words + "\": " + file + "\n";
    }
    write("pack.yaml", manifest);
  }
  std::filesystem::path folder() const { return directory_.path() / "id/test"; }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder() / name, std::ios::binary) << bytes;
  }

 private:
  test::TemporaryDirectory directory_;
};

/// "loket tiga" and "loket empat" in tones of 200, 300 and 400 Hz.
inline std::map<std::string, Samples> three_words() {
  return {{"loket", tone(200, 0.02, 250 * kMillisecond)},
          {"tiga", tone(300, 0.9, 300 * kMillisecond)},
          {"empat", tone(400, 0.2, 300 * kMillisecond)}};
}

}  // namespace panggil::sound
