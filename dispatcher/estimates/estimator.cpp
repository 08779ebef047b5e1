#include "dispatcher/estimates/estimator.hpp"

#include <algorithm>
#include <cassert>

namespace panggil::estimates {
namespace {

constexpr double kFewestCalls = 3;
constexpr std::size_t kFewestErrors = 40;

std::chrono::weekday weekday(const Day& day) {
  return std::chrono::weekday(std::chrono::sys_days(day));
}

}  // namespace

void Estimator::begin_day(Day day) {
  for (auto& [id, service] : services_) {
    if (day_) service.past.add(weekday(*day_), service.day);
    service = Service{.number = service.number, .past = service.past};
  }
  waiting_.clear();
  day_ = day;
}

void Estimator::open_hours(const ServiceId& id, std::vector<Opening> openings) {
  service(id).hours = WorkingTime(std::move(openings));
}

void Estimator::set_counters(const ServiceId& id, int open, WallTime now) {
  Service& of = service(id);
  pass(of, now);
  of.counters = open;
}

std::optional<Estimate> Estimator::arrive(const TicketNumber& ticket, const ServiceId& id, std::size_t ahead,
                                          WallTime now) {
  take(ticket, now);
  Service& of = service(id);
  pass(of, now);
  Waiting waiting{id, of.told, std::nullopt};
  std::optional<Estimate> answer;
  if (of.counters > 0) {
    const Situation here = situation(of, ahead, now);
    waiting.guess = guess(of, here);
    answer = told(of, here, *waiting.guess, of.told);
    if (answer) waiting.guess->told = answer->band;
  }
  of.line.insert(waiting.since);
  waiting_.emplace(ticket, std::move(waiting));
  return answer;
}

void Estimator::call(const TicketNumber& ticket, WallTime now) {
  const auto waiting = take(ticket, now);
  if (!waiting) return;
  Service& of = service(waiting->service);
  const Minutes waited = of.hours.between(waiting->since, of.told);
  of.pace.call(waited);
  of.day[static_cast<std::size_t>(hour(of.told))] += Work{.calls = 1, .waits = waited.count()};
  if (!waiting->guess) return;
  learn(*waiting->guess, waited);
  if (waiting->guess->told) aim_.learn(waiting->guess->told->holds(of.told - waiting->since));
}

void Estimator::leave(const TicketNumber& ticket, WallTime now) {
  take(ticket, now);
}

std::optional<Band> Estimator::told_to(const TicketNumber& ticket) const {
  const auto found = waiting_.find(ticket);
  if (found == waiting_.end() || !found->second.guess) return std::nullopt;
  return found->second.guess->told;
}

std::optional<Estimate> Estimator::estimate(const ServiceId& id, std::size_t ahead, WallTime now) const {
  const auto found = services_.find(id);
  if (found == services_.end()) return std::nullopt;
  const Service& of = found->second;
  const Situation here = situation(of, ahead, now);
  return told(of, here, guess(of, here), std::max(of.told, now));
}

Estimator::Service& Estimator::service(const ServiceId& id) {
  assert(day_);
  const std::size_t number = services_.size();
  return services_.try_emplace(id, Service{.number = number}).first->second;
}

double Estimator::hour(WallTime now) const {
  const LocalTime local = zone_.to_local(now);
  return Minutes(local - std::chrono::floor<std::chrono::days>(local)).count() / 60;
}

/// Up to now nothing has changed.
void Estimator::pass(Service& of, WallTime now) {
  if (of.told == WallTime{}) of.told = now;
  if (now <= of.told) return;
  const Minutes passed = of.hours.between(of.told, now);
  const double before = of.pace.today().busy, capacity = of.pace.today().capacity;
  of.pace.pass(passed, of.line.size(), of.counters);
  const Work& today = of.pace.today();
  of.day[static_cast<std::size_t>(hour(now))] +=
      Work{.busy = today.busy - before, .capacity = today.capacity - capacity};
  of.told = now;
}

void Estimator::learn(const Guess& guess, Minutes waited) {
  const double real = to_scale(waited);
  (guess.past.nobody_ahead ? first_in_line_ : behind_others_).learn(guess.clues, real);
  PastEstimate past = guess.past;
  past.error = real - past.estimated;
  errors_.add(past);
}

std::optional<Estimator::Waiting> Estimator::take(const TicketNumber& ticket, WallTime now) {
  auto found = waiting_.extract(ticket);
  if (found.empty()) return std::nullopt;
  Waiting waiting = std::move(found.mapped());
  Service& of = service(waiting.service);
  pass(of, now);
  of.line.erase(of.line.find(waiting.since));
  return waiting;
}

Situation Estimator::situation(const Service& of, std::size_t ahead, WallTime now) const {
  const WallTime at = std::max(now, of.told);
  Pace pace = of.pace;
  pace.pass(of.hours.between(of.told, at), of.line.size(), of.counters);
  return {.ahead = ahead,
          .counters = of.counters,
          .today = pace.today(),
          .lately = pace.lately(),
          .usual = of.past.around(weekday(*day_), hour(at)),
          .past = of.past.all(),
          .last_wait = pace.last_wait(),
          .head_waits = of.line.empty() ? Minutes(0) : of.hours.between(*of.line.begin(), at),
          .since_call = pace.since_call(),
          .until_close = of.hours.left(at)};
}

Estimator::Guess Estimator::guess(const Service& of, const Situation& now) const {
  const bool nobody = now.ahead == 0;
  const Clues seen = clues(now);
  const double predicted = (nobody ? first_in_line_ : behind_others_).predict(seen);
  const double estimated = std::clamp(predicted, to_scale(Minutes(0)), to_scale(longest(now)));
  return {seen, {.estimated = estimated, .service = of.number, .nobody_ahead = nobody}, std::nullopt};
}

std::optional<Estimate> Estimator::told(const Service& of, const Situation& now, const Guess& guess,
                                        WallTime at) const {
  const bool known = now.today.calls + now.past.calls >= kFewestCalls && errors_.size() >= kFewestErrors;
  if (now.counters <= 0 || !known) return std::nullopt;
  const double estimated = guess.past.estimated;
  const auto [low, high] = errors_.quantiles(guess.past, aim_.tail());
  const auto by_the_clock = [&](double value) { return of.hours.lasting(at, from_scale(value)); };
  return Estimate{rounded({by_the_clock(estimated + low), by_the_clock(estimated + high)}),
                  by_the_clock(estimated)};
}

}  // namespace panggil::estimates
