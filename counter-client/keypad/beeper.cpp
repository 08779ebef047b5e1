#include "counter-client/keypad/beeper.hpp"

#include <fcntl.h>
#include <linux/input.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

#include "common/base/log.hpp"

namespace panggil::counter {
namespace {
using std::chrono::milliseconds;

struct Note {
  int hertz;
  milliseconds length;
};

std::vector<Note> notes_of(Signal signal) {
  constexpr milliseconds kPause{80};
  switch (signal) {
    case Signal::kHeard:
      return {{1200, milliseconds(15)}};
    case Signal::kDone:
      return {{880, milliseconds(120)}};
    case Signal::kNo:
      return {{220, milliseconds(180)}, {0, kPause}, {220, milliseconds(180)}};
    case Signal::kUnsure:
      break;
  }
  std::vector<Note> notes;
  for (int i = 0; i < 4; ++i) {
    notes.push_back({440, milliseconds(120)});
    notes.push_back({0, kPause});
  }
  return notes;
}

}  // namespace

Beeper::Beeper(std::optional<std::filesystem::path> device) {
  if (!device) return;
  fd_ = ::open(device->c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
  if (fd_ < 0)
    log::error("{} cannot be opened, so there will be no beeps: {}", device->string(), std::strerror(errno));
}

Beeper::~Beeper() {
  if (fd_ < 0) return;
  sound(0);
  ::close(fd_);
}

void Beeper::give(Signal signal, Deadline now) {
  due_.clear();
  Deadline at = now;
  for (const auto& [hertz, length] : notes_of(signal)) {
    due_.push_back({at, hertz});
    at += length;
  }
  due_.push_back({at, 0});
}

std::optional<Deadline> Beeper::turn(Deadline now) {
  while (!due_.empty() && due_.front().at <= now) {
    sound(due_.front().hertz);
    due_.pop_front();
  }
  return due_.empty() ? std::nullopt : std::optional(due_.front().at);
}

void Beeper::sound(int hertz) {
  if (fd_ < 0) return;
  input_event event{};
  event.type = EV_SND;
  event.code = SND_TONE;
  event.value = hertz;
  if (::write(fd_, &event, sizeof(event)) < 0 && errno != EAGAIN)
    log::debug("no beep: {}", std::strerror(errno));
}

}  // namespace panggil::counter
