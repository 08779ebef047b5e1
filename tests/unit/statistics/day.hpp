/// \file
/// A day told event by event, as it stands on the wire.
#pragma once

#include <string>

#include "common/protocol/message/event.hpp"
#include "common/statistics/undone.hpp"

namespace panggil::statistics {

class ToldDay {
 public:
  explicit ToldDay(std::string day = "2026-11-23") : day_(std::move(day)) {}

  /// What happens next, at a time like `08:30`. The optional fields are for the caller to fill.
  protocol::Event& at(const std::string& time, const std::string& kind, const std::string& ticket = "",
                      const std::string& counter = "");
  void issue(const std::string& time, const std::string& ticket, const std::string& service = "cs");
  void begin(const std::string& day);

  const Events& events() const { return events_; }

 private:
  std::string day_;
  Events events_;
};

}  // namespace panggil::statistics
