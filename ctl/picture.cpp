#include "ctl/picture.hpp"

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>

#include "common/protocol/codec.hpp"

namespace panggil::ctl {

template <class Message>
bool Picture::keep(std::map<std::string, Heard<Message>>& where, const std::string& key,
                   const std::string& payload) {
  if (payload.empty()) return where.erase(key) > 0;
  auto message = protocol::decode<Message>(payload);
  if (!message) return false;
  const auto known = where.find(key);
  // The same number again is news too: a service opens and closes by the clock, without an event.
  if (known != where.end() && message->seq < known->second.message.seq) return false;
  seq_ = std::max(seq_, message->seq);
  where.insert_or_assign(key, Heard<Message>{std::move(*message), payload});
  return true;
}

bool Picture::take(const protocol::Topic& topic, const std::string& payload) {
  return std::visit([&](const auto& one) { return hear(one, payload); }, topic);
}

bool Picture::hear(const protocol::OfficeTopic&, const std::string& payload) {
  auto office = protocol::decode<protocol::Office>(payload);
  if (!office) return false;
  seq_ = std::max(seq_, office->seq);
  office_ = {std::move(*office), payload};
  return true;
}

bool Picture::hear(const protocol::QueueTopic& topic, const std::string& payload) {
  return keep(queues_, topic.service.text(), payload);
}

bool Picture::hear(const protocol::CounterTopic& topic, const std::string& payload) {
  return keep(counters_, topic.counter.text(), payload);
}

bool Picture::hear(const protocol::BoardTopic& topic, const std::string& payload) {
  return keep(boards_, topic.area.text(), payload);
}

bool Picture::hear(const protocol::DeviceStateTopic& topic, const std::string& payload) {
  const std::string& client = topic.client.text();
  if (payload.empty()) return devices_.erase(client) > 0;
  auto state = protocol::decode<protocol::DeviceState>(payload);
  if (!state) return false;
  // A will of an earlier run; whoever says `online` is there, whatever has been heard of another run.
  const auto known = devices_.find(client);
  const bool is_late = known != devices_.end() && state->boot < known->second.message.boot;
  if (is_late && state->state == "offline") return false;
  devices_.insert_or_assign(client, Heard<protocol::DeviceState>{std::move(*state), payload});
  return true;
}

bool Picture::hear(const protocol::EventTopic&, const std::string& payload) {
  auto event = protocol::decode<protocol::Event>(payload);
  if (!event) return false;
  seq_ = std::max(seq_, event->seq);
  // Kinds have topics of their own, so that two events may change places on the way; one may come twice.
  const auto place =
      std::ranges::find_if(events_, [&](const auto& known) { return known.seq <= event->seq; });
  if (place != events_.end() && place->seq == event->seq) return false;
  events_.insert(place, std::move(*event));
  if (events_.size() > kMostEvents) events_.pop_back();
  return true;
}

std::vector<protocol::Call> Picture::calls() const {
  std::map<std::uint64_t, protocol::Call, std::greater<>> by_number;
  for (const auto& [area, board] : boards_) {
    for (const auto& call : board.message.calls) by_number.emplace(call.call, call);
  }
  std::vector<protocol::Call> calls;
  for (auto& [number, call] : by_number) calls.push_back(std::move(call));
  return calls;
}

std::vector<Picture::Posted> Picture::notices() const {
  // They are numbered: n10 is younger than n9.
  const auto older = [](const std::string& one, const std::string& other) {
    return std::pair(one.size(), std::string_view(one)) < std::pair(other.size(), std::string_view(other));
  };
  std::map<std::string, Posted, decltype(older)> by_age(older);
  for (const auto& [area, board] : boards_) {
    for (const auto& notice : board.message.notices) {
      auto& known = by_age[notice.notice];
      known.notice = notice;
      known.areas.push_back(area);
    }
  }
  std::vector<Posted> posted;
  for (auto& [id, each] : by_age) posted.push_back(std::move(each));
  return posted;
}

bool Picture::complete() const {
  if (!office_) return false;
  const auto& office = office_->message;
  return std::ranges::all_of(office.services,
                             [this](const auto& one) { return queues_.contains(one.service); }) &&
         std::ranges::all_of(office.counters,
                             [this](const auto& one) { return counters_.contains(one.counter); });
}

bool Gap::missed(std::uint64_t said, std::uint64_t heard, MonoTime now) {
  if (said <= std::max(heard, forgiven_)) {
    since_.reset();
    return false;
  }
  if (!since_) since_ = now;
  if (now - *since_ < kPatience) return false;
  forgiven_ = said;
  since_.reset();
  return true;
}

}  // namespace panggil::ctl
