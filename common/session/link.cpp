#include "common/session/link.hpp"

#include <utility>

namespace panggil::session {

void Link::broker_connected() {
  broker_ = true;
  trouble_.reset();
}

void Link::broker_lost(mqtt::Trouble trouble) {
  broker_ = false;
  trouble_ = std::move(trouble);
}

bool Link::beat(const protocol::Beat& beat, MonoTime now) {
  beat_ = beat;
  heard_ = now;
  said_offline_ = false;
  return is_new_epoch(beat.epoch);
}

bool Link::status(const protocol::Status& status) {
  if (status_ && status.state == "offline" && status.boot < status_->boot) return false;
  status_ = status;
  said_offline_ = status.state == "offline";
  // A will may be older than the database that is there now; only who lives says what the epoch is.
  return !said_offline_ && is_new_epoch(status.epoch);
}

bool Link::is_new_epoch(const std::string& epoch) {
  if (epoch == epoch_) return false;
  const bool knew_another = !epoch_.empty();
  epoch_ = epoch;
  return knew_another;
}

LinkState Link::state(MonoTime now) const {
  if (!broker_) return LinkState::kNoBroker;
  if (said_offline_) return LinkState::kOffline;
  return beat_ && now - heard_ < kSilence ? LinkState::kUp : LinkState::kSilent;
}

std::optional<MonoTime> Link::changes_at(MonoTime now) const {
  if (state(now) != LinkState::kUp) return std::nullopt;
  return heard_ + kSilence;
}

std::optional<protocol::Lease> Link::lease(MonoTime now) const {
  if (state(now) != LinkState::kUp) return std::nullopt;
  return protocol::Lease{beat_->epoch, beat_->mono_ms};
}

std::optional<Millis> Link::silence(MonoTime now) const {
  if (!beat_) return std::nullopt;
  return now - heard_;
}

}  // namespace panggil::session
