#include "dispatcher/journal/answered.hpp"

#include <functional>

namespace panggil::journal {
namespace {

constexpr std::size_t kFewest = 1024;  // places; always a power of two

/// Never 0.
std::uint64_t sum_of(std::string_view client, std::string_view id) {
  const std::hash<std::string_view> hash;
  return (hash(client) * 0x9e3779b97f4a7c15 ^ hash(id)) | 1U;
}

}  // namespace

void Answered::add(std::string_view client, std::string_view id) {
  if (2 * (count_ + 1) > sums_.size()) {
    std::vector<std::uint64_t> old(sums_.empty() ? kFewest : 2 * sums_.size());
    old.swap(sums_);
    for (const auto sum : old)
      if (sum != 0) sums_[place_of(sum)] = sum;
  }
  const auto sum = sum_of(client, id);
  auto& place = sums_[place_of(sum)];
  if (place == 0) ++count_;
  place = sum;
}

bool Answered::may_have(std::string_view client, std::string_view id) const {
  if (sums_.empty()) return false;
  return sums_[place_of(sum_of(client, id))] != 0;
}

void Answered::clear() {
  sums_ = {};
  count_ = 0;
}

std::size_t Answered::place_of(std::uint64_t sum) const {
  const std::size_t last = sums_.size() - 1;
  std::size_t place = (sum >> 1U) & last;
  while (sums_[place] != 0 && sums_[place] != sum) place = (place + 1) & last;
  return place;
}

}  // namespace panggil::journal
