#include "common/session/site_search.hpp"

#include <algorithm>
#include <utility>

#include "common/protocol/codec.hpp"
#include "common/session/patience.hpp"

namespace panggil::session {
namespace {

/// Retained messages follow the subscription at once; after the first the rest have this long.
constexpr Millis kForTheRest{250};
constexpr Millis kForTheFirst{1000};

}  // namespace

SiteSeeker::SiteSeeker(Connection& connection, EventLoop& loop, const Clock& clock)
    : connection_(connection), loop_(loop), clock_(clock), end_(clock.mono() + kForTheBroker) {
  // The loop has only to wake up; turn() takes what there is.
  connection_.watch(loop_, [] {});
  // First what tells of the sites that are found by the second.
  connection_.transport->subscribe({.filter = protocol::every_status()});
  connection_.transport->subscribe({.filter = protocol::every_office()});
  connection_.transport->start();
}

SiteSeeker::~SiteSeeker() {
  connection_.transport->unsubscribe(protocol::every_status());
  connection_.transport->unsubscribe(protocol::every_office());
  connection_.unwatch(loop_);
}

std::optional<Deadline> SiteSeeker::turn() {
  connection_.transport->pump();
  for (const auto& incoming : connection_.inbox.take(64))
    std::visit([this](const auto& one) { take(one); }, incoming);
  std::optional<Deadline> next;
  if (const auto pump = connection_.transport->next_pump()) next = *pump;
  if (!over()) next = std::min(next.value_or(Deadline::max()), Deadline(end_));
  return next;
}

void SiteSeeker::take(const mqtt::Connected&) {
  found_.reached = true;
  found_.trouble.reset();
  end_ = clock_.mono() + kForTheFirst;
}

void SiteSeeker::take(const mqtt::Disconnected& lost) {
  found_.reached = false;
  found_.trouble = lost.trouble;
}

void SiteSeeker::take(const mqtt::Received& received) {
  const auto site = protocol::site_of(received.topic);
  const auto topic = site ? protocol::parse_topic(protocol::Topics(*site), received.topic) : std::nullopt;
  if (!topic) return;
  if (std::holds_alternative<protocol::StatusTopic>(*topic)) {
    const auto status = protocol::decode<protocol::Status>(received.payload);
    if (!status || status->state == "offline")
      found_.at_work.erase(*site);
    else
      found_.at_work.insert(*site);
  } else if (protocol::decode<protocol::Office>(received.payload)) {
    take(*site);
  }
}

void SiteSeeker::take(const SiteId& site) {
  const auto place = std::ranges::lower_bound(found_.sites, site);
  if (place != found_.sites.end() && *place == site) return;
  found_.sites.insert(place, site);
  // Of one that comes later, when all has been told, there may be more as well.
  end_ = over() ? clock_.mono() + kForTheRest : std::min(end_, clock_.mono() + kForTheRest);
}

SiteSearch search_sites(Connection& connection, EventLoop& loop, const Clock& clock) {
  SiteSeeker seeker(connection, loop, clock);
  loop.on_turn([&] {
    const auto next = seeker.turn();
    if (seeker.over()) loop.stop();
    return next;
  });
  loop.run();
  return seeker.found();
}

}  // namespace panggil::session
