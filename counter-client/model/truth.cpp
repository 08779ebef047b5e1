#include "counter-client/model/truth.hpp"

#include <algorithm>

namespace panggil::counter {

void Truth::take(const protocol::Office& office) {
  if (!office_ || office.seq >= office_->seq) office_ = office;
}

void Truth::take(const protocol::Counter& counter) {
  if (counter.counter != id_.text()) {
    auto& known = others_.try_emplace(counter.counter, counter).first->second;
    if (counter.seq >= known.seq) known = counter;
    return;
  }
  if (!counter_ || counter.seq >= counter_->seq) counter_ = counter;
}

void Truth::take(const protocol::Queue& queue) {
  const auto known = queues_.find(queue.service);
  if (known != queues_.end() && queue.seq < known->second.seq) return;
  queues_.insert_or_assign(queue.service, queue);
}

void Truth::take(const protocol::Event& event) {
  if (event.seq <= last_event_) return;
  last_event_ = event.seq;
  if (event.counter != id_.text()) return;
  events_.push_front(event);
  if (events_.size() > kKept) events_.pop_back();
}

void Truth::forget() {
  office_.reset();
  counter_.reset();
  others_.clear();
  queues_.clear();
  events_.clear();
  last_event_ = 0;
}

std::string Truth::state_of(const std::string& counter) const {
  const auto known = others_.find(counter);
  return known == others_.end() ? "" : known->second.state;
}

std::uint64_t Truth::waiting(const std::string& service) const {
  const auto known = queues_.find(service);
  return known == queues_.end() ? 0 : known->second.waiting;
}

const protocol::OfficeCounter* Truth::in_office() const {
  if (!office_) return nullptr;
  const auto found = std::ranges::find(office_->counters, id_.text(), &protocol::OfficeCounter::counter);
  return found == office_->counters.end() ? nullptr : &*found;
}

std::optional<std::string> Truth::current() const {
  if (!counter_ || !counter_->ticket) return std::nullopt;
  return counter_->ticket->ticket;
}

}  // namespace panggil::counter
