#include "dispatcher/complaints.hpp"

#include <fmt/format.h>

namespace panggil {
namespace {

constexpr std::size_t kMost = 10;
constexpr Millis kMinute{60'000};

}  // namespace

bool Complaints::may_tell(const ClientId& client, MonoTime now) {
  if (of_the_minute_.empty()) minute_ends_ = now + kMinute;
  return ++of_the_minute_[client] <= kMost;
}

std::vector<std::string> Complaints::untold(MonoTime now) {
  std::vector<std::string> lines;
  if (of_the_minute_.empty() || now < minute_ends_) return lines;
  for (const auto& [client, count] : of_the_minute_)
    if (count > kMost)
      lines.push_back(fmt::format("{} did {} more of what it may not, or of what is no command, in a minute",
                                  client.text(), count - kMost));
  of_the_minute_.clear();
  return lines;
}

}  // namespace panggil
