/// \file
/// Which of a board's notices are to be seen, and what matters most: emergency, then a call, then a warning,
/// then information, then whatever is shown when nothing else is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/protocol/message/board.hpp"
#include "display/model/scene.hpp"

namespace panggil::display {

/// Those that hold at `time`, the dispatcher's, by their level and then newest first. Without a time all of
/// them: better one that is over than none that is not.
std::vector<NoticeText> notices_at(const std::vector<protocol::Notice>& notices,
                                   const std::optional<Stamp>& time, const std::string& language);

/// When the next of them ends, by the dispatcher's time.
std::optional<WallTime> next_end(const std::vector<protocol::Notice>& notices,
                                 const std::optional<Stamp>& time);

/// `notices` as notices_at() gives them.
Stage stage_of(const std::vector<NoticeText>& notices, bool calling);

}  // namespace panggil::display
