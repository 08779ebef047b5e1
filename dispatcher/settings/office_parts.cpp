#include "dispatcher/settings/office_parts.hpp"

#include <algorithm>

#include "dispatcher/core/service_times.hpp"
#include "dispatcher/settings/exceptional_days.hpp"
#include "dispatcher/settings/local_text.hpp"
#include "dispatcher/settings/references.hpp"
#include "dispatcher/settings/week_hours.hpp"

namespace panggil::settings {
namespace {

constexpr long kMostTickets = 999'999;
constexpr long kMostRecalls = 20;
constexpr std::chrono::minutes kLongestWait = std::chrono::hours(24);
const std::vector<std::string> kRoles = {"counter", "kiosk", "desk", "supervisor", "booking", "display"};

template <class Part>
auto ids_of(const std::vector<Part>& parts) {
  std::vector<decltype(Part::id)> ids;
  for (const Part& part : parts) ids.push_back(part.id);
  return ids;
}

/// The items of a list that may be neither empty nor longer than `most`.
std::vector<Node> some_items(const Node& list, std::string_view what, std::size_t most) {
  auto items = list.items();
  if (list.is_list() && items.empty()) list.fault("fault.office.none", {{"what", name_of(what)}});
  if (items.size() > most) {
    items[most].fault("fault.office.too_many", {{"most", std::to_string(most)}, {"what", name_of(what)}});
    items.resize(most);
  }
  return items;
}

/// The entry's own id, which no other entry may have.
template <class Part>
decltype(std::optional(Part::id)) read_own_id(const Node& entry, std::string_view what,
                                              const std::vector<Part>& others) {
  using T = decltype(Part::id);
  const auto node = entry.required("id");
  if (!node.present()) return std::nullopt;
  const auto id = node.template id<T>();
  if (id && find_reference(id->text(), ids_of(others))) {
    node.fault("fault.office.same_id", {{"what", name_of(what)}, {"id", id->text()}});
    return std::nullopt;
  }
  return id;
}

bool is_prefix(std::string_view text) {
  const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto legal = [&](char c) { return letter(c) || (c >= '0' && c <= '9'); };
  return !text.empty() && text.size() <= 4 && letter(text.front()) && letter(text.back()) &&
         std::all_of(text.begin(), text.end(), legal);
}

/// A prefix ends in a letter, so that in A017 it is plain where the number begins.
std::string read_prefix(const Node& node) {
  const std::string prefix = node.text();
  if (!prefix.empty() && !is_prefix(prefix)) node.fault("fault.office.prefix", {{"word", prefix}});
  return prefix;
}

std::optional<int> read_quota(const Node& node, const core::Office& office) {
  if (!node.present() || node.is_map()) return std::nullopt;
  const auto quota = static_cast<int>(node.whole(1, kMostTickets));
  const int numbers = office.last_number - office.first_number + 1;
  if (quota > numbers)
    node.fault("fault.office.quota",
               {{"quota", std::to_string(quota)}, {"numbers", std::to_string(numbers)}});
  return quota;
}

std::optional<core::ComputedQuota> read_computed_quota(const Node& node) {
  if (!node.is_map()) return std::nullopt;
  const auto time = read_minutes(node.required("service_time"), std::chrono::minutes(1), kLongestWait);
  const auto days = node.optional("measured_days");
  const auto measured = days.present() ? days.whole(0, core::kKeptServedDays) : 0;
  node.no_other_keys();
  return core::ComputedQuota{std::max(time, std::chrono::minutes(1)), static_cast<int>(measured)};
}

/// The first service from which the path comes back to itself; nothing: every visit ends.
std::optional<ServiceId> endless_path(const core::Office& office) {
  for (const auto& service : office.services) {
    const auto* at = &service;
    for (std::size_t legs = 0; at && at->then; ++legs) {
      if (legs == office.services.size()) return service.id;
      at = office.find(*at->then);
    }
  }
  return std::nullopt;
}

/// Its `then` is returned, as it may name a service further down.
Node read_service(const Node& entry, core::Office& office) {
  const auto then = entry.optional("then");
  const auto id = read_own_id(entry, "service", office.services);
  const auto hours = entry.optional("hours");
  const auto max_wait = entry.optional("max_wait");
  const auto target = entry.optional("target_wait");
  const auto quota = entry.optional("quota");
  core::Service service{
      .id = id.value_or(ServiceId("unknown")),
      .name = read_local_text(entry.required("name"), office.languages),
      .prefix = read_prefix(entry.required("prefix")),
      .hours = hours.present() ? std::optional(read_week_hours(hours)) : std::nullopt,
      .quota = read_quota(quota, office),
      .max_wait = max_wait.present()
                      ? std::optional(read_minutes(max_wait, std::chrono::minutes(1), kLongestWait))
                      : std::nullopt,
      .then = {},
      .computed_quota = read_computed_quota(quota),
      .exceptional_days = read_exceptional_days(entry.optional("holidays"), entry.optional("days")),
      .last_ticket = read_last_ticket(entry.optional("last_ticket"))};
  if (target.present()) service.target_wait = read_minutes(target, std::chrono::minutes(1), kLongestWait);
  entry.no_other_keys();
  if (id) office.services.push_back(std::move(service));
  return then;
}

/// \pre all services are read; `thens` has one entry for each of them.
void read_thens(const std::vector<Node>& thens, core::Office& office) {
  const auto all = ids_of(office.services);
  for (std::size_t i = 0; i < thens.size(); ++i) {
    if (!thens[i].present()) continue;
    const std::string word = thens[i].text();
    const auto then = find_reference(word, all);
    if (!then && !word.empty())
      thens[i].fault("fault.office.unknown", unknown_reference("service", word, all));
    office.services[i].then = then;
  }
}

core::LocalText default_label(const CounterId& id, const std::vector<std::string>& languages) {
  core::LocalText label;
  for (const auto& language : languages)
    label[language] = (language == "id" ? "Loket " : "Counter ") + id.text();
  return label;
}

std::vector<AreaId> read_counter_areas(const Node& entry, const core::Office& office) {
  const auto known = ids_of(office.areas);
  if (known.size() == 1 && !entry.optional("areas").present()) return known;
  return read_references(entry.required("areas"), "area", known);
}

void read_counter(const Node& entry, core::Office& office) {
  const auto id = read_own_id(entry, "counter", office.counters);
  const auto label = entry.optional("label");
  const auto stand_in = id.value_or(CounterId("unknown"));
  core::Counter counter{
      .id = stand_in,
      .label = label.present() ? read_local_text(label, office.languages)
                               : default_label(stand_in, office.languages),
      .areas = read_counter_areas(entry, office),
      .services = read_references(entry.required("services"), "service", ids_of(office.services))};
  entry.no_other_keys();
  if (id) office.counters.push_back(std::move(counter));
}

/// What a device of this name is unless its entry says more; nothing: the name does not tell.
std::optional<core::Role> role_of_name(std::string_view name) {
  const auto found = std::find(kRoles.begin(), kRoles.end(), name.substr(0, name.find('-')));
  if (found == kRoles.end()) return std::nullopt;
  return static_cast<core::Role>(found - kRoles.begin());
}

std::optional<core::Role> read_role(const Node& entry, std::string_view name) {
  if (const auto node = entry.optional("role"); node.present()) {
    const auto role = node.choice(kRoles);
    return role ? std::optional(static_cast<core::Role>(*role)) : std::nullopt;
  }
  const auto role = role_of_name(name);
  if (!role)
    entry.key_fault("fault.office.no_role",
                    {{"name", std::string(name)}, {"roles", fmt::format("{}", fmt::join(kRoles, ", "))}});
  return role;
}

std::vector<CounterId> read_device_counters(const Node& entry, core::Role role, const core::Office& office) {
  if (role == core::Role::kCounter)
    return read_references(entry.required("counters"), "counter", ids_of(office.counters));
  if (const auto counters = entry.optional("counters"); counters.present())
    counters.key_fault("fault.office.no_counters");
  return {};
}

void read_device(const std::string& name, const Node& entry, core::Office& office) {
  const auto client = ClientId::parse(name);
  if (!client) return entry.key_fault("fault.office.client", {{"name", name}});
  if (!entry.is_map()) return entry.fault("fault.office.device", {{"example", "{role: kiosk}"}});
  const auto role = read_role(entry, name);
  if (!role) return;
  office.devices.push_back({*client, *role, read_device_counters(entry, *role, office)});
  entry.no_other_keys();
}

}  // namespace

std::optional<std::chrono::minutes> read_last_ticket(const Node& node) {
  if (!node.present()) return std::nullopt;
  return read_minutes(node, std::chrono::minutes(0), kLongestWait);
}

void read_areas(const Node& list, core::Office& office) {
  for (const auto& entry : some_items(list, "area", kMostAreas)) {
    const auto id = read_own_id(entry, "area", office.areas);
    auto name = read_local_text(entry.required("name"), office.languages);
    entry.no_other_keys();
    if (id) office.areas.push_back({*id, std::move(name)});
  }
}

void read_services(const Node& list, core::Office& office) {
  std::vector<Node> thens;
  for (const auto& entry : some_items(list, "service", kMostServices)) {
    const auto before = office.services.size();
    const auto then = read_service(entry, office);
    if (office.services.size() > before) thens.push_back(then);
  }
  read_thens(thens, office);
  if (const auto service = endless_path(office))
    list.fault("fault.office.endless", {{"service", service->text()}});
}

void read_counters(const Node& list, core::Office& office) {
  for (const auto& entry : some_items(list, "counter", kMostCounters)) read_counter(entry, office);
}

core::NoShowRule read_no_show(const Node& map) {
  core::NoShowRule rule;
  if (!map.present()) return rule;
  if (const auto recalls = map.optional("after_recalls"); recalls.present())
    rule.after_recalls = static_cast<int>(recalls.whole(1, kMostRecalls));
  if (const auto minutes = map.optional("after_minutes"); minutes.present())
    rule.after_minutes = std::chrono::minutes(minutes.whole(1, kLongestWait.count()));
  map.no_other_keys();
  if (map.is_map() && !rule.after_recalls && !rule.after_minutes) map.fault("fault.office.no_show");
  return rule;
}

void read_devices(const Node& map, core::Office& office) {
  const auto entries = map.entries();
  if (entries.size() > kMostDevices)
    map.fault("fault.office.too_many_devices", {{"most", std::to_string(kMostDevices)}});
  for (const auto& [name, entry] : entries) read_device(name, entry, office);
}

}  // namespace panggil::settings
