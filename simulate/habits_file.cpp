#include "simulate/habits_file.hpp"

#include <algorithm>

namespace panggil::simulate {
namespace {

using settings::Node;

constexpr Seconds kLongest{std::chrono::hours(8)};

template <class T>
T id_or(const Node& node, std::string_view otherwise) {
  const auto id = node.id<T>();
  return id ? *id : T(otherwise);
}

Spread read_spread(const Node& node) {
  const Spread spread{node.required("median").duration(Seconds(0), kLongest),
                      node.required("sigma").number(0, 3)};
  node.no_other_keys();
  return spread;
}

std::vector<Rate> read_arrivals(const Node& node) {
  std::vector<Rate> rates;
  if (!node.present()) return rates;
  for (const auto& item : node.items()) {
    const Rate rate{item.required("from").time_of_day(), item.required("per_hour").number(0, 10'000)};
    item.no_other_keys();
    if (!rates.empty() && rate.from <= rates.back().from) item.fault("fault.habits.not_after");
    rates.push_back(rate);
  }
  if (!rates.empty() && rates.back().per_hour > 0) node.fault("fault.habits.no_end");
  return rates;
}

std::map<ClassId, double> read_classes(const Node& node) {
  std::map<ClassId, double> shares;
  if (!node.present()) return shares;
  double sum = 0;
  for (const auto& [name, share] : node.entries()) {
    const auto id = ClassId::parse(name);
    if (!id) share.key_fault("fault.habits.no_class");
    if (id) sum += shares[*id] = share.number(0, 1);
  }
  if (sum > 1) node.fault("fault.habits.too_much");
  return shares;
}

std::optional<Follow> read_follow(const Node& node) {
  if (!node.present()) return std::nullopt;
  Follow follow{
      id_or<ServiceId>(node.required("service"), "unknown"), node.required("share").number(0, 1), {}};
  if (const auto after = node.optional("after"); after.present()) follow.after = read_spread(after);
  node.no_other_keys();
  return follow;
}

ServiceHabits read_service(const Node& node) {
  ServiceHabits habits{.service = id_or<ServiceId>(node.required("id"), "unknown"),
                       .at = id_or<ClientId>(node.required("at"), "unknown"),
                       .arrivals = read_arrivals(node.optional("arrivals")),
                       .classes = read_classes(node.optional("classes")),
                       .service_time = read_spread(node.required("service_time")),
                       .then = read_follow(node.optional("then"))};
  if (const auto share = node.optional("no_show"); share.present()) habits.no_show = share.number(0, 1);
  node.no_other_keys();
  return habits;
}

std::pair<TimeOfDay, TimeOfDay> read_span(const Node& node) {
  const std::pair span{node.required("from").time_of_day(), node.required("until").time_of_day()};
  if (span.second <= span.first) node.fault("fault.habits.reversed");
  return span;
}

OfficerHabits read_officer(const Node& node) {
  const auto [from, until] = read_span(node);
  OfficerHabits habits{.counter = id_or<CounterId>(node.required("counter"), "unknown"),
                       .officer = node.required("name").text(),
                       .from = from,
                       .until = until,
                       .breaks = {}};
  if (const auto breaks = node.optional("breaks"); breaks.present())
    for (const auto& item : breaks.items()) {
      habits.breaks.push_back(read_span(item));
      item.no_other_keys();
    }
  node.no_other_keys();
  return habits;
}

Manners read_manners(const Node& node) {
  Manners manners{.walk = read_spread(node.required("walk")),
                  .recall_after = node.required("recall_after").duration(Seconds(1), kLongest),
                  .recalls = static_cast<int>(node.required("recalls").whole(0, 20)),
                  .pause_between = read_spread(node.required("pause_between")),
                  .tidies_first = node.required("tidies_first").number(0, 1),
                  .patience = node.required("patience").duration(Seconds(0), kLongest)};
  node.no_other_keys();
  return manners;
}

/// Who goes on has to be expected there, and in the end goes home.
void check_follows(const Habits& habits, const Node& services) {
  for (const ServiceHabits& service : habits.services) {
    const ServiceHabits* at = &service;
    for (std::size_t steps = 0; at->then; ++steps) {
      const auto& then = at->then->service;
      if (steps > habits.services.size())
        return services.fault("fault.habits.endless", {{"service", service.service.text()}});
      at = habits.find(then);
      if (!at) return services.fault("fault.habits.goes_nowhere", {{"service", then.text()}});
    }
  }
}

}  // namespace

Habits read_habits(const settings::Document& document) {
  const Node root = document.root();
  Habits habits{.services = {}, .officers = {}, .manners = read_manners(root.required("manners"))};
  const auto services = root.required("services");
  for (const auto& item : services.items()) habits.services.push_back(read_service(item));
  for (const auto& item : root.required("officers").items()) habits.officers.push_back(read_officer(item));
  root.no_other_keys();
  check_follows(habits, services);
  document.require_clean();
  return habits;
}

Habits load_habits(const std::filesystem::path& directory) {
  return read_habits(settings::Document::load(directory / "simulation.yaml"));
}

}  // namespace panggil::simulate
