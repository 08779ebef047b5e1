#include "dispatcher/journal/damage.hpp"

#include <fmt/format.h>

namespace panggil::journal {
namespace {

constexpr std::size_t kRangesTold = 5;

std::string told(const SeqRange& range) {
  return range.from == range.to ? fmt::format("{}", range.from)
                                : fmt::format("{} to {}", range.from, range.to);
}

std::string where(const Damage& damage) {
  if (damage.set_aside.empty()) return "There was no file left to keep.";
  return fmt::format("The damaged file is kept, unchanged, as {}.", damage.set_aside.string());
}

std::string end(const Damage& damage) {
  if (!damage.end_lost) return "The queue stands as it was: nothing of today is lost.";
  return fmt::format(
      "The queue stands as it was after event {}. What happened after that, if anything, is lost: somebody "
      "whose ticket is "
      "not known any more needs a new one. New numbers begin further on, so that none is given twice.",
      damage.state_at);
}

}  // namespace

std::string to_text(const std::vector<SeqRange>& ranges) {
  std::string text;
  for (std::size_t index = 0; index < ranges.size() && index < kRangesTold; ++index) {
    if (index > 0) text += ", ";
    text += told(ranges[index]);
  }
  if (ranges.size() > kRangesTold) text += fmt::format(" and {} more ranges", ranges.size() - kRangesTold);
  return text;
}

std::string to_text(const Damage& damage) {
  std::string text = fmt::format("The journal was damaged: {}.\n{}\nSaved: {} events and {} answers.\n",
                                 damage.found, where(damage), damage.events_kept, damage.answers_kept);
  if (!damage.lost.empty()) text += fmt::format("Lost from the records: events {}.\n", to_text(damage.lost));
  text += end(damage);
  return text + fmt::format("\nThe journal goes on with event {} under a new epoch. Check the disk.",
                            damage.goes_on_after + 1);
}

}  // namespace panggil::journal
