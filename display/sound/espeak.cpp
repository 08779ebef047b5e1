#include "display/sound/espeak.hpp"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>
#include <system_error>

#include "display/sound/child_process.hpp"
#include "display/sound/wav.hpp"

namespace panggil::sound {
namespace {
using Clock = std::chrono::steady_clock;
constexpr std::size_t kMostBytes = 32U << 20U;
/// A shell ends so when there is no such program, and what is started does where starting it could not say
/// so.
constexpr int kNoSuchProgram = 127;

/// Reads to the end; nothing if that takes until `until`, or there is no end.
std::optional<std::string> read_all(int fd, Clock::time_point until) {
  std::string bytes;
  std::array<char, 65536> room{};
  while (bytes.size() < kMostBytes) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
    pollfd ready{fd, POLLIN, 0};
    if (left <= 0 || ::poll(&ready, 1, static_cast<int>(left)) <= 0) return std::nullopt;
    const auto got = ::read(fd, room.data(), room.size());
    if (got == 0) return bytes;
    if (got > 0) bytes.append(room.data(), static_cast<std::size_t>(got));
    if (got < 0 && errno != EINTR && errno != EAGAIN) return std::nullopt;
  }
  return std::nullopt;
}

Result<Samples, std::string> said(const std::string& text, const EspeakVoice& voice,
                                  std::chrono::milliseconds patience) {
  // Text by its standard input: it is no option then, whatever it begins with.
  ChildProcess child(
      {voice.program, "-v", voice.name, "-s", std::to_string(voice.speed), "--stdin", "--stdout"});
  child.write(text);  // if it does not listen, what it says shows it
  child.close_to();
  const auto wav = read_all(child.from(), Clock::now() + patience);
  if (!wav) return fail(voice.program + " did not come to an end");
  const int code = child.wait();
  if (code == kNoSuchProgram) throw std::system_error(ENOENT, std::generic_category(), voice.program);
  if (code != 0 || wav->empty())
    return fail(voice.program + " cannot speak with the voice \"" + voice.name + "\" (it ended with " +
                std::to_string(code) + "); `" + voice.program + " --voices` lists those that it has");
  return read_wav(*wav);
}
}  // namespace

Result<Samples, std::string> espeak(const std::string& text, const EspeakVoice& voice,
                                    std::chrono::milliseconds patience) {
  try {
    return said(text, voice, patience);
  } catch (const std::system_error& error) {
    return fail(voice.program + " cannot be started (" + error.code().message() + "); apt install espeak-ng");
  }
}

}  // namespace panggil::sound
