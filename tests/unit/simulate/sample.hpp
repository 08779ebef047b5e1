/// \file
/// A small office with its people, for tests of what they do.
#pragma once

#include <string>

#include "common/protocol/message/counter.hpp"
#include "common/protocol/message/office.hpp"
#include "common/protocol/message/result.hpp"
#include "common/session/asks.hpp"
#include "simulate/model/habits.hpp"
#include "simulate/model/play.hpp"

namespace panggil::simulate::sample {

/// Monday, 23 November 2026, at `hours:minutes` in Jakarta.
WallTime at(int hours, int minutes = 0, int seconds = 0);
Day day();

/// `cs` (A) at counters 1 and 2, `interview` (B) at counter 3.
protocol::Office office();
/// Forty an hour come for cs from 8 to 10, and half of those served go on to interview.
Habits habits();

protocol::Counter counter(const std::string& id, const std::string& state, std::uint64_t waiting = 0);
protocol::CurrentTicket called(const std::string& ticket, WallTime at);
protocol::CurrentTicket serving(const std::string& ticket, WallTime called_at, WallTime started_at);

session::Outcome yes(protocol::ActionResult result, std::uint64_t seq = 1);
session::Outcome no(const std::string& code, std::optional<WallTime> opens_at = {});
protocol::IssueResult issued(const std::string& ticket, const std::string& service = "cs");
protocol::CallResult calling(const std::string& counter, const std::string& ticket,
                             std::optional<std::string> completed = {}, std::int64_t waited_s = 0);

}  // namespace panggil::simulate::sample
