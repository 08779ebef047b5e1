#include "display/model/notices.hpp"

#include <algorithm>

#include "display/model/label.hpp"

namespace panggil::display {
namespace {
/// A level that this display does not know is shown, but does not displace anything.
Level level_of(const std::string& name) {
  if (name == "emergency") return Level::kEmergency;
  return name == "warning" ? Level::kWarning : Level::kInformation;
}

bool holds(const protocol::Notice& notice, const std::optional<Stamp>& time) {
  return !time || !notice.until || notice.until->time > time->time;
}

/// The text in a language other than this one, if it says anything else.
std::string in_another(const protocol::LocalText& text, const std::string& language) {
  const auto shown = in_language(text, language);
  const auto other = std::find_if(text.begin(), text.end(), [&](const auto& entry) {
    return entry.first != language && entry.second != shown;
  });
  return other == text.end() ? std::string() : other->second;
}
}  // namespace

std::vector<NoticeText> notices_at(const std::vector<protocol::Notice>& notices,
                                   const std::optional<Stamp>& time, const std::string& language) {
  std::vector<NoticeText> shown;
  for (const auto& notice : notices) {
    if (!holds(notice, time)) continue;
    const auto level = level_of(notice.level);
    const auto other = level == Level::kEmergency ? in_another(notice.text, language) : "";
    shown.push_back({level, in_language(notice.text, language), other});
  }
  std::reverse(shown.begin(), shown.end());
  std::stable_sort(shown.begin(), shown.end(),
                   [](const auto& one, const auto& next) { return one.level > next.level; });
  return shown;
}

std::optional<WallTime> next_end(const std::vector<protocol::Notice>& notices,
                                 const std::optional<Stamp>& time) {
  std::optional<WallTime> next;
  for (const auto& notice : notices) {
    if (!notice.until || !holds(notice, time)) continue;
    if (!next || notice.until->time < *next) next = notice.until->time;
  }
  return next;
}

Stage stage_of(const std::vector<NoticeText>& notices, bool calling) {
  const auto highest = notices.empty() ? std::nullopt : std::optional(notices.front().level);
  if (highest == Level::kEmergency) return Stage::kEmergency;
  if (calling) return Stage::kCall;
  if (highest == Level::kWarning) return Stage::kWarning;
  return highest ? Stage::kInformation : Stage::kIdle;
}

}  // namespace panggil::display
