#include "trial.hpp"

namespace panggil::evaluation {

void Trial::begin_day(Day day) {
  estimator_.begin_day(day);
  plain_.begin_day();
  told_.clear();
  ++days_;
}

void Trial::open_hours(const ServiceId& service, std::vector<estimates::Opening> openings) {
  estimator_.open_hours(service, std::move(openings));
}

void Trial::set_counters(const ServiceId& service, int open, WallTime now) {
  estimator_.set_counters(service, open, now);
}

void Trial::arrive(const TicketNumber& ticket, const ServiceId& service, std::size_t ahead, WallTime now) {
  auto ours = estimator_.arrive(ticket, service, ahead, now);
  auto plain = plain_.arrive(ticket, service, ahead, now);
  told_.insert_or_assign(ticket, Told{now, std::move(ours), std::move(plain)});
}

void Trial::call(const TicketNumber& ticket, WallTime now) {
  const auto found = told_.extract(ticket);
  if (found.empty()) return;
  const Told& told = found.mapped();
  ++called_;
  if (told.ours && told.plain) {
    ours_.add(*told.ours, now - told.since);
    plain_score_.add(*told.plain, now - told.since);
  }
  estimator_.call(ticket, now);
  plain_.call(ticket, now);
}

void Trial::leave(const TicketNumber& ticket, WallTime now) {
  told_.erase(ticket);
  estimator_.leave(ticket, now);
  plain_.leave(ticket);
}

}  // namespace panggil::evaluation
