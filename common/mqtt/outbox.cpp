#include "common/mqtt/outbox.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

namespace panggil::mqtt {

void Outbox::push(Message message) {
  if (message.retain) {
    if (const auto found = retained_.find(message.topic); found != retained_.end()) {
      if (found->second->qos == 0) --qos0_;
      if (message.qos == 0) ++qos0_;
      *found->second = std::move(message);
      return;
    }
  }
  if (waiting_.size() >= capacity_ && !make_room()) {
    ++dropped_;
    return;
  }
  if (message.qos == 0) ++qos0_;
  waiting_.push_back(std::move(message));
  const auto place = std::prev(waiting_.end());
  if (place->retain) retained_[place->topic] = place;
}

Message Outbox::pop() {
  assert(!empty());
  return take(waiting_.begin());
}

void Outbox::clear() {
  waiting_.clear();
  retained_.clear();
  qos0_ = 0;
}

bool Outbox::make_room() {
  if (qos0_ == 0) return false;
  take(std::find_if(waiting_.begin(), waiting_.end(),
                    [](const Message& message) { return message.qos == 0; }));
  ++dropped_;
  return true;
}

Message Outbox::take(Place place) {
  if (place->retain) retained_.erase(place->topic);
  if (place->qos == 0) --qos0_;
  Message message = std::move(*place);
  waiting_.erase(place);
  return message;
}

}  // namespace panggil::mqtt
