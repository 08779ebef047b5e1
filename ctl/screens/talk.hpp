/// \file
/// What is said to devices, and heard of them, without the dispatcher.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ctl/office_session.hpp"

namespace panggil::ctl {

struct Talk {
  std::vector<std::string> filters;  ///< what is listened to
  std::function<void()> begin;       ///< once there is a connection
  std::function<void(const protocol::Topic&, const mqtt::Received&)> hear;
  std::function<bool()> is_over;
  Millis patience{};  ///< from the beginning on
};

enum class TalkEnd {
  kOver,
  kNotYet,       ///< in time
  kNoBroker,     ///< and so it did not begin
  kInterrupted,  ///< by a signal, after it had begun
  kNotBegun      ///< by a signal, before
};

/// Runs the loop until it is over, or for as long as the patience lasts; 3 s for the broker.
TalkEnd run_talk(session::Session& session, EventLoop& loop, const Clock& clock, const Talk& talk);

}  // namespace panggil::ctl
