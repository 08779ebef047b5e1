/// \file
/// Notices on the displays. They outlast the service day: they end at their `until`, or when somebody clears
/// them.
#pragma once

#include "dispatcher/core/at_counter.hpp"

namespace panggil::core {

/// So many can stand at a time: more nobody reads.
inline constexpr std::size_t kMostNotices = 12;

/// Refused (kBadRequest): an area that the office lacks, an `until` that has passed, a text in none of the
/// office's languages, and one notice too many. A language that is missing gets the first one's text: better
/// read in another language than not at all.
Decision decide_notice(const Office& office, const State& state, const PostNotice& action, WallTime now);
Decision decide_clear_notice(const State& state, const ClearNotice& action);

/// The end of the notices whose time has come.
std::vector<EventBody> notices_due(const State& state, WallTime now);
/// When the next one's will; nothing when none has an end.
std::optional<WallTime> next_notice_due(const State& state);

}  // namespace panggil::core
