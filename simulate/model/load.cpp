#include "simulate/model/load.hpp"

#include <algorithm>
#include <cassert>

#include "simulate/model/any_action.hpp"
#include "simulate/model/floor.hpp"

namespace panggil::simulate {

Load::Load(LoadOptions options, const protocol::Office& office)
    : options_(options), classes_(office.classes), draw_(options.seed, "load") {
  assert(!office.counters.empty());
  std::set<std::string> taken;
  for (const auto& counter : office.counters) {
    if (clients_.size() == options.counters) break;
    const CounterId id(counter.counter);
    clients_.push_back({client_of(id), CounterView(id)});
    taken.insert(counter.services.begin(), counter.services.end());
  }
  services_.assign(taken.begin(), taken.end());
  for (std::size_t i = 1; i <= options.kiosks; ++i)
    clients_.push_back({ClientId("kiosk-" + std::to_string(i)), {}});
}

std::vector<ClientId> Load::cast() const {
  std::vector<ClientId> names;
  for (const Client& client : clients_) names.push_back(client.name);
  return names;
}

std::vector<Press> Load::due(WallTime now) {
  std::vector<Press> presses;
  while (!winding_up_ && now >= quiet_until_ && under_way_ < options_.outstanding) {
    Client* client = free_client(wants_number());
    // Rather the wrong kind than one press too few under way.
    if (!client) client = free_client(!wants_number());
    if (!client) break;
    presses.push_back(press_of(*client));
    client->pressed = true;
    ++under_way_;
    issuing_ += presses.back().action == "issue";
    calling_ += presses.back().action == "next";
  }
  return presses;
}

std::optional<WallTime> Load::next_due() const {
  if (options_.pause == Millis(0) || under_way_ >= options_.outstanding) return std::nullopt;
  return quiet_until_;
}

bool Load::wants_number() const {
  return numbers_.size() + issuing_ < calling_ + options_.waiting;
}

Load::Client* Load::free_client(bool kiosk) {
  for (std::size_t i = 0; i < clients_.size(); ++i) {
    Client& client = clients_[(turn_ + i) % clients_.size()];
    if (client.pressed || client.view.has_value() == kiosk) continue;
    turn_ = (turn_ + i + 1) % clients_.size();
    return &client;
  }
  return nullptr;
}

Press Load::press_of(Client& client) {
  if (!client.view) return issue(client.name);
  if (options_.every_action) return any_action(client.name, *client.view, numbers_, draw_);
  Press press{client.name, client.view->now().state == "open" ? "next" : "open", {}};
  press.command.expect = client.view->expect();
  return press;
}

Press Load::issue(const ClientId& kiosk) {
  Press press{kiosk, "issue", {}};
  press.command.service = services_[draw_.below(services_.size())];
  if (options_.every_action) {
    if (draw_.chance(0.02)) press.command.service = "no-such-service";
    if (draw_.chance(0.3)) press.command.ticket_class = classes_[draw_.below(classes_.size())];
  }
  return press;
}

Load::Client& Load::client(const ClientId& name) {
  const auto found =
      std::find_if(clients_.begin(), clients_.end(), [&](const Client& each) { return each.name == name; });
  assert(found != clients_.end());
  return *found;
}

void Load::settled(const Press& press, const session::Outcome& outcome, WallTime now) {
  tally_.count(outcome);
  --under_way_;
  quiet_until_ = now + options_.pause;
  issuing_ -= press.action == "issue";
  calling_ -= press.action == "next";
  Client& who = client(press.client);
  who.pressed = false;
  if (who.view) who.view->take(outcome, now);
  if (const auto* done = std::get_if<session::Done>(&outcome)) note(*done->answer.result);
}

void Load::note(const protocol::ActionResult& result) {
  if (const auto* issued = std::get_if<protocol::IssueResult>(&result)) numbers_.insert(issued->ticket);
  if (const auto* call = std::get_if<protocol::CallResult>(&result); call && call->called)
    numbers_.erase(call->called->ticket);
  if (const auto* ticket = std::get_if<protocol::TicketResult>(&result)) {
    if (ticket->state == "cancelled") numbers_.erase(ticket->ticket);
    if (ticket->state == "waiting") numbers_.insert(ticket->ticket);
  }
}

void Load::settled_late(const Press&, const session::Outcome& outcome, WallTime) {
  tally_.count_late(outcome);
}

void Load::seen(const protocol::Counter& counter, WallTime) {
  for (Client& each : clients_)
    if (each.view) each.view->take(counter);
}

bool Load::warm() const {
  const auto is_open = [](const Client& each) { return !each.view || each.view->now().state == "open"; };
  return tally_.issued >= options_.waiting && std::all_of(clients_.begin(), clients_.end(), is_open);
}

}  // namespace panggil::simulate
