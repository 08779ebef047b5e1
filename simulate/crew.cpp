#include "simulate/crew.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "common/mqtt/mosquitto_transport.hpp"
#include "common/session/trouble.hpp"
#include "common/texts/spoken.hpp"

namespace panggil::simulate {
namespace {

std::optional<Deadline> sooner(std::optional<Deadline> one, std::optional<Deadline> other) {
  if (!one || !other) return one ? one : other;
  return std::min(*one, *other);
}

}  // namespace

struct Crew::Member {
  explicit Member(ClientId client) : name(std::move(client)) {}

  ClientId name;
  session::Connection connection;
  std::optional<session::Session> session;
  bool look = true;  ///< something has come
  std::optional<Deadline> next;
  std::optional<Press> press;  ///< under way, or held until the link is up
  bool asked = false;
  std::chrono::steady_clock::time_point pressed;
  std::map<std::string, Press> in_doubt;  ///< by id: unknown so far
};

Crew::Crew(EventLoop& loop, const Clock& clock, SiteId site, Reach reach, History& history)
    : loop_(loop), clock_(clock), site_(std::move(site)), reach_(std::move(reach)), history_(history) {}
Crew::~Crew() = default;

void Crew::enlist(const ClientId& client, const std::vector<std::string>& follows) {
  auto [at, is_new] = members_.emplace(client, std::make_unique<Member>(client));
  assert(is_new);
  Member& member = *at->second;
  mqtt::Tap tap{[this, &member](const mqtt::Message& message) { history_.sent(member.name, message); },
                [this, &member](const mqtt::Received& message) {
                  member.look = true;
                  history_.received(member.name, message);
                }};
  member.connection.transport =
      mqtt::make_mosquitto_transport(reach_(client), member.connection.inbox, std::move(tap));
  member.session.emplace(member.connection, loop_, clock_, site_, client);
  // Instead of the session's own watch: of many sessions only those for which something has come are looked
  // at.
  member.connection.watch(loop_, [&member] { member.look = true; });
  for (const auto& filter : follows) member.session->follow({.filter = filter});
  member.session->on_settled([this, &member](const session::Settled& end) { settled(member, end); });
  member.session->on_message([this, &member](const protocol::Topic& topic, const mqtt::Received& message) {
    if (handlers_.message) handlers_.message(member.name, topic, message);
  });
  member.session->on_forget([this] {
    if (handlers_.forget) handlers_.forget();
  });
}

void Crew::unfollow(const ClientId& client, const std::string& filter) {
  members_.at(client)->connection.transport->unsubscribe(filter);
}

bool Crew::all_up() const {
  return std::all_of(members_.begin(), members_.end(), [](const auto& each) {
    return each.second->session->link_state() == session::LinkState::kUp;
  });
}

std::string Crew::trouble() const {
  for (const auto& [client, member] : members_) switch (member->session->link_state()) {
      case session::LinkState::kUp:
        break;
      case session::LinkState::kNoBroker:
        return spoken_text("simulate.client",
                           {{"client", client.text()},
                            {"what", session::trouble_in_words(member->session->link().trouble(),
                                                               session::Wording(spoken().language()))}});
      case session::LinkState::kSilent:
      case session::LinkState::kOffline:
        return spoken_text("simulate.nobody", {{"client", client.text()}});
    }
  return {};
}

void Crew::press(Press press) {
  Member& member = *members_.at(press.client);
  assert(!member.press);
  member.press = std::move(press);
  member.asked = false;
  ++under_way_;
  ask(member);
}

void Crew::ask(Member& member) {
  if (!member.press || member.asked || member.session->link_state() != session::LinkState::kUp) return;
  member.asked = true;
  member.pressed = std::chrono::steady_clock::now();
  member.session->ask(member.press->action, member.press->command);
  member.look = true;
}

void Crew::settled(Member& member, const session::Settled& settled) {
  if (auto doubted = member.in_doubt.extract(settled.id)) {
    if (handlers_.settled_late) handlers_.settled_late(doubted.mapped(), settled.outcome);
    return;
  }
  // Between the look at the link and the question it went down: it was not sent, and goes out later.
  if (std::holds_alternative<session::NotSent>(settled.outcome)) {
    member.asked = false;
    return;
  }
  Press press = *std::exchange(member.press, std::nullopt);
  press.command.id = settled.id;
  --under_way_;
  if (std::holds_alternative<session::Unknown>(settled.outcome)) member.in_doubt.emplace(settled.id, press);
  const auto took = std::chrono::steady_clock::now() - member.pressed;
  if (handlers_.settled) handlers_.settled(press, settled.outcome, std::chrono::duration_cast<Micros>(took));
}

void Crew::look_at(Member& member) {
  member.look = false;
  member.next = member.session->turn();
  ask(member);
  if (member.look) member.next = sooner(member.next, member.session->turn());
}

std::optional<Deadline> Crew::turn() {
  const auto now = std::chrono::steady_clock::now();
  std::optional<Deadline> next;
  for (auto& [client, member] : members_) {
    if (member->look || (member->next && *member->next <= now)) look_at(*member);
    next = sooner(next, member->next);
  }
  return next;
}

void Crew::close(Millis patience) {
  for (auto& [client, member] : members_) member->session->close(patience);
}

}  // namespace panggil::simulate
