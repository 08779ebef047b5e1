#include "common/mqtt/lookup.hpp"

#include <netdb.h>
#include <sys/socket.h>

#include <atomic>
#include <system_error>
#include <thread>

#include "common/runtime/wakeup.hpp"

namespace panggil::mqtt {
namespace {

bool resolves(const std::string& host, int flags) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = flags;
  addrinfo* found = nullptr;
  if (getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0) return false;
  freeaddrinfo(found);
  return true;
}

}  // namespace

struct Lookup::State {
  enum class Answer { kNotYet, kFound, kUnknown };
  std::atomic<Answer> answer = Answer::kNotYet;
  Wakeup known;

  void tell(bool found) {
    answer = found ? Answer::kFound : Answer::kUnknown;
    known.signal();
  }
};

Lookup::Lookup(const std::string& host) : state_(std::make_shared<State>()) {
  if (resolves(host, AI_NUMERICHOST)) {
    state_->tell(true);
    return;
  }
  try {
    std::thread([state = state_, host] { state->tell(resolves(host, 0)); }).detach();
  } catch (const std::system_error&) {
    state_->tell(true);  // no thread is to be had: whoever connects finds out, and waits for it
  }
}

std::optional<bool> Lookup::found() const {
  const auto answer = state_->answer.load();
  if (answer == State::Answer::kNotYet) return std::nullopt;
  return answer == State::Answer::kFound;
}

int Lookup::fd() const {
  return state_->known.fd();
}

}  // namespace panggil::mqtt
