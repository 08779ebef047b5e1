#include "display/sound/loudspeaker.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "common/base/log.hpp"

namespace panggil::sound {
namespace {
constexpr Micros kForACall = 5 * display::kSecond;  // a call tries a failed device after so long
}

Loudspeaker::Loudspeaker(EventLoop& loop, std::vector<std::string> command, bool keep_open)
    : loop_(loop), command_(std::move(command)), keep_open_(keep_open) {}

Loudspeaker::~Loudspeaker() {
  close();
}

void Loudspeaker::open(Micros now) {
  state_ = State::kOpening;
  tried_ = now;
  due_ = now + kOpensWithin;
  ended_ = false;
  heard_.clear();
  fault_.clear();
  try {
    player_ = std::make_unique<ChildProcess>(command_);
    loop_.watch(player_->from(), [this] { listen(); });
  } catch (const std::system_error& error) {
    fail(now, error.what());
  }
}

void Loudspeaker::close() {
  if (player_) loop_.unwatch(player_->from());
  player_.reset();
}

void Loudspeaker::fail(Micros now, const std::string& why) {
  close();
  state_ = State::kFailed;
  works_ = false;
  due_ = now + retry_;
  retry_ = std::min(2 * retry_, kLastRetry);
  if (!std::exchange(told_, true))
    log::warn(
        "no sound: {}. Calls are shown all the same, and it is tried again; see whether a loudspeaker or "
        "television is plugged in and chosen, and whether this user may use it (group audio)",
        why);
}

void Loudspeaker::listen() {
  std::array<char, 4096> room{};
  const auto got = ::read(player_->from(), room.data(), room.size());
  if (got > 0) heard_.append(room.data(), static_cast<std::size_t>(got));
  if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR)) {
    ended_ = true;
    loop_.unwatch(player_->from());
  }
  for (auto end = heard_.find('\n'); end != std::string::npos; end = heard_.find('\n')) {
    hear(heard_.substr(0, end));
    heard_.erase(0, end + 1);
  }
}

void Loudspeaker::hear(const std::string& line) {
  constexpr std::string_view kUnreadable = "unreadable ";
  constexpr std::string_view kFault = "fault ";
  if (line.starts_with(kFault)) fault_ = line.substr(kFault.size());
  if (line.starts_with(kUnreadable)) unreadable_.emplace_back(line.substr(kUnreadable.size()));
  if (line != "open" || state_ != State::kOpening) return;
  state_ = State::kOpen;
  works_ = true;
  fresh_ = true;
  due_ = now_ + kLinger;
  retry_ = kFirstRetry;
  if (std::exchange(told_, false)) log::info("the sound is back");
}

void Loudspeaker::wake(Micros now) {
  if (state_ == State::kClosed) open(now);
  // Not at each of many calls: a try may take its time.
  if (state_ == State::kFailed && now - tried_ >= kForACall) open(now);
  if (state_ == State::kOpen) due_ = std::max(due_, now + kLinger);
}

void Loudspeaker::play(const std::vector<Step>& steps, float gain, Micros lasts, Micros now) {
  if (state_ != State::kOpen) return;
  std::string line = fmt::format("play\t{:.3f}", gain);
  for (const auto& step : steps) {
    if (step.rest > 0) line += fmt::format("\t~{}", step.rest);
    if (!step.file.empty()) line += "\t" + step.file.string();
  }
  fresh_ = false;
  due_ = now + lasts + kLinger;
  if (!player_->write(line + "\n")) ended_ = true;
}

void Loudspeaker::stop() {
  if (state_ == State::kOpen && !player_->write("stop\n")) ended_ = true;
}

void Loudspeaker::turn(Micros now) {
  now_ = now;
  if (std::exchange(ended_, false)) {
    const bool was_open = state_ == State::kOpen;
    fail(now, fault_.empty() ? "what plays it has ended" : fault_);
    if (was_open) due_ = now;  // it may have changed its place only
  }
  if (now < due_) return;
  switch (state_) {
    case State::kOpening:
      if (player_) return fail(now, "the sound device does not answer");
      return open(now);
    case State::kOpen:
      if (keep_open_) return void(due_ = now + kLinger);
      close();
      state_ = State::kClosed;
      due_ = now + kLookEvery;
      return;
    case State::kClosed:
    case State::kFailed:
      return open(now);
  }
}

std::optional<Micros> Loudspeaker::deadline() const {
  return ended_ ? 0 : due_;
}

std::vector<std::filesystem::path> Loudspeaker::take_unreadable() {
  return std::exchange(unreadable_, {});
}

}  // namespace panggil::sound
