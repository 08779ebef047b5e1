/// \file
/// espeak-ng, a program of its own: asked to say a text, it hands back a WAV.
#pragma once

#include <chrono>
#include <string>

#include "common/base/result.hpp"
#include "display/sound/samples.hpp"

namespace panggil::sound {

/// How it is to speak.
struct EspeakVoice {
  std::string name = "id";  ///< as `espeak-ng --voices` lists them
  int speed = 160;          ///< words a minute
  std::string program = "espeak-ng";
};

/// \throws nothing. Without an answer: why not, and what to do. Blocks for some milliseconds, for `patience`
/// at most.
Result<Samples, std::string> espeak(const std::string& text, const EspeakVoice& voice,
                                    std::chrono::milliseconds patience = std::chrono::seconds(10));

}  // namespace panggil::sound
