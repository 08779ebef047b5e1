/// \file
/// The present connection as the MQTT library's threads report it and the owner's thread sees it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/mqtt/inbox.hpp"

namespace panggil::mqtt {

/// Thread-safe. Each try to connect has a number, so that what an earlier connection still has to say is not
/// taken for the present one's. Connected and Disconnected go into the inbox here, in the order in which they
/// happen.
class Link {
 public:
  enum class Phase { kDown, kConnecting, kUp };

  explicit Link(Inbox& inbox) : inbox_(inbox) {}

  /// The library's threads:
  void came_up(std::uintptr_t attempt, std::size_t receive_maximum);
  /// Says so once per failure: not again while each new try fails for the same reason.
  void went_down(std::uintptr_t attempt, const Trouble& trouble);
  /// For the log. Only the first few of each connection are kept: the rest would say the same.
  void complain(std::string text);
  /// Has the owner look, though there is nothing for it to take.
  void wake() { inbox_.wake(); }
  void received(Received message) { inbox_.post(std::move(message)); }

  /// The owner's thread:
  std::uintptr_t begin_attempt();
  Phase phase() const;
  /// What the broker takes unacknowledged in this connection.
  std::size_t receive_maximum() const;
  /// What is worth a line in the log, since the last time.
  std::vector<std::string> take_complaints();

 private:
  Inbox& inbox_;
  mutable std::mutex mutex_;
  Phase phase_ = Phase::kDown;
  std::uintptr_t attempt_ = 0;
  std::size_t receive_maximum_ = 0;
  std::optional<Trouble> told_;  ///< of the last Disconnected, while there has been no connection since
  std::vector<std::string> complaints_;
  std::size_t complained_ = 0;  ///< since begin_attempt()
};

}  // namespace panggil::mqtt
