#include "dispatcher/core/selection.hpp"

#include <algorithm>
#include <cassert>
#include <span>

#include "dispatcher/core/selection_rules.hpp"

namespace panggil::core {
namespace {

/// One service of those that are asked.
struct Asked {
  const Service* service;
  Heads heads;
};

struct Winner {
  const Asked* asked;
  Pick pick;
};

std::optional<Pick> pick_by(const SelectionRule& rule, const Asked& asked, WallTime now) {
  return std::visit([&](const auto& each) { return pick(each, *asked.service, asked.heads, now); }, rule);
}

/// The earliest of what one rule picks from each service.
std::optional<Winner> winner(const SelectionRule& rule, std::span<const Asked> services, WallTime now) {
  std::optional<Winner> best;
  for (const auto& asked : services) {
    const auto picked = pick_by(rule, asked, now);
    if (picked && (!best || picked->before(best->pick))) best = Winner{&asked, *picked};
  }
  return best;
}

bool lists_reserved(const Office& office) {
  return std::ranges::any_of(
      office.selection, [](const SelectionRule& rule) { return std::holds_alternative<ReservedRule>(rule); });
}

/// Asks the office's rules and, where all of them pass, the one that always knows. Those put first would wait
/// for ever in an office that does not list `reserved`: there it is asked before all others.
template <class Take>
auto first_that_picks(const Office& office, Take take) {
  static const SelectionRule kReserved = ReservedRule{};
  static const SelectionRule kEarliest = EarliestRule{};
  if (!lists_reserved(office)) {
    if (auto taken = take(kReserved)) return taken;
  }
  for (const auto& rule : office.selection) {
    if (auto taken = take(rule)) return taken;
  }
  return take(kEarliest);
}

/// Who waits for this counter alone comes before those put first in the counter's services.
std::optional<Choice> choose_reserved(const SelectionRule& rule, const State& state, const Counter& counter) {
  if (!std::holds_alternative<ReservedRule>(rule)) return std::nullopt;
  const auto found = state.reserved.find(counter.id);
  if (found == state.reserved.end()) return std::nullopt;
  return Choice{found->second.next(), {std::string(name(rule)), "for this counter alone"}};
}

std::optional<Choice> choose_from(const Office& office, const State& state, const Counter& counter,
                                  std::span<const Asked> services, WallTime now) {
  return first_that_picks(office, [&](const SelectionRule& rule) -> std::optional<Choice> {
    if (auto reserved = choose_reserved(rule, state, counter)) return reserved;
    const auto won = winner(rule, services, now);
    if (!won) return std::nullopt;
    const auto& asked = *won->asked;
    auto said = std::visit(
        [&](const auto& each) { return detail(each, *asked.service, asked.heads, won->pick, now); }, rule);
    return Choice{won->pick.place().number, {std::string(name(rule)), std::move(said)}};
  });
}

}  // namespace

std::optional<Choice> choose(const Office& office, const State& state, const Counter& counter, WallTime now) {
  std::vector<Asked> services;
  services.reserve(counter.services.size());
  for (const auto& id : counter.services) {
    const auto* service = office.find(id);
    assert(service);
    services.push_back({service, Heads(state.queue(id))});
  }
  if (!office.services_in_order) return choose_from(office, state, counter, services, now);
  for (const auto& one : services) {
    if (auto choice = choose_from(office, state, counter, {&one, 1}, now)) return choice;
  }
  return std::nullopt;
}

std::size_t ahead_of(const Office& office, const State& state, const TicketNumber& ticket, WallTime now) {
  const auto* found = state.find(ticket);
  assert(found && found->state == TicketState::kWaiting && !found->reserved_for);
  Asked asked{office.find(found->service), Heads(state.queue(found->service))};
  for (std::size_t ahead = 0;; ++ahead) {
    const auto picked =
        first_that_picks(office, [&](const SelectionRule& rule) { return pick_by(rule, asked, now); });
    assert(picked);
    const auto& number = picked->place().number;
    if (number == ticket) return ahead;
    const auto* ticket_class = picked->lane->ticket_class;
    asked.heads.walk_past(*picked->lane, ticket_class ? *ticket_class : state.find(number)->ticket_class);
  }
}

}  // namespace panggil::core
