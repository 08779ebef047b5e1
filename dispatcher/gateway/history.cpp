#include "dispatcher/gateway/history.hpp"

#include <algorithm>
#include <utility>

#include "common/protocol/codec.hpp"
#include "dispatcher/gateway/intake.hpp"
#include "dispatcher/gateway/names.hpp"
#include "dispatcher/gateway/pictures.hpp"

namespace panggil::gateway {
namespace {

using core::Rejection;

Result<std::optional<Day>, Rejection> read_day(const std::optional<std::string>& text, const char* field) {
  if (!text) return std::optional<Day>();
  if (const auto day = parse_day(*text)) return day;
  return fail(bad_request("day", {{"field", field}}));
}

Rejection forbidden(const ClientId& client, const char* text) {
  return {core::ErrorCode::kForbidden, text, {{"client", client.text()}}, std::nullopt, std::nullopt};
}

/// With the officer's name, which the event's own topic leaves out: that one anybody may hear.
protocol::Event told_to_supervisor(const core::Event& event, const Zone& zone) {
  auto message = event_message(event, zone);
  if (const auto* opened = std::get_if<core::CounterOpened>(&event.body)) message.officer = opened->officer;
  return message;
}

}  // namespace

Result<HistoryQuestion, Rejection> read_history(const core::Office& office, const ClientId& client,
                                                const protocol::Command& message) {
  const auto actor = actor_of(office, client);
  if (!actor) return fail(forbidden(client, "refused.forbidden.no_role"));
  const auto from = read_day(message.from, "from");
  if (!from) return fail(from.error());
  const auto to = read_day(message.to, "to");
  if (!to) return fail(to.error());
  if (message.limit == std::uint64_t{0}) return fail(bad_request("limit", {}));
  if (actor->role != core::Role::kSupervisor) return fail(forbidden(client, "refused.forbidden"));
  const auto most = std::min<std::uint64_t>(message.limit.value_or(kMostEvents), kMostEvents);
  return HistoryQuestion{message.after_seq.value_or(0), *from, *to, static_cast<std::size_t>(most)};
}

protocol::EventsResult history_result(protocol::EventsResult result, const std::vector<core::Event>& events,
                                      const Zone& zone) {
  std::size_t bytes = 0;
  for (const auto& event : events) {
    auto message = told_to_supervisor(event, zone);
    bytes += protocol::encode(message).size() + 1;
    if (bytes > kMostEventBytes && !result.events.empty()) {
      result.next = result.events.back().seq;
      // What is missing further on the next page tells.
      std::erase_if(result.lost, [&](const auto& lost) { return lost.first > *result.next; });
      break;
    }
    result.events.push_back(std::move(message));
  }
  return result;
}

}  // namespace panggil::gateway
