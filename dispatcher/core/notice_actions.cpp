#include "dispatcher/core/notice_actions.hpp"

#include <algorithm>

#include "dispatcher/core/refusals.hpp"

namespace panggil::core {

namespace {

/// In each of the office's languages; empty if there is none of them.
LocalText in_every_language(const Office& office, const LocalText& given) {
  const auto text_in = [&](const std::string& language) -> const std::string* {
    const auto found = given.find(language);
    return found == given.end() ? nullptr : &found->second;
  };
  const auto* any = text_in("");
  for (const auto& language : office.languages) {
    if (!any) any = text_in(language);
  }
  LocalText texts;
  if (!any) return texts;
  for (const auto& language : office.languages) {
    const auto* own = text_in(language);
    texts.emplace(language, own ? *own : *any);
  }
  return texts;
}

}  // namespace

Decision decide_notice(const Office& office, const State& state, const PostNotice& action, WallTime now) {
  if (action.area && !office.find(*action.area)) return fail(refusals::unknown_area(*action.area));
  if (action.until && *action.until <= now) return fail(refusals::notice_over());
  if (state.notices.size() >= kMostNotices) return fail(refusals::too_many_notices(kMostNotices));
  auto text = in_every_language(office, action.text);
  if (text.empty()) return fail(refusals::notice_without_text());
  const NoticeId id("n" + std::to_string(state.posted + 1));
  return std::vector<EventBody>{NoticePosted{id, action.area, action.level, std::move(text), action.until}};
}

Decision decide_clear_notice(const State& state, const ClearNotice& action) {
  const auto found = std::ranges::find(state.notices, action.notice, &Notice::id);
  if (found == state.notices.end()) return fail(refusals::unknown_notice(action.notice));
  return std::vector<EventBody>{NoticeCleared{action.notice}};
}

std::vector<EventBody> notices_due(const State& state, WallTime now) {
  std::vector<EventBody> events;
  for (const auto& notice : state.notices) {
    if (notice.until && *notice.until <= now) events.emplace_back(NoticeCleared{notice.id});
  }
  return events;
}

std::optional<WallTime> next_notice_due(const State& state) {
  std::optional<WallTime> next;
  for (const auto& notice : state.notices) {
    if (notice.until && (!next || *notice.until < *next)) next = notice.until;
  }
  return next;
}

}  // namespace panggil::core
