/// \file
/// What the dispatcher has said of the office, as a kiosk needs it. Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/protocol/message/board.hpp"
#include "common/protocol/message/local_text.hpp"
#include "common/protocol/message/office.hpp"
#include "common/protocol/message/presence.hpp"
#include "common/protocol/message/queue.hpp"

namespace panggil::kiosk {

class OfficeView {
 public:
  /// State that is older than what is known is left alone.
  void take(const protocol::Office& office);
  void take(const protocol::Queue& queue);
  void take(const protocol::Board& board);
  void take(const protocol::Beat& beat) { time_ = beat.time; }
  void queue_gone(const std::string& service) { queues_.erase(service); }
  void board_gone(const std::string& area) { boards_.erase(area); }
  /// The dispatcher has another history.
  void forget();

  const std::optional<protocol::Office>& office() const { return office_; }
  /// By the dispatcher's clock, as of its last beat.
  const std::optional<Stamp>& time() const { return time_; }
  /// Null: nothing is known.
  const protocol::Queue* queue(const std::string& service) const;
  const protocol::OfficeService* service(const std::string& id) const;
  /// `open`, `closed`, `ending`, `suspended` or `full`: as the newer of queue and office says.
  std::string state(const protocol::OfficeService& service) const;
  /// The most urgent one that is shown in `area`, or, without one, anywhere; null: none.
  const protocol::Notice* notice(const std::optional<std::string>& area) const;
  /// Where people wait for a service, in no language yet.
  std::vector<protocol::LocalText> areas_of(const std::string& service) const;

 private:
  std::optional<protocol::Office> office_;
  std::map<std::string, protocol::Queue> queues_;
  std::map<std::string, protocol::Board> boards_;
  std::optional<Stamp> time_;
};

}  // namespace panggil::kiosk
