#include "kiosk/printing/printer.hpp"

#include <csignal>
#include <utility>

namespace panggil::kiosk {

Printer::Printer(std::unique_ptr<Port> port) : port_(std::move(port)), thread_([this] { work(); }) {}

Printer::~Printer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void Printer::print(std::string data) {
  {
    const std::lock_guard lock(mutex_);
    tickets_.push_back(std::move(data));
  }
  changed_.notify_one();
}

std::optional<std::string> Printer::wait_for_ticket() {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, kLookEvery, [this] { return stopping_ || !tickets_.empty(); });
  if (tickets_.empty()) return std::nullopt;
  auto ticket = std::move(tickets_.front());
  tickets_.erase(tickets_.begin());
  return ticket;
}

void Printer::look() {
  const auto state = port_->look();
  if (state == known_) return;
  known_ = state;
  news_.post_always({.state = state, .printed = {}});
}

void Printer::work() {
  // A printer that goes away while it is written to is an error, not the end of the program.
  sigset_t pipe;
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
  const auto ended = [this] {
    const std::lock_guard lock(mutex_);
    return stopping_ && tickets_.empty();
  };
  while (!ended()) {
    look();
    const auto ticket = wait_for_ticket();
    if (ticket) news_.post_always({.state = {}, .printed = port_->print(*ticket)});
  }
}

}  // namespace panggil::kiosk
