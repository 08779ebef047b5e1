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
  Asked* asked;
  Pick pick;
};

std::optional<Pick> pick_by(const SelectionRule& rule, const Asked& asked, WallTime now) {
  return std::visit([&](const auto& each) { return pick(each, *asked.service, asked.heads, now); }, rule);
}

/// The earliest of what one rule picks from each service.
std::optional<Winner> winner(const SelectionRule& rule, std::span<Asked> services, WallTime now) {
  std::optional<Winner> best;
  for (auto& asked : services) {
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

/// Whom a counter asks for: its services, and those who wait for it alone.
struct Asking {
  std::vector<Asked> services;
  std::vector<TicketNumber> reserved;
};

/// A rule's choice; without a service: one who waits for the counter alone.
struct Found {
  const SelectionRule* rule;
  TicketNumber ticket;
  Asked* asked;
  std::optional<Pick> pick;
};

/// Who waits for this counter alone, at most so many, in the order in which they are called.
std::vector<TicketNumber> reserved_for(const State& state, const CounterId& counter, std::size_t most) {
  std::vector<TicketNumber> tickets;
  const auto found = state.reserved.find(counter);
  if (found == state.reserved.end()) return tickets;
  for (const Line* line : {&found->second.first, &found->second.others})
    for (auto place = line->begin(); place != line->end() && tickets.size() < most; ++place)
      tickets.push_back(place->number);
  return tickets;
}

Asking asking(const Office& office, const State& state, const Counter& counter, std::size_t most) {
  Asking all{{}, reserved_for(state, counter.id, most)};
  all.services.reserve(counter.services.size());
  for (const auto& id : counter.services) {
    const auto* service = office.find(id);
    assert(service);
    all.services.push_back({service, Heads(state.queue(id))});
  }
  return all;
}

std::optional<Found> find_among(const Office& office, std::span<Asked> services,
                                std::span<const TicketNumber> reserved, WallTime now) {
  return first_that_picks(office, [&](const SelectionRule& rule) -> std::optional<Found> {
    // They come before those put first in the counter's services.
    if (std::holds_alternative<ReservedRule>(rule) && !reserved.empty())
      return Found{&rule, reserved.front(), nullptr, {}};
    const auto won = winner(rule, services, now);
    if (!won) return std::nullopt;
    return Found{&rule, won->pick.place().number, won->asked, won->pick};
  });
}

std::optional<Found> find(const Office& office, Asking& asking, WallTime now) {
  if (!office.services_in_order) return find_among(office, asking.services, asking.reserved, now);
  for (auto& one : asking.services) {
    if (auto found = find_among(office, {&one, 1}, asking.reserved, now)) return found;
  }
  return std::nullopt;
}

std::string detail_of(const Found& found, WallTime now) {
  if (found.asked == nullptr) return "for this counter alone";
  const auto& asked = *found.asked;
  return std::visit(
      [&](const auto& each) { return detail(each, *asked.service, asked.heads, *found.pick, now); },
      *found.rule);
}

/// The one who was found has been called in thought.
void walk_past(Asking& asking, const Found& found, const State& state) {
  if (found.asked == nullptr) {
    asking.reserved.erase(asking.reserved.begin());
    return;
  }
  const Lane& lane = *found.pick->lane;
  const auto& ticket_class = lane.ticket_class ? *lane.ticket_class : state.find(found.ticket)->ticket_class;
  found.asked->heads.walk_past(lane, ticket_class);
}

}  // namespace

std::optional<Choice> choose(const Office& office, const State& state, const Counter& counter, WallTime now) {
  auto all = asking(office, state, counter, 1);
  const auto found = find(office, all, now);
  if (!found) return std::nullopt;
  return Choice{found->ticket, {std::string(name(*found->rule)), detail_of(*found, now)}};
}

std::vector<TicketNumber> line_up(const Office& office, const State& state, const Counter& counter,
                                  WallTime now, std::size_t most) {
  auto all = asking(office, state, counter, most);
  std::vector<TicketNumber> tickets;
  while (tickets.size() < most) {
    const auto found = find(office, all, now);
    if (!found) break;
    tickets.push_back(found->ticket);
    walk_past(all, *found, state);
  }
  return tickets;
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
