#include "dispatcher/rivals.hpp"

#include <fmt/format.h>

#include "common/base/log.hpp"
#include "common/protocol/codec.hpp"

namespace panggil {

void Rivals::connected() {
  ++connections_;
}

std::optional<std::string> Rivals::notice(const protocol::Topic& topic, const mqtt::Received& message) {
  if (message.payload.empty()) return std::nullopt;
  if (std::holds_alternative<protocol::StatusTopic>(topic)) {
    const auto status = protocol::decode<protocol::Status>(message.payload);
    if (!status || status->epoch == own_) return std::nullopt;
    // At the first connection the broker may hold what a dispatcher of an earlier history has left. After
    // that it holds our own status, unless somebody has come; by then that one's will may say `offline`, as
    // we have just taken the name back from it.
    const bool there = status->state != "offline";
    const bool has_come = message.retained ? connections_ > 1 : there;
    // A will has no `seq`: only who stops of its own accord can say how far it came, and it will not be back.
    if (has_come && !there && status->seq > 0) return was_here(status->epoch);
    if (has_come && std::pair(status->since.time, status->epoch) > std::pair(since_, own_))
      return replaced_by(status->epoch);
    return there ? at_work(status->epoch) : std::nullopt;
  }
  // Somebody may have had the broker keep an old beat.
  if (!std::holds_alternative<protocol::BeatTopic>(topic) || message.retained) return std::nullopt;
  const auto beat = protocol::decode<protocol::Beat>(message.payload);
  return beat ? at_work(beat->epoch) : std::nullopt;
}

std::optional<std::string> Rivals::at_work(const std::string& epoch) {
  if (epoch == own_ || epoch == told_) return std::nullopt;
  told_ = epoch;
  return fmt::format(
      "another dispatcher is at work for the site {}, on another journal (epoch {}; ours is {}): both give "
      "out the same numbers. Only one may run for a site: see that the other one has ended, and look at its "
      "--state and --name",
      site_.text(), for_log(epoch), own_);
}

std::optional<std::string> Rivals::was_here(const std::string& epoch) {
  if (std::exchange(told_, epoch) == epoch) return std::nullopt;
  return fmt::format(
      "another dispatcher was at work for the site {}, on another journal (epoch {}; ours is {}), and has "
      "ended: the tickets that it gave out are not known here. Only one may run for a site: see who started "
      "it, with which --state",
      site_.text(), for_log(epoch), own_);
}

std::optional<std::string> Rivals::replaced_by(const std::string& epoch) {
  if (std::exchange(yields_, true)) return std::nullopt;
  return fmt::format(
      "another dispatcher took the site {}, on another journal (epoch {}; ours is {}), and was started "
      "later. Only one may run for a site, so this one ends and leaves the queue to it; if that is not "
      "meant, stop the other one and start this one again",
      site_.text(), for_log(epoch), own_);
}

}  // namespace panggil
