#include "display/sound/player.hpp"

#include <poll.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <stdexcept>
#include <string_view>

#include "display/sound/open_al.hpp"
#include "display/sound/wav.hpp"

namespace panggil::sound {
namespace {
constexpr int kLookEvery = 100;  // ms: at the device

void answer(const std::string& line) {
  const auto text = line + "\n";
  if (::write(STDOUT_FILENO, text.data(), text.size()) < 0) std::_Exit(0);  // nobody is there any more
}

void add_step(Samples& samples, std::string_view step) {
  if (step.starts_with('~')) {
    Micros rest = 0;
    std::from_chars(step.data() + 1, step.data() + step.size(), rest);
    append_silence(samples, std::clamp<Micros>(rest, 0, 10 * display::kSecond));
  } else if (const auto sound = read_wav_file(step)) {
    append(samples, *sound);
  } else {
    answer("unreadable " + std::string(step));
  }
}

void obey(SoundDevice& device, const std::string& line) {
  std::istringstream words(line);
  std::string word;
  std::getline(words, word, '\t');
  if (word == "stop") device.stop();
  if (word != "play") return;
  std::getline(words, word, '\t');
  const float gain = std::clamp(std::strtof(word.c_str(), nullptr), 0.0F, 1.0F);
  Samples samples;
  while (std::getline(words, word, '\t')) add_step(samples, word);
  device.play(samples, gain);
}

/// False once there is nobody to listen to.
bool listen(std::string& heard, SoundDevice& device) {
  pollfd ready{STDIN_FILENO, POLLIN, 0};
  if (::poll(&ready, 1, kLookEvery) <= 0) return true;
  std::array<char, 4096> room{};
  const auto got = ::read(STDIN_FILENO, room.data(), room.size());
  if (got <= 0) return false;
  heard.append(room.data(), static_cast<std::size_t>(got));
  for (auto end = heard.find('\n'); end != std::string::npos; end = heard.find('\n')) {
    obey(device, heard.substr(0, end));
    heard.erase(0, end + 1);
  }
  return true;
}

int play_on(SoundDevice& device) {
  answer("open");
  std::string heard;
  while (listen(heard, device)) {
    if (device.alive()) continue;
    answer("fault the sound device is gone");
    // Not closed: a driver whose device has gone may never come back from that.
    std::_Exit(kNoDevice);
  }
  return 0;
}

std::string alternatives(const std::string& fault) {
  std::string text = fault + "; there are:";
  for (const auto& device : sound_devices()) text += " \"" + device + "\"";
  return text;
}
}  // namespace

int run_player(const std::string& device_name) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  // Drivers say much, at every try; ALSOFT_LOGLEVEL is set by whoever wants to read it.
  if (!std::getenv("ALSOFT_LOGLEVEL") && !std::freopen("/dev/null", "w", stderr)) return kNoDevice;
  try {
    SoundDevice device(device_name);
    return play_on(device);
  } catch (const std::runtime_error& error) {
    answer("fault " + (device_name.empty() ? error.what() : alternatives(error.what())));
    return kNoDevice;
  }
}

}  // namespace panggil::sound
