#include "display/voice/clip_cover.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace panggil::voice {
namespace {
constexpr std::size_t kLongest = 8;  // words in one recording

struct Best {
  std::size_t clips = 0;
  std::size_t from = 0;  ///< where its last clip begins
  std::string clip;
};
}  // namespace

Result<std::vector<std::string>, std::string> cover(
    const Words& words, const std::function<bool(const std::string&)>& is_recorded) {
  std::vector<std::optional<Best>> best(words.size() + 1);  // by how many words are said
  best[0] = Best{};
  std::size_t furthest = 0;
  for (std::size_t from = 0; from < words.size(); ++from) {
    if (!best[from]) continue;
    furthest = from;
    std::string text;
    for (std::size_t to = from + 1; to <= std::min(words.size(), from + kLongest); ++to) {
      text += (text.empty() ? "" : " ") + words[to - 1];
      const auto clips = best[from]->clips + 1;
      if (best[to] && best[to]->clips <= clips) continue;
      if (is_recorded(text)) best[to] = Best{clips, from, text};
    }
  }
  if (!best.back()) return fail(words[furthest]);
  std::vector<std::string> clips;
  for (std::size_t at = words.size(); at > 0; at = best[at]->from) clips.push_back(best[at]->clip);
  std::reverse(clips.begin(), clips.end());
  return clips;
}

}  // namespace panggil::voice
