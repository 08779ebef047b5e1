#include "common/session/site_search.hpp"

#include <algorithm>
#include <utility>

#include "common/protocol/codec.hpp"

namespace panggil::session {
namespace {

/// Retained messages follow the subscription at once; after the first the rest have this long.
constexpr Millis kForTheRest{250};
constexpr Millis kForTheFirst{1000};
constexpr Millis kForTheBroker{3000};

class Search {
 public:
  Search(Connection& connection, EventLoop& loop, const Clock& clock)
      : connection_(connection), loop_(loop), clock_(clock), end_(clock.mono() + kForTheBroker) {}

  SiteSearch run() {
    loop_.watch(connection_.inbox.fd(), [] {});
    loop_.on_turn([this] { return turn(); });
    connection_.transport->subscribe({.filter = protocol::every_office()});
    connection_.transport->start();
    loop_.run();
    connection_.transport->unsubscribe(protocol::every_office());
    loop_.unwatch(connection_.inbox.fd());
    return std::move(found_);
  }

 private:
  std::optional<Deadline> turn() {
    connection_.transport->pump();
    for (const auto& incoming : connection_.inbox.take(64)) {
      std::visit([this](const auto& one) { take(one); }, incoming);
    }
    if (clock_.mono() >= end_) loop_.stop();
    const auto pump = connection_.transport->next_pump();
    return pump ? std::min<Deadline>(*pump, end_) : Deadline(end_);
  }

  void take(const mqtt::Connected&) {
    found_.reached = true;
    end_ = clock_.mono() + kForTheFirst;
  }

  void take(const mqtt::Disconnected& lost) { found_.trouble = lost.reason; }

  void take(const mqtt::Received& received) {
    const auto office = protocol::decode<protocol::Office>(received.payload);
    const auto site = office ? SiteId::parse(office->site) : std::nullopt;
    if (!site || std::ranges::find(found_.sites, *site) != found_.sites.end()) return;
    found_.sites.push_back(*site);
    end_ = std::min(end_, clock_.mono() + kForTheRest);
  }

  Connection& connection_;
  EventLoop& loop_;
  const Clock& clock_;
  MonoTime end_;
  SiteSearch found_;
};

}  // namespace

SiteSearch search_sites(Connection& connection, EventLoop& loop, const Clock& clock) {
  return Search(connection, loop, clock).run();
}

}  // namespace panggil::session
