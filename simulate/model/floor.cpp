#include "simulate/model/floor.hpp"

#include <algorithm>
#include <utility>

namespace panggil::simulate {
namespace {

/// After a "no" an officer looks at the screen first.
constexpr Seconds kAfterRefusal{10};

}  // namespace

ClientId client_of(const CounterId& counter) {
  return ClientId("counter-" + counter.text());
}

Floor::Floor(const Habits& habits, const Zone& zone, Day day, Draw draw) : habits_(habits), draw_(draw) {
  for (const OfficerHabits& officer : habits.officers)
    posts_.emplace(client_of(officer.counter), Post{.officer = officer,
                                                    .shift = shift(officer, zone, day),
                                                    .view = CounterView(officer.counter),
                                                    .look_again = {}});
}

std::vector<ClientId> Floor::officers() const {
  std::vector<ClientId> clients;
  for (const auto& [client, post] : posts_) clients.push_back(client);
  return clients;
}

std::vector<Press> Floor::due(const Surroundings& around, WallTime now) {
  std::vector<Press> presses;
  for (auto& [client, post] : posts_) {
    if (post.pressed) continue;
    if (auto press = press_of(client, post, around, now)) {
      post.pressed = true;
      presses.push_back(std::move(*press));
    }
  }
  return presses;
}

std::optional<Press> Floor::press_of(const ClientId& client, Post& post, const Surroundings& around,
                                     WallTime now) const {
  if (now < post.again_at) {
    post.look_again = post.again_at;
    return std::nullopt;
  }
  Sight sight{post.view.now(),
              {},
              post.ready_at,
              now >= post.shift.until && around.more_to_come(post.officer.counter)};
  if (sight.counter.ticket) sight.person = around.person(*sight.counter.ticket);
  const Move move = officer_move(habits_.manners, post.shift, sight, now);
  post.look_again = move.look_again;
  if (!move.action) return std::nullopt;
  Press press{client, *move.action, {}};
  press.command.expect = post.view.expect();
  if (*move.action == "open") press.command.officer = post.officer.officer;
  if (*move.action == "pause") press.command.reason = "break";
  if (*move.action == "skip") press.command.call_next = move.call_next;
  if (move.ends_visit) press.command.final_service = true;
  return press;
}

std::optional<WallTime> Floor::next_due() const {
  std::optional<WallTime> next;
  for (const auto& [client, post] : posts_)
    if (!post.pressed && post.look_again && (!next || *post.look_again < *next)) next = post.look_again;
  return next;
}

void Floor::settled(const Press& press, const session::Outcome& outcome, WallTime now) {
  Post& post = posts_.at(press.client);
  post.pressed = false;
  post.view.take(outcome, now);
  if (!std::holds_alternative<session::Done>(outcome)) {
    post.again_at = now + kAfterRefusal;
  } else if (!post.view.now().ticket) {
    post.ready_at = now + draw_.length(habits_.manners.pause_between);
  }
}

void Floor::seen(const protocol::Counter& counter) {
  for (auto& [client, post] : posts_) post.view.take(counter);
}

bool Floor::anybody_pressing() const {
  return std::any_of(posts_.begin(), posts_.end(), [](const auto& each) { return each.second.pressed; });
}

bool Floor::all_closed() const {
  return std::all_of(posts_.begin(), posts_.end(),
                     [](const auto& each) { return each.second.view.now().state == "closed"; });
}

}  // namespace panggil::simulate
