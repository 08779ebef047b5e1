#include "common/statistics/figures.hpp"

#include <utility>
#include <vector>

namespace panggil::statistics {
namespace {

void count_end(Figures& figures, LegEnd end) {
  switch (end) {
    case LegEnd::kOpen:
      ++figures.open;
      break;
    case LegEnd::kServed:
      ++figures.served;
      break;
    case LegEnd::kMovedOn:
      ++figures.moved_on;
      break;
    case LegEnd::kTransferred:
      ++figures.transferred;
      break;
    case LegEnd::kNoShow:
      ++figures.no_show;
      break;
    case LegEnd::kCancelled:
      ++figures.cancelled;
      break;
    case LegEnd::kExpired:
      ++figures.expired;
      break;
  }
}

void judge(Figures& figures, const Leg& leg, const Targets& targets) {
  const auto target = targets.find(leg.service);
  if (target == targets.end()) return;
  // Whoever waited until the day was over without being called was not called in time.
  const bool in_vain = !leg.called_at && leg.end == LegEnd::kExpired;
  if (!leg.wait() && !in_vain) return;
  ++figures.with_target;
  if (!in_vain && *leg.wait() <= target->second) ++figures.within_target;
}

}  // namespace

Targets targets_of(const protocol::Office& office) {
  Targets targets;
  for (const auto& service : office.services)
    if (service.target_wait_s) targets.emplace(service.service, Seconds(*service.target_wait_s));
  return targets;
}

std::optional<double> Figures::service_level() const {
  if (with_target == 0) return std::nullopt;
  return static_cast<double>(within_target) / with_target;
}

Figures figures_of(std::span<const Leg* const> legs, const Targets& targets) {
  Figures figures;
  std::vector<Millis> waits;
  std::vector<Millis> walks;
  std::vector<Millis> services;
  for (const Leg* leg : legs) {
    ++figures.legs;
    if (leg->number == 0) ++figures.issued;
    count_end(figures, leg->end);
    judge(figures, *leg, targets);
    if (leg->wait()) waits.push_back(*leg->wait());
    if (leg->walk) walks.push_back(*leg->walk);
    if (leg->service_time()) services.push_back(*leg->service_time());
  }
  figures.wait = spread_of(std::move(waits));
  figures.walk = spread_of(std::move(walks));
  figures.service = spread_of(std::move(services));
  return figures;
}

void TimeUse::add(const Stretch& stretch) {
  switch (stretch.spent) {
    case Spent::kCalling:
      calling += stretch.length();
      break;
    case Spent::kServing:
      serving += stretch.length();
      break;
    case Spent::kIdle:
      idle += stretch.length();
      break;
    case Spent::kBreak:
      on_break += stretch.length();
      break;
  }
}

}  // namespace panggil::statistics
