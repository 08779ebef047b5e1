#include "plain_mean.hpp"

namespace panggil::evaluation {

using estimates::Minutes;

void PlainMean::begin_day() {
  for (auto& [id, service] : services_) {
    if (service.gaps > 0) {
      service.earlier += service.mean_gap();
      ++service.earlier_days;
    }
    service.first = service.last = std::nullopt;
    service.gaps = 0;
  }
  waiting_.clear();
}

/// Before two calls of today that of earlier days, and before those a guess.
Minutes PlainMean::Service::mean_gap() const {
  if (gaps > 0) return Minutes(*last - *first) / gaps;
  return earlier_days > 0 ? earlier / earlier_days : Minutes(5);
}

std::optional<estimates::Estimate> PlainMean::arrive(const TicketNumber& ticket, const ServiceId& id,
                                                     std::size_t ahead, WallTime now) {
  const std::size_t number = services_.size();
  const Service& service = services_.try_emplace(id, Service{.number = number}).first->second;
  const Minutes middle = static_cast<double>(ahead) * service.mean_gap();
  Guess guess{id, now, {estimates::to_scale(middle), 0, service.number, ahead == 0}, std::nullopt};
  if (errors_.size() > 1) {
    const auto [low, high] = errors_.quantiles(guess.past, aim_.tail());
    guess.told = estimates::rounded({estimates::from_scale(guess.past.estimated + low),
                                     estimates::from_scale(guess.past.estimated + high)});
  }
  const auto told = guess.told;
  waiting_.insert_or_assign(ticket, std::move(guess));
  if (!told) return std::nullopt;
  return estimates::Estimate{*told, middle};
}

void PlainMean::call(const TicketNumber& ticket, WallTime now) {
  const auto found = waiting_.extract(ticket);
  if (found.empty()) return;
  const Guess& guess = found.mapped();
  Service& service = services_.at(guess.service);
  if (service.first) ++service.gaps;
  if (!service.first) service.first = now;
  service.last = now;
  auto past = guess.past;
  past.error = estimates::to_scale(now - guess.since) - past.estimated;
  errors_.add(past);
  if (guess.told) aim_.learn(guess.told->holds(now - guess.since));
}

}  // namespace panggil::evaluation
