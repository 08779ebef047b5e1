/// \file
/// What an office is: its services, counters, hours and rules, as the configuration says. Read-only to the
/// core; dispatcher/settings fills it and checks every reference in it.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/base/ids.hpp"
#include "common/base/time.hpp"
#include "common/base/zone.hpp"

namespace panggil::core {

/// A text in each of the office's languages: language code to text.
using LocalText = std::map<std::string, std::string>;

/// A part of a local day, from the first minute up to but not including the last; never across midnight.
struct Opening {
  std::chrono::minutes from;
  std::chrono::minutes until;
  friend bool operator==(const Opening&, const Opening&) = default;
};

/// For each weekday (Sunday is 0, as in std::chrono::weekday::c_encoding) the openings in order; a break is
/// what lies between two of them.
using WeekHours = std::array<std::vector<Opening>, 7>;

/// The openings of particular dates in the place of the weekday's; without any, closed all day.
using ExceptionalDays = std::map<Day, std::vector<Opening>>;

/// As many tickets a service day as the counters can serve in that day's hours; see quota.hpp.
struct ComputedQuota {
  std::chrono::minutes service_time;  ///< expected, of one person
  int measured_days = 0;              ///< so many past days are measured instead; 0: none are
};

struct Service {
  ServiceId id;
  LocalText name;
  std::string prefix;              ///< of its ticket numbers; services with one prefix share a series
  std::optional<WeekHours> hours;  ///< nothing: the office's
  std::optional<int> quota;        ///< tickets a service day; nothing: no limit, or a computed one
  std::optional<std::chrono::minutes> max_wait;  ///< beyond it the rule `overdue` picks a ticket
  /// Which a wait should not exceed, for the reports; nothing: max_wait.
  std::optional<std::chrono::minutes> target_wait{};
  std::optional<ServiceId> then{};  ///< the visit goes on there, under the same number
  std::optional<ComputedQuota> computed_quota{};
  ExceptionalDays exceptional_days{};  ///< over the office's
  std::optional<std::chrono::minutes>
      last_ticket{};  ///< before the day's last closing; nothing: the office's
};

struct Counter {
  CounterId id;
  LocalText label;
  std::vector<AreaId> areas;
  std::vector<ServiceId> services;  ///< in the counter's own order

  bool takes(const ServiceId& service) const;
};

struct Area {
  AreaId id;
  LocalText name;
};

/// The rules of selection, in the order the office asks them. See docs/ARCHITECTURE.md, "Whom to call next".
struct ReservedRule {};
struct OverdueRule {};
struct BookedRule {};
/// So many turns for each class, in this order.
struct AlternateRule {
  std::vector<std::pair<ClassId, int>> turns;
};
struct EarliestRule {
  std::map<ClassId, std::chrono::minutes> head_start;
};
using SelectionRule = std::variant<ReservedRule, OverdueRule, BookedRule, AlternateRule, EarliestRule>;

enum class Role { kCounter, kKiosk, kDesk, kSupervisor, kBooking, kDisplay };

/// A device whose role or counters its name does not tell.
struct Device {
  ClientId client;
  Role role;
  std::vector<CounterId> counters;  ///< where a `kCounter` may act
};

/// When the dispatcher itself takes somebody who was called for a no-show; see no_show.hpp.
struct NoShowRule {
  std::optional<int> after_recalls;
  std::optional<std::chrono::minutes> after_minutes;
};

struct Office {
  SiteId site;
  LocalText name;
  std::vector<std::string> languages;  ///< the first is the one for messages of the dispatcher
  Zone zone;
  std::chrono::minutes day_starts{0};  ///< after local midnight
  std::optional<WeekHours> hours;      ///< nothing: always open
  ExceptionalDays exceptional_days{};
  std::chrono::minutes last_ticket{0};  ///< taken so long before the day's last closing at the latest
  int first_number = 1;
  int last_number = 999;         ///< its number of digits is that of every ticket
  std::vector<ClassId> classes;  ///< the first is the one meant when a command names none
  std::vector<Area> areas;
  std::vector<Service> services;
  std::vector<Counter> counters;
  std::vector<SelectionRule> selection;
  bool services_in_order = false;  ///< a counter empties its first service before it looks at the second
  NoShowRule no_show{};
  std::vector<Device> devices;

  /// Null when there is none.
  const Service* find(const ServiceId& id) const;
  const Counter* find(const CounterId& id) const;
  const Area* find(const AreaId& id) const;
};

}  // namespace panggil::core
