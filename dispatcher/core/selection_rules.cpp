#include "dispatcher/core/selection_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace panggil::core {
namespace {

using std::chrono::minutes;

/// The lane whose head comes first by `effective`, a function of the lane.
template <class Effective>
std::optional<Pick> earliest_head(const Heads& heads, Effective effective) {
  std::optional<Pick> best;
  for (const auto& lane : heads.lanes()) {
    if (lane.empty()) continue;
    const Pick candidate{&lane, effective(lane)};
    if (!best || candidate.before(*best)) best = candidate;
  }
  return best;
}

WallTime place_of(const Lane& lane) {
  return lane.head->at;
}

minutes head_start(const EarliestRule& rule, const Lane& lane) {
  if (!lane.ticket_class) return minutes(0);
  const auto found = rule.head_start.find(*lane.ticket_class);
  return found == rule.head_start.end() ? minutes(0) : found->second;
}

/// Whole minutes in line.
std::int64_t waited_min(const Pick& picked, WallTime now) {
  return std::max(std::chrono::floor<minutes>(now - picked.place().at), minutes(0)).count();
}

struct Share {
  const ClassId* ticket_class;
  int turns;
};
using Shares = std::vector<Share>;

Shares shares(const AlternateRule& rule, const Heads& heads) {
  Shares all;
  all.reserve(rule.turns.size() + heads.lanes().size());
  for (const auto& [ticket_class, turns] : rule.turns) all.push_back({&ticket_class, turns});
  for (const auto& lane : heads.lanes()) {
    if (!lane.ticket_class) continue;
    const auto same = [&](const auto& turn) { return turn.first == *lane.ticket_class; };
    if (std::ranges::none_of(rule.turns, same)) all.push_back({lane.ticket_class, 1});
  }
  return all;
}

/// The index of the class whose turn it is, whether anybody of it waits or not.
std::size_t whose_turn(const Shares& all, const Turns& turns) {
  if (!turns.last) return 0;
  const auto last =
      std::ranges::find_if(all, [&](const Share& share) { return *share.ticket_class == *turns.last; });
  if (last == all.end()) return 0;
  const auto index = static_cast<std::size_t>(last - all.begin());
  return turns.in_a_row < last->turns ? index : (index + 1) % all.size();
}

}  // namespace

bool Pick::before(const Pick& other) const {
  return std::tie(effective, place()) < std::tie(other.effective, other.place());
}

std::optional<Pick> pick(const ReservedRule&, const Service&, const Heads& heads, WallTime) {
  if (heads.first().empty()) return std::nullopt;
  return Pick{&heads.first(), place_of(heads.first())};
}

std::optional<Pick> pick(const OverdueRule&, const Service& service, const Heads& heads, WallTime now) {
  if (!service.max_wait) return std::nullopt;
  const auto longest = earliest_head(heads, place_of);
  if (!longest || now - longest->place().at <= *service.max_wait) return std::nullopt;
  return longest;
}

std::optional<Pick> pick(const BookedRule&, const Service&, const Heads&, WallTime) {
  return std::nullopt;
}

std::optional<Pick> pick(const AlternateRule& rule, const Service&, const Heads& heads, WallTime) {
  const auto all = shares(rule, heads);
  if (all.empty()) return std::nullopt;
  const auto start = whose_turn(all, heads.turns());
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto* lane = heads.of(*all[(start + i) % all.size()].ticket_class);
    if (lane) return Pick{lane, place_of(*lane)};
  }
  return std::nullopt;
}

std::optional<Pick> pick(const EarliestRule& rule, const Service&, const Heads& heads, WallTime) {
  return earliest_head(heads, [&](const Lane& lane) { return place_of(lane) - head_start(rule, lane); });
}

std::string detail(const ReservedRule&, const Service&, const Heads&, const Pick&, WallTime) {
  return "put first";
}

std::string detail(const OverdueRule&, const Service& service, const Heads&, const Pick& picked,
                   WallTime now) {
  return fmt::format("waited {} min, more than {}", waited_min(picked, now), service.max_wait->count());
}

std::string detail(const BookedRule&, const Service&, const Heads&, const Pick&, WallTime) {
  return "booked";
}

std::string detail(const AlternateRule& rule, const Service&, const Heads& heads, const Pick& picked,
                   WallTime) {
  const auto& chosen = *picked.lane->ticket_class;
  const auto& turns = heads.turns();
  if (!turns.last) return fmt::format("{}'s turn", chosen.text());
  if (chosen != *turns.last) {
    return fmt::format("{}'s turn after {} {}", chosen.text(), turns.in_a_row, turns.last->text());
  }
  const auto all = shares(rule, heads);
  const auto& turn = all[whose_turn(all, turns)];
  if (*turn.ticket_class != chosen) return fmt::format("{}, as nobody of another class waits", chosen.text());
  return fmt::format("{}'s turn, {} of {}", chosen.text(), turns.in_a_row + 1, turn.turns);
}

std::string detail(const EarliestRule& rule, const Service&, const Heads&, const Pick& picked, WallTime now) {
  const auto start = head_start(rule, *picked.lane);
  const auto waited = fmt::format("waited {} min", waited_min(picked, now));
  return start == minutes(0) ? waited : fmt::format("{}, with a head start of {} min", waited, start.count());
}

std::string_view name(const SelectionRule& rule) {
  struct Name {
    std::string_view operator()(const ReservedRule&) const { return "reserved"; }
    std::string_view operator()(const OverdueRule&) const { return "overdue"; }
    std::string_view operator()(const BookedRule&) const { return "booked"; }
    std::string_view operator()(const AlternateRule&) const { return "alternate"; }
    std::string_view operator()(const EarliestRule&) const { return "earliest"; }
  };
  return std::visit(Name{}, rule);
}

}  // namespace panggil::core
