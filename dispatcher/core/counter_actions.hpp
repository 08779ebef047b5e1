/// \file
/// What an officer does at a counter: each action's own conditions and events. Who may act there is settled
/// already.
#pragma once

#include "dispatcher/core/at_counter.hpp"

namespace panggil::core {

/// Also takes over an open counter: another officer may have come. None named: the one who is there stays.
Decision decide_at(const AtCounter& here, const Open& action);
Decision decide_at(const AtCounter& here, const Pause& action);
Decision decide_at(const AtCounter& here, const Close& action);
Decision decide_at(const AtCounter& here, const Next& action);
Decision decide_at(const AtCounter& here, const CallTicket& action);
Decision decide_at(const AtCounter& here, const Recall& action);
Decision decide_at(const AtCounter& here, const Start& action);
Decision decide_at(const AtCounter& here, const Complete& action);
Decision decide_at(const AtCounter& here, const Skip& action);

}  // namespace panggil::core
