#include "common/mqtt/lull.hpp"

#include <algorithm>

namespace panggil::mqtt {
namespace {

// On the wire, without properties.
constexpr std::size_t kPublishHeader = 5;  // type, length, length of the topic, length of the properties
constexpr std::size_t kTlsRecord = 22;     // TLS 1.3: header, type, tag
// What each may have beyond that: an expiry, a longer length, a record of TLS 1.2.
constexpr std::size_t kMoreEach = 16;
// The answer to a ping may have come as well.
constexpr std::size_t kPong = 2;

}  // namespace

void Lull::look(Time now) {
  slept_ = low_water_ > 1;
  late_ = slept_ && now >= until_;
  if (late_) low_water_ = 1;
  others_ = false;
  count_ = 0;
  least_ = 0;
}

bool Lull::keeps(Received& message) {
  if (message.topic != what_.topic || message.retained) {
    others_ = true;
    return false;
  }
  ++count_;
  least_ += kPublishHeader + message.topic.size() + message.payload.size() + (tls_ ? kTlsRecord : 0);
  // When it came nobody knows, unless another has waited for it. Who waits for the next must not wait too
  // long.
  if (late_ || (slept_ && count_ == 1)) message.at = looked_at_;
  kept_ = std::move(message);
  return true;
}

void Lull::looked(std::size_t bytes, Time now) {
  if (bytes == 0) return;
  low_water_ = after(bytes);
  looked_at_ = now;
  until_ = now + what_.wait;
}

std::size_t Lull::after(std::size_t bytes) const {
  if (late_ || others_ || count_ == 0 || bytes < least_) return 1;
  // Else there is something in it that is none: perhaps the beginning of a call, whose end must not wait.
  const std::size_t more = bytes - least_;
  if (more > count_ * kMoreEach + kPong + (tls_ ? kTlsRecord : 0)) return 1;
  return (least_ + std::min(more, count_ * kMoreEach)) / count_ + kMoreEach;
}

}  // namespace panggil::mqtt
