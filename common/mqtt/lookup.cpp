#include "common/mqtt/lookup.hpp"

#include <netdb.h>
#include <sys/socket.h>

#include <array>
#include <atomic>
#include <system_error>
#include <thread>
#include <utility>

#include "common/runtime/wakeup.hpp"

namespace panggil::mqtt {
namespace {

constexpr std::size_t kLongestAddress = 64;  // of version 6, with an interface

std::vector<std::string> addresses(const std::string& host, int flags) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = flags;
  addrinfo* found = nullptr;
  if (getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0) return {};
  std::vector<std::string> all;
  for (const auto* one = found; one != nullptr; one = one->ai_next) {
    std::array<char, kLongestAddress> text{};
    if (getnameinfo(one->ai_addr, one->ai_addrlen, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST) == 0)
      all.emplace_back(text.data());
  }
  freeaddrinfo(found);
  return all;
}

}  // namespace

struct Lookup::State {
  std::atomic<bool> answered = false;
  std::vector<std::string> addresses;  // not touched any more once it is answered
  Wakeup known;

  void tell(std::vector<std::string> found) {
    addresses = std::move(found);
    answered = true;
    known.signal();
  }
};

Lookup::Lookup(const std::string& host) : state_(std::make_shared<State>()) {
  if (auto itself = addresses(host, AI_NUMERICHOST); !itself.empty()) {
    state_->tell(std::move(itself));
    return;
  }
  try {
    std::thread([state = state_, host] { state->tell(addresses(host, 0)); }).detach();
  } catch (const std::system_error&) {
    state_->tell({host});  // no thread is to be had: whoever connects finds out, and waits for it
  }
}

std::optional<std::vector<std::string>> Lookup::found() const {
  return state_->answered ? std::optional(state_->addresses) : std::nullopt;
}

int Lookup::fd() const {
  return state_->known.fd();
}

}  // namespace panggil::mqtt
