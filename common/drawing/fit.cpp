#include "common/drawing/fit.hpp"

#include <algorithm>
#include <utility>

namespace panggil::drawing {
namespace {
constexpr float kMargin = 1.03F;
constexpr std::string_view kEllipsis = "…";

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const auto space = std::min(text.find(' '), text.size());
    if (space > 0) words.emplace_back(text.substr(0, space));
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return words;
}

/// Lines filled one after the other with what goes into `room`; a word that is too long has one to itself.
std::vector<std::string> filled(const std::vector<std::string>& words, const Typesetter& type, Weight weight,
                                float cap, float room) {
  std::vector<std::string> lines;
  for (const auto& word : words) {
    const bool goes_on = !lines.empty() && type.width(lines.back() + " " + word, weight, cap) <= room;
    if (goes_on) {
      lines.back() += " " + word;
    } else {
      lines.push_back(word);
    }
  }
  return lines;
}

/// On as many lines, as alike in length as the words allow: no word stands alone on the last one.
std::vector<std::string> evenly(const std::vector<std::string>& words, const Typesetter& type, Weight weight,
                                float cap, float room, std::size_t count) {
  auto lines = filled(words, type, weight, cap, room);
  const int steps = cap > 0 ? static_cast<int>(std::min(room / cap, 1000.0F)) : 0;  // to half the room
  for (int step = 1; step < steps; ++step) {
    const float narrower = room - static_cast<float>(step) * cap / 2;
    auto tried = filled(words, type, weight, cap, narrower);
    const bool goes_in = std::all_of(tried.begin(), tried.end(), [&](const auto& line) {
      return type.width(line, weight, cap) <= narrower;
    });
    if (tried.size() > count || !goes_in) break;
    lines = std::move(tried);
  }
  return lines;
}

bool is_inside_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}
}  // namespace

float Typesetter::width(std::string_view text, Weight weight, float cap) const {
  if (const auto small = measure_small ? measure_small(text, weight, cap) : std::nullopt) return *small;
  return measure(text, weight) * cap * kMargin;
}

float Typesetter::fitting_cap(std::string_view text, Weight weight, float cap, float room) const {
  cap = std::max(cap, 0.0F);
  room = std::max(room, 0.0F);
  cap = std::max(cap, 0.0F);
  // A smaller size may be hinted to wider letters; what comes out then is smaller still.
  constexpr int kTries = 3;
  for (int tried = 0; tried < kTries; ++tried) {
    const float full = width(text, weight, cap);
    if (full <= room) break;
    cap *= room / full;
  }
  return cap;
}

std::string Typesetter::shortened(std::string_view text, Weight weight, float cap, float room) const {
  if (width(text, weight, cap) <= room) return std::string(text);
  while (!text.empty()) {
    while (is_inside_character(text.back())) text.remove_suffix(1);
    text.remove_suffix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    auto candidate = std::string(text).append(kEllipsis);
    if (width(candidate, weight, cap) <= room) return candidate;
  }
  return {};
}

std::vector<std::string> Typesetter::wrapped(std::string_view text, Weight weight, float cap, float room,
                                             std::size_t most) const {
  const auto words = words_of(text);
  auto lines = filled(words, *this, weight, cap, room);
  // Widen the room until the lines are few enough: what comes out is as even as the words allow.
  float wider = room;
  while (lines.size() > most) {
    lines = filled(words, *this, weight, cap, wider);
    wider += cap / 4;
  }
  return lines;
}

Block Typesetter::block(std::string_view text, Weight weight, float room, float height, float most,
                        float least, float pitch) const {
  constexpr float kStep = 0.96F;
  const auto words = words_of(text);
  Block block;
  float cap = most;
  while (true) {
    block = {filled(words, *this, weight, cap, room), cap};
    const bool narrow = std::all_of(block.lines.begin(), block.lines.end(),
                                    [&](const auto& line) { return width(line, weight, cap) <= room; });
    if (narrow && static_cast<float>(block.lines.size()) * cap * pitch <= height) {
      block.lines = evenly(words, *this, weight, cap, room, block.lines.size());
      return block;
    }
    if (cap <= least) break;
    cap = std::max(cap * kStep, least);
  }
  const auto fitting = static_cast<std::size_t>(std::max(height / (block.cap * pitch), 1.0F));
  if (block.lines.size() > fitting) {
    block.lines.resize(fitting);
    block.lines.back() += " " + std::string(kEllipsis);
  }
  for (auto& line : block.lines) line = shortened(line, weight, block.cap, room);
  return block;
}

}  // namespace panggil::drawing
