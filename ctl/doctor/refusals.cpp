#include "ctl/doctor/refusals.hpp"

#include <algorithm>
#include <charconv>

namespace panggil::ctl {
namespace {

constexpr std::string_view kRefused = "refused: ";
constexpr std::string_view kMore = " more in that minute";

void take(std::string_view line, std::map<std::string, Refusals>& refusals) {
  if (!line.starts_with(kRefused)) return;
  line.remove_prefix(kRefused.size());
  const auto end = line.find_first_of(" ,");
  if (end == std::string_view::npos) return;
  const auto name = std::string(line.substr(0, end));
  const auto rest = line.substr(end);
  if (rest.starts_with(", ") && rest.ends_with(kMore)) {
    long times = 0;
    std::from_chars(rest.data() + 2, rest.data() + rest.size(), times);
    refusals[name].times += times;
  } else if (const auto topic = rest.find(" on ");
             rest.starts_with(" may not ") && topic != std::string_view::npos) {
    ++refusals[name].times;
    refusals[name].last_topic = rest.substr(topic + 4);
  }
}

}  // namespace

std::map<std::string, Refusals> refusals_in(std::string_view log) {
  std::map<std::string, Refusals> refusals;
  while (!log.empty()) {
    const auto end = std::min(log.find('\n'), log.size());
    take(log.substr(0, end), refusals);
    log.remove_prefix(std::min(end + 1, log.size()));
  }
  return refusals;
}

}  // namespace panggil::ctl
