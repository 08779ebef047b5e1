#include "common/session/link_log.hpp"

#include "common/base/log.hpp"

namespace panggil::session {

void LinkLog::broker_connected(MonoTime now) {
  log::info("connected to the broker");
  connected_ = now;
  told_ = LinkState::kNoBroker;
}

void LinkLog::broker_lost(const mqtt::Trouble& trouble) {
  log::warn("no connection to the broker: {}; trying again", to_text(trouble));
  connected_.reset();
  told_ = LinkState::kNoBroker;
}

void LinkLog::look(LinkState state, MonoTime now) {
  if (state == told_ || state == LinkState::kNoBroker) return;
  // The first beat has its time; a dispatcher that says it is gone, or is heard, is known at once.
  if (state == LinkState::kSilent && connected_ && now - *connected_ < Link::kSilence) return;
  connected_.reset();
  told_ = state;
  if (state == LinkState::kUp) return log::info("the dispatcher of {} is there", site_.text());
  if (state == LinkState::kOffline)
    return log::warn("the dispatcher of {} has ended; waiting for it", site_.text());
  log::warn(
      "nothing is heard of the dispatcher of {}; see whether panggil-dispatcher runs, with this broker and "
      "this site",
      site_.text());
}

std::optional<MonoTime> LinkLog::next() const {
  if (!connected_) return std::nullopt;
  return *connected_ + Link::kSilence;
}

}  // namespace panggil::session
