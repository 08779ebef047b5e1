/// \file
/// The question for past events: who may ask it, and its answer. Pure; the journal is read by the caller.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"
#include "common/protocol/message/command.hpp"
#include "common/protocol/message/result.hpp"
#include "dispatcher/core/command.hpp"
#include "dispatcher/core/event.hpp"
#include "dispatcher/core/office.hpp"

namespace panggil::gateway {

/// The action's name in topics. It is none of the core's: it changes nothing, so that its answer is not kept
/// and a resend is answered anew.
inline constexpr std::string_view kHistoryAction = "events";
/// Of one page: what is read and written in some milliseconds.
inline constexpr std::size_t kMostEvents = 200;
/// Of the events of one page: with the answer around them it stays below protocol::kMaxPayloadBytes.
inline constexpr std::size_t kMostEventBytes = 60 * 1024;

struct HistoryQuestion {
  core::Seq after = 0;
  std::optional<Day> from{};
  std::optional<Day> to{};
  std::size_t most = kMostEvents;
};

/// Rejections: kForbidden for all but supervisors, kBadRequest for what is no day or no legal limit.
Result<HistoryQuestion, core::Rejection> read_history(const core::Office& office, const ClientId& client,
                                                      const protocol::Command& message);

/// As many of the events as fit into one payload; where that is not all of them, `next` says so.
/// `result` comes with everything but its events.
protocol::EventsResult history_result(protocol::EventsResult result, const std::vector<core::Event>& events,
                                      const Zone& zone);

}  // namespace panggil::gateway
