/// \file
/// The state as others see it: what stands retained at the broker, and what is told once.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/protocol/message/board.hpp"
#include "common/protocol/message/counter.hpp"
#include "common/protocol/message/event.hpp"
#include "common/protocol/message/office.hpp"
#include "common/protocol/message/queue.hpp"
#include "dispatcher/core/event.hpp"
#include "dispatcher/core/office.hpp"
#include "dispatcher/core/state.hpp"
#include "dispatcher/estimates/band.hpp"

namespace panggil::gateway {

/// The last so many calls stand on a board.
inline constexpr std::size_t kBoardCalls = 12;
/// A counter's lists of no-shows and of held tickets end here.
inline constexpr std::size_t kListedTickets = 20;

/// So many of those whom a counter would call next are told.
inline constexpr std::size_t kListedNext = 3;

/// What is the same in every message of one run.
struct Run {
  std::string epoch;
  std::string clock;  ///< `real` or `simulated`
};

/// Everything retained but `…/status`, without `seq` and `at`, so that two can be compared for what they say.
struct Picture {
  protocol::Office office;
  std::map<ServiceId, protocol::Queue> queues;
  std::map<CounterId, protocol::Counter> counters;
  std::map<AreaId, protocol::Board> boards;
};
/// An estimate is shown only of a service that gives out tickets.
Picture picture(const core::Office& office, const core::State& state, const Run& run, WallTime now,
                const estimates::Outlook& outlook = {});

/// In whole seconds.
std::optional<protocol::Estimate> wire_estimate(const std::optional<estimates::Band>& band);

/// `…/counter/{counter}` without `seq`.
protocol::Counter counter_message(const core::Office& office, const core::Counter& counter,
                                  const core::State& state, WallTime now);

/// Whether a service gives out tickets: `open`, `closed`, `ending`, `suspended` or `full`.
std::string_view service_state(const core::Office& office, const core::State& state,
                               const core::Service& service, WallTime now);

/// How many wait for a counter: for its services, and for it alone.
std::uint64_t waiting_for(const core::Office& office, const core::State& state, const CounterId& id);

/// The event for `…/event/{kind}`.
protocol::Event event_message(const core::Event& event, const Zone& zone);

/// The calls that an event makes: one for each area of the counter, none for other events. `state` is that
/// after it.
std::vector<protocol::Call> call_messages(const core::Office& office, const core::State& state,
                                          const core::Event& event, const Run& run);

}  // namespace panggil::gateway
