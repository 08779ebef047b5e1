#include "dispatcher/gateway/intake.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "dispatcher/gateway/read_action.hpp"
#include "dispatcher/gateway/read_fields.hpp"

namespace panggil::gateway {
namespace {

using core::ErrorCode;
using core::Rejection;
using Message = protocol::Command;

constexpr std::array<std::pair<std::string_view, core::Role>, 6> kRoles{
    {{"booking", core::Role::kBooking},
     {"counter", core::Role::kCounter},
     {"desk", core::Role::kDesk},
     {"display", core::Role::kDisplay},
     {"kiosk", core::Role::kKiosk},
     {"supervisor", core::Role::kSupervisor}}};

Result<std::optional<core::Expect>, Rejection> read_expect(const std::optional<protocol::Expect>& expect) {
  if (!expect) return std::optional<core::Expect>();
  return read_optional_id<TicketNumber>(expect->ticket, "expect.ticket")
      .map([](std::optional<TicketNumber>&& ticket) {
        return std::optional(core::Expect{std::move(ticket)});
      });
}

Rejection refused(ErrorCode code, std::string text, Facts facts = {}) {
  return Rejection{code, std::move(text), std::move(facts), std::nullopt, std::nullopt};
}

}  // namespace

std::optional<core::Actor> actor_of(const core::Office& office, const ClientId& client) {
  for (const auto& device : office.devices)
    if (device.client == client) return core::Actor{client, device.role, device.counters};
  const std::string& name = client.text();
  const auto dash = name.find('-');
  const std::string_view word = std::string_view(name).substr(0, dash);
  const auto role =
      std::find_if(kRoles.begin(), kRoles.end(), [&](const auto& r) { return r.first == word; });
  if (role == kRoles.end()) return std::nullopt;
  core::Actor actor{client, role->second, {}};
  if (actor.role == core::Role::kCounter && dash != std::string::npos)
    if (auto counter = CounterId::parse(std::string_view(name).substr(dash + 1)))
      actor.counters.push_back(*counter);
  return actor;
}

Result<core::Command, Rejection> read_command(const core::Office& office, const ClientId& client,
                                              std::string_view action, const Message& message) {
  if (!is_action(action))
    return fail(
        refused(ErrorCode::kUnknownAction, "refused.unknown_action", {{"action", std::string(action)}}));
  auto actor = actor_of(office, client);
  if (!actor)
    return fail(refused(ErrorCode::kForbidden, "refused.forbidden.no_role", {{"client", client.text()}}));
  auto counter = read_optional_id<CounterId>(message.counter, "counter");
  if (!counter) return fail(std::move(counter.error()));
  if (names_destination(action, message)) counter->reset();
  auto expect = read_expect(message.expect);
  if (!expect) return fail(std::move(expect.error()));
  auto read = read_action(action, message);
  if (!read) return fail(std::move(read.error()));
  return core::Command{std::move(*actor), std::move(*counter), std::move(*expect), std::move(*read)};
}

std::optional<Rejection> check_lease(const Message& message, std::string_view epoch, MonoTime now) {
  if (!message.lease) return std::nullopt;
  const Millis age = now - MonoTime(Millis(message.lease->mono_ms));
  if (message.lease->epoch == epoch && age >= Millis(0) && age <= kLeasePatience) return std::nullopt;
  return refused(ErrorCode::kStale, "refused.stale");
}

std::optional<Rejection> check_supervisor(const core::Office& office, const ClientId& client) {
  const auto actor = actor_of(office, client);
  if (actor && actor->role == core::Role::kSupervisor) return std::nullopt;
  return refused(ErrorCode::kForbidden, "refused.forbidden", {{"client", client.text()}});
}

Rejection bad_office(core::LocalText faults) {
  auto rejection = refused(ErrorCode::kBadRequest, "refused.bad_office");
  rejection.told.emplace("faults", std::move(faults));
  return rejection;
}
Rejection bad_request(std::string_view fault, Facts facts) {
  auto rejection = refused(ErrorCode::kBadRequest, "refused.bad_request", std::move(facts));
  rejection.worded.emplace("what", fmt::format("field.{}", fault));
  return rejection;
}
Rejection backup_failed(std::string_view why) {
  return refused(ErrorCode::kBackupFailed, "refused.backup_failed", {{"why", std::string(why)}});
}
Rejection backup_failed(std::string why, Facts facts) {
  auto rejection = refused(ErrorCode::kBackupFailed, "refused.backup_failed", std::move(facts));
  rejection.worded.emplace("why", std::move(why));
  return rejection;
}
Rejection busy() {
  return refused(ErrorCode::kBusy, "refused.busy");
}
Rejection no_room() {
  return refused(ErrorCode::kInternal, "refused.no_room");
}
Rejection internal_error() {
  return refused(ErrorCode::kInternal, "refused.internal");
}

}  // namespace panggil::gateway
