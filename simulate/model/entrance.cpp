#include "simulate/model/entrance.hpp"

#include <algorithm>
#include <utility>

namespace panggil::simulate {
namespace {

/// Somebody who is early waits at the door for so long, and no longer.
constexpr std::chrono::hours kWaitsForOpening{2};
/// Before pressing again what came too late or was too much at once.
constexpr Seconds kBeforePressingAgain{5};

/// The ticket that a yes gives.
std::optional<std::string> ticket_of(const session::Outcome& outcome) {
  const auto* done = std::get_if<session::Done>(&outcome);
  if (!done) return std::nullopt;
  const auto* issued = std::get_if<protocol::IssueResult>(&*done->answer.result);
  return issued ? std::optional(issued->ticket) : std::nullopt;
}

const protocol::Error* error_of(const session::Outcome& outcome) {
  const auto* refusal = std::get_if<session::Refused>(&outcome);
  return refusal ? &*refusal->answer.error : nullptr;
}

std::optional<WallTime> opening(const session::Outcome& outcome) {
  const auto* error = error_of(outcome);
  if (!error || !error->opens_at) return std::nullopt;
  return error->opens_at->time;
}

}  // namespace

bool comes_again(const session::Outcome& outcome, WallTime now) {
  const auto* error = error_of(outcome);
  if (!error) return false;
  const auto opens = opening(outcome);
  return opens ? *opens - now < kWaitsForOpening : may_be_repeated(error->code);
}

Entrance::Entrance(const Habits& habits) : habits_(habits) {
  for (const ServiceHabits& service : habits.services) devices_.try_emplace(service.at);
}

void Entrance::expect(Visitor visitor) {
  coming_.emplace(visitor.at, std::move(visitor));
}

std::vector<ClientId> Entrance::devices() const {
  std::vector<ClientId> clients;
  for (const auto& [client, device] : devices_) clients.push_back(client);
  return clients;
}

std::vector<Press> Entrance::due(WallTime now) {
  while (!coming_.empty() && coming_.begin()->first <= now) {
    Visitor visitor = std::move(coming_.extract(coming_.begin()).mapped());
    devices_.at(habits_.find(visitor.service)->at).line.push_back(std::move(visitor));
  }
  std::vector<Press> presses;
  for (auto& [client, device] : devices_) {
    if (device.pressed || device.line.empty()) continue;
    device.pressed = true;
    presses.push_back(press_of(client, device.line.front()));
  }
  return presses;
}

std::optional<WallTime> Entrance::next_due() const {
  if (coming_.empty()) return std::nullopt;
  return coming_.begin()->first;
}

Press Entrance::press_of(const ClientId& device, const Visitor& visitor) const {
  Press press{device, "issue", {}};
  press.command.service = visitor.service.text();
  if (visitor.ticket_class) press.command.ticket_class = visitor.ticket_class->text();
  return press;
}

std::optional<Entrance::Ticketed> Entrance::settled(const Press& press, const session::Outcome& outcome,
                                                    WallTime now) {
  Device& device = devices_.at(press.client);
  Visitor visitor = std::move(device.line.front());
  device.line.pop_front();
  device.pressed = false;
  if (auto ticket = ticket_of(outcome)) return Ticketed{std::move(*ticket), std::move(visitor)};
  if (comes_again(outcome, now)) {
    visitor.at = opening(outcome).value_or(now + kBeforePressingAgain);
    expect(std::move(visitor));
  } else if (std::holds_alternative<session::Unknown>(outcome)) {
    in_doubt_.emplace(press.command.id, std::move(visitor));
  }
  return std::nullopt;
}

std::optional<Entrance::Ticketed> Entrance::settled_late(const Press& press,
                                                         const session::Outcome& outcome) {
  auto found = in_doubt_.extract(press.command.id);
  auto ticket = ticket_of(outcome);
  if (found.empty() || !ticket) return std::nullopt;
  return Ticketed{std::move(*ticket), std::move(found.mapped())};
}

void Entrance::shut() {
  coming_.clear();
  for (auto& [client, device] : devices_)
    device.line.erase(device.line.begin() + (device.pressed ? 1 : 0), device.line.end());
}

bool Entrance::expects_anybody() const {
  return !coming_.empty() || std::any_of(devices_.begin(), devices_.end(),
                                         [](const auto& each) { return !each.second.line.empty(); });
}

bool Entrance::expects_anybody_for(const ServiceId& service) const {
  const auto wants = [&](const Visitor& visitor) { return visitor.service == service; };
  return std::any_of(coming_.begin(), coming_.end(), [&](const auto& each) { return wants(each.second); }) ||
         std::any_of(devices_.begin(), devices_.end(), [&](const auto& each) {
           return std::any_of(each.second.line.begin(), each.second.line.end(), wants);
         });
}

bool Entrance::anybody_pressing() const {
  return std::any_of(devices_.begin(), devices_.end(), [](const auto& each) { return each.second.pressed; });
}

}  // namespace panggil::simulate
