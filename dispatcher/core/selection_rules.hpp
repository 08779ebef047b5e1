/// \file
/// The rules of selection, each by itself: whom it picks from the lines of one service, and what there is to
/// say for it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dispatcher/core/heads.hpp"
#include "dispatcher/core/office.hpp"

namespace panggil::core {

/// The head of a lane, picked by a rule.
struct Pick {
  const Lane* lane;
  /// Its place once head starts are taken off. Of several services' picks the smallest is called; ties go by
  /// the ticket's own place.
  WallTime effective;

  const Place& place() const { return *lane->head; }
  bool before(const Pick& other) const;
};

/// The one put first. (The other kind of reservation, for one counter alone, stands in no service's lines.)
std::optional<Pick> pick(const ReservedRule& rule, const Service& service, const Heads& heads, WallTime now);
/// The one longest in line, put first or not, if that is longer than the service's max_wait. A ticket
/// reinstated as last has begun anew.
std::optional<Pick> pick(const OverdueRule& rule, const Service& service, const Heads& heads, WallTime now);
/// Nobody yet: there are no bookings.
std::optional<Pick> pick(const BookedRule& rule, const Service& service, const Heads& heads, WallTime now);
/// The head of the class whose turn it is. A class with nobody waiting yields its turn. Classes that the rule
/// does not list have one turn each after those that it does, so they do not starve either.
std::optional<Pick> pick(const AlternateRule& rule, const Service& service, const Heads& heads, WallTime now);
/// The one whose place, less its class's head start, is the smallest; one put first has its plain place.
std::optional<Pick> pick(const EarliestRule& rule, const Service& service, const Heads& heads, WallTime now);

/// What tipped the scale for `picked`, which the same rule picked from the same lines.
std::string detail(const ReservedRule& rule, const Service& service, const Heads& heads, const Pick& picked,
                   WallTime now);
std::string detail(const OverdueRule& rule, const Service& service, const Heads& heads, const Pick& picked,
                   WallTime now);
std::string detail(const BookedRule& rule, const Service& service, const Heads& heads, const Pick& picked,
                   WallTime now);
std::string detail(const AlternateRule& rule, const Service& service, const Heads& heads, const Pick& picked,
                   WallTime now);
std::string detail(const EarliestRule& rule, const Service& service, const Heads& heads, const Pick& picked,
                   WallTime now);

/// As it stands in the configuration and in Why: `reserved`, `overdue`, `booked`, `alternate`, `earliest`.
std::string_view name(const SelectionRule& rule);

}  // namespace panggil::core
