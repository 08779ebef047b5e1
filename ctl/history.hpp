/// \file
/// Asks the dispatcher for past events, page after page.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/protocol/message/event.hpp"
#include "common/protocol/message/result.hpp"
#include "common/session/ending.hpp"
#include "common/session/session.hpp"

namespace panggil::ctl {

/// Service days, both within; neither: the present one.
struct Days {
  std::optional<std::string> from{};
  std::optional<std::string> to{};
};

struct History {
  std::string day;  ///< the service day that it was when asked
  std::vector<protocol::Event> events;
  std::vector<protocol::LostEvents> lost;
  std::vector<protocol::Event> live;  ///< that happened meanwhile, as far as they were heard
  std::uint64_t seq = 0;              ///< of the last event that the last page could have had
};

struct Fetched {
  std::optional<History> history;  ///< nothing: see end
  session::ErrandEnd end;          ///< how the last question ended, and the office
};

/// Runs `loop` until all is there or one question has failed. Says on standard error how far it is when it
/// takes more than a second.
Fetched fetch_history(session::Session& session, EventLoop& loop, const Clock& clock, Days days,
                      const session::Wording& wording);

/// \throws std::invalid_argument when one is no date, or the last before the first, saying what would be
/// right.
void check_days(const Days& days);

}  // namespace panggil::ctl
