#include "simulate/model/recorded_calls.hpp"

#include <algorithm>
#include <utility>

#include "simulate/model/floor.hpp"
#include "simulate/model/tally.hpp"

namespace panggil::simulate {
namespace {

/// After a "no" an officer looks at the screen first.
constexpr Seconds kAfterRefusal{10};

bool takes(const std::vector<ServiceId>& services, const ServiceId& service) {
  return std::find(services.begin(), services.end(), service) != services.end();
}

}  // namespace

RecordedCalls::RecordedCalls(const protocol::Office& office) {
  for (const auto& counter : office.counters) {
    Post post{.view = CounterView(CounterId(counter.counter)), .services = {}, .called_for = {}};
    for (const auto& service : counter.services) post.services.emplace_back(service);
    posts_.emplace(client_of(CounterId(counter.counter)), std::move(post));
  }
}

void RecordedCalls::add(const ServiceId& service, WallTime at) {
  auto& calls = lines_[service].calls;
  calls.insert(std::upper_bound(calls.begin(), calls.end(), at), at);
}

std::vector<ClientId> RecordedCalls::officers() const {
  std::vector<ClientId> clients;
  for (const auto& [client, post] : posts_) clients.push_back(client);
  return clients;
}

void RecordedCalls::issued(const ServiceId& service) {
  ++lines_[service].issued;
}

std::vector<Press> RecordedCalls::due(WallTime now) {
  looked_at_ = now;
  if (closing_) return finish(now);
  std::vector<Press> presses;
  for (auto& [service, line] : lines_)
    while (line.is_due(now)) {
      auto press = call(service, line, now);
      if (!press) break;
      presses.push_back(std::move(*press));
    }
  return presses;
}

std::optional<Press> RecordedCalls::call(const ServiceId& service, Line& line, WallTime now) {
  Post* post = choose(service, now);
  if (!post) return std::nullopt;
  if (!post->is_open()) return press(*post, "open");
  post->called_for = service;
  post->called = now;
  ++line.made;
  return press(*post, "next");
}

/// A counter that is free, else one that has never been opened, else the one whose person has been there
/// longest.
RecordedCalls::Post* RecordedCalls::choose(const ServiceId& service, WallTime now) {
  const auto rank = [](const Post& post) {
    if (!post.is_open()) return 1;
    return post.view.now().ticket ? 2 : 0;
  };
  Post* best = nullptr;
  for (auto& [client, post] : posts_) {
    if (post.pressed || now < post.again_at || !takes(post.services, service)) continue;
    if (!best || std::pair(rank(post), post.called) < std::pair(rank(*best), best->called)) best = &post;
  }
  return best;
}

std::vector<Press> RecordedCalls::finish(WallTime now) {
  std::vector<Press> presses;
  for (auto& [client, post] : posts_) {
    if (post.pressed || now < post.again_at || post.view.now().state == "closed") continue;
    presses.push_back(press(post, post.view.now().ticket ? "complete" : "close"));
  }
  return presses;
}

Press RecordedCalls::press(Post& post, std::string action) const {
  post.pressed = true;
  Press made{client_of(CounterId(post.view.now().counter)), std::move(action), {}};
  made.command.expect = post.view.expect();
  return made;
}

std::optional<WallTime> RecordedCalls::next_due() const {
  std::optional<WallTime> next;
  const auto consider = [&](WallTime at) {
    if (at > looked_at_ && (!next || at < *next)) next = at;
  };
  for (const auto& [service, line] : lines_)
    if (!closing_ && line.made < line.calls.size()) consider(line.calls[line.made]);
  for (const auto& [client, post] : posts_) consider(post.again_at);
  return next;
}

void RecordedCalls::settled(const Press& press, const session::Outcome& outcome, WallTime now) {
  Post& post = posts_.at(press.client);
  post.pressed = false;
  const auto called_for = std::exchange(post.called_for, std::nullopt);
  post.view.take(outcome, now);
  if (std::holds_alternative<session::Done>(outcome)) return;
  post.again_at = now + kAfterRefusal;
  // What was certainly not done is to be done again; what is unknown is not, or somebody might be called too
  // many.
  if (called_for && std::holds_alternative<session::Refused>(outcome)) --lines_[*called_for].made;
}

void RecordedCalls::seen(const protocol::Counter& counter) {
  for (auto& [client, post] : posts_) post.view.take(counter);
}

bool RecordedCalls::done(WallTime now) const {
  return std::all_of(lines_.begin(), lines_.end(), [&](const auto& each) {
    const Line& line = each.second;
    return (line.calls.empty() || line.calls.back() <= now) && !line.is_due(now);
  });
}

bool RecordedCalls::anybody_pressing() const {
  return std::any_of(posts_.begin(), posts_.end(), [](const auto& each) { return each.second.pressed; });
}

bool RecordedCalls::all_closed() const {
  return std::all_of(posts_.begin(), posts_.end(),
                     [](const auto& each) { return each.second.view.now().state == "closed"; });
}

}  // namespace panggil::simulate
