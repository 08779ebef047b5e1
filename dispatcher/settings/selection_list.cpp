#include "dispatcher/settings/selection_list.hpp"

#include <algorithm>

#include "common/settings/nearest.hpp"
#include "common/texts/spoken.hpp"
#include "dispatcher/settings/references.hpp"

namespace panggil::settings {
namespace {

const std::vector<std::string> kRules = {"reserved", "overdue", "booked", "alternate", "earliest"};
constexpr long kMostTurns = 100;
constexpr std::chrono::hours kLongestHeadStart(24);

using Classes = std::vector<ClassId>;

/// A rule as it stands in the list: its name, and what it says if it says anything.
struct Written {
  std::string name;
  Node place;      ///< of a fault of the rule itself
  Node arguments;  ///< absent for a bare name
};

Written read_written(const Node& item) {
  if (!item.is_map()) return {item.text(), item, Node()};
  const auto entries = item.entries();
  if (entries.size() == 1) return {entries.front().first, item, entries.front().second};
  item.fault("fault.office.one_rule");
  return {"", item, Node()};
}

core::SelectionRule read_alternate(const Written& rule, const Classes& classes) {
  core::AlternateRule alternate;
  if (!rule.arguments.present()) {
    rule.place.fault("fault.office.no_turns", {{"example", "{priority: 2, regular: 1}"}});
    return alternate;
  }
  for (const auto& [key, turns] : rule.arguments.entries()) {
    const auto found = find_reference(key, classes);
    if (!found) turns.key_fault("fault.office.unknown", unknown_reference("class", key, classes));
    const auto count = static_cast<int>(turns.whole(1, kMostTurns));
    if (found) alternate.turns.emplace_back(*found, count);
  }
  for (const auto& one : classes) {
    const auto is_it = [&](const auto& turn) { return turn.first == one; };
    if (std::none_of(alternate.turns.begin(), alternate.turns.end(), is_it))
      rule.arguments.fault("fault.office.starves", {{"class", one.text()}});
  }
  return alternate;
}

core::SelectionRule read_earliest(const Written& rule, const Classes& classes) {
  core::EarliestRule earliest;
  if (!rule.arguments.present()) return earliest;
  const auto head_start = rule.arguments.required("head_start");
  rule.arguments.no_other_keys();
  for (const auto& [key, minutes] : head_start.entries()) {
    const auto found = find_reference(key, classes);
    if (!found) minutes.key_fault("fault.office.unknown", unknown_reference("class", key, classes));
    const auto start = read_minutes(minutes, std::chrono::minutes(1), kLongestHeadStart);
    if (found) earliest.head_start.emplace(*found, start);
  }
  return earliest;
}

core::SelectionRule read_bare(const Written& rule) {
  if (rule.arguments.present()) rule.arguments.fault("fault.office.bare_rule", {{"rule", rule.name}});
  if (rule.name == "overdue") return core::OverdueRule{};
  if (rule.name == "booked") return core::BookedRule{};
  return core::ReservedRule{};
}

core::SelectionRule read_rule(const Written& rule, const Classes& classes) {
  if (rule.name == "alternate") return read_alternate(rule, classes);
  if (rule.name == "earliest") return read_earliest(rule, classes);
  return read_bare(rule);
}

/// Why the rule may not stand there, or nothing.
std::string misplaced(const std::string& name, const std::vector<std::string>& before) {
  if (std::find(kRules.begin(), kRules.end(), name) == kRules.end())
    return spoken_text("fault.office.unknown_rule", {{"rule", name}, {"meant", suggest(name, kRules)}});
  if (std::find(before.begin(), before.end(), name) != before.end())
    return spoken_text("fault.office.rule_twice", {{"rule", name}});
  if (!before.empty() && before.back() == "earliest")
    return spoken_text("fault.office.after_earliest", {{"rule", name}});
  return "";
}

}  // namespace

std::vector<core::SelectionRule> read_selection(const Node& node, const Classes& classes) {
  std::vector<core::SelectionRule> rules;
  std::vector<std::string> before;
  const auto items = node.items();
  for (const auto& item : items) {
    const auto written = read_written(item);
    if (written.name.empty()) continue;
    if (const auto why = misplaced(written.name, before); !why.empty()) {
      written.place.fault_in_words(why);
      continue;
    }
    before.push_back(written.name);
    rules.push_back(read_rule(written, classes));
  }
  if (node.is_list() && items.empty()) node.fault("fault.office.no_rules");
  return rules;
}

std::vector<core::SelectionRule> default_selection(const Classes& classes) {
  std::vector<core::SelectionRule> rules = {core::ReservedRule{}, core::OverdueRule{}, core::BookedRule{}};
  core::AlternateRule alternate;
  for (const auto& one : classes) {
    if (one.text() == "priority")
      alternate.turns.emplace(alternate.turns.begin(), one, 2);
    else
      alternate.turns.emplace_back(one, 1);
  }
  if (classes.size() > 1) rules.emplace_back(alternate);
  rules.emplace_back(core::EarliestRule{});
  return rules;
}

}  // namespace panggil::settings
