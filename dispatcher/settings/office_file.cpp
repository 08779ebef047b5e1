#include "dispatcher/settings/office_file.hpp"

#include <algorithm>

#include "common/settings/nearest.hpp"
#include "dispatcher/settings/exceptional_days.hpp"
#include "dispatcher/settings/local_text.hpp"
#include "dispatcher/settings/office_parts.hpp"
#include "dispatcher/settings/references.hpp"
#include "dispatcher/settings/selection_list.hpp"
#include "dispatcher/settings/week_hours.hpp"

namespace panggil::settings {
namespace {

const std::vector<std::string> kLanguages = {"id", "en"};
constexpr std::size_t kMostClasses = 8;
constexpr long kHighestNumber = 999'999;

std::vector<std::string> read_languages(const Node& node) {
  if (!node.present()) return kLanguages;
  std::vector<std::string> languages;
  const auto items = node.items();
  for (const auto& item : items) {
    const auto choice = item.choice(kLanguages);
    if (choice && std::find(languages.begin(), languages.end(), kLanguages[*choice]) != languages.end())
      item.fault("fault.office.language_twice");
    else if (choice)
      languages.push_back(kLanguages[*choice]);
  }
  if (node.is_list() && items.empty()) node.fault("fault.office.none_language");
  return languages;
}

Zone read_zone(const Node& node) {
  const std::string name = node.text();
  if (const auto zone = Zone::find(name)) return *zone;
  if (!name.empty()) node.fault("fault.office.zone", {{"word", name}});
  return {};
}

std::chrono::minutes read_day_starts(const Node& node) {
  if (!node.present()) return std::chrono::minutes(0);
  const auto time = node.time_of_day();
  if (time == std::chrono::hours(24)) node.fault("fault.office.day_starts");
  return time;
}

void read_ticket_numbers(const Node& node, core::Office& office) {
  if (!node.present()) return;
  if (const auto first = node.optional("first"); first.present())
    office.first_number = static_cast<int>(first.whole(1, kHighestNumber));
  const auto last = node.optional("last");
  if (last.present()) office.last_number = static_cast<int>(last.whole(1, kHighestNumber));
  node.no_other_keys();
  if (office.last_number < office.first_number) {
    (last.present() ? last : node)
        .fault("fault.office.numbers_reversed", {{"last", std::to_string(office.last_number)},
                                                 {"first", std::to_string(office.first_number)}});
    office.last_number = office.first_number;
  }
}

std::vector<ClassId> read_classes(const Node& node) {
  if (!node.present()) return {ClassId("regular"), ClassId("priority")};
  std::vector<ClassId> classes;
  for (const auto& item : node.items()) {
    const auto id = item.id<ClassId>();
    if (id && find_reference(id->text(), classes))
      item.fault("fault.office.class_twice", {{"id", id->text()}});
    else if (id)
      classes.push_back(*id);
  }
  if (node.is_list() && classes.empty()) node.fault("fault.office.none_class");
  if (classes.size() > kMostClasses)
    node.fault("fault.office.too_many_classes", {{"most", std::to_string(kMostClasses)}});
  return classes;
}

/// What would make somebody wait for ever, or a screen show nothing.
void check_all_used(const core::Office& office, const Node& services, const Node& areas) {
  const auto taken = [&](const core::Service& service) {
    return std::any_of(office.counters.begin(), office.counters.end(), [&](const core::Counter& counter) {
      return std::find(counter.services.begin(), counter.services.end(), service.id) !=
             counter.services.end();
    });
  };
  const auto covered = [&](const core::Area& area) {
    return std::any_of(office.counters.begin(), office.counters.end(), [&](const core::Counter& counter) {
      return std::find(counter.areas.begin(), counter.areas.end(), area.id) != counter.areas.end();
    });
  };
  for (const auto& service : office.services)
    if (!taken(service)) services.fault("fault.office.service_unused", {{"service", service.id.text()}});
  for (const auto& area : office.areas)
    if (!covered(area)) areas.fault("fault.office.area_unused", {{"area", area.id.text()}});
}

bool opens_across(const std::optional<core::WeekHours>& hours, std::chrono::minutes time) {
  if (!hours) return false;
  return std::ranges::any_of(*hours, [&](const std::vector<core::Opening>& openings) {
    return std::ranges::any_of(
        openings, [&](const core::Opening& each) { return each.from < time && time < each.until; });
  });
}

/// Whoever is being served then would be gone from every screen, and numbers begin anew.
void check_day_starts(const Node& node, const core::Office& office) {
  const bool in_hours = opens_across(office.hours, office.day_starts) ||
                        std::ranges::any_of(office.services, [&](const auto& service) {
                          return opens_across(service.hours, office.day_starts);
                        });
  if (node.present() && in_hours) node.fault("fault.office.day_starts_in_hours");
}

}  // namespace

core::Office read_office(const Document& document) {
  const auto root = document.root();
  const auto hours = root.optional("hours");
  const auto languages = read_languages(root.optional("languages"));
  const auto classes = read_classes(root.optional("classes"));
  const auto selection = root.optional("selection");
  const auto in_order = root.optional("services_in_order");
  core::Office office{
      .site = root.required("site").id<SiteId>().value_or(SiteId("unknown")),
      .name = read_local_text(root.required("name"), languages),
      .languages = languages,
      .zone = read_zone(root.required("timezone")),
      .day_starts = read_day_starts(root.optional("day_starts")),
      .hours = hours.present() ? std::optional(read_week_hours(hours)) : std::nullopt,
      .exceptional_days = read_exceptional_days(root.optional("holidays"), root.optional("days")),
      .last_ticket = read_last_ticket(root.optional("last_ticket")).value_or(std::chrono::minutes(0)),
      .classes = classes,
      .areas = {},
      .services = {},
      .counters = {},
      .selection = selection.present() ? read_selection(selection, classes) : default_selection(classes),
      .services_in_order = in_order.present() && in_order.truth(),
      .no_show = read_no_show(root.optional("no_show")),
      .devices = {}};
  const auto faults_before = document.problems().size();
  read_ticket_numbers(root.optional("ticket_numbers"), office);
  // What is wrong with them is told; no quota should be measured by them as well.
  if (document.problems().size() > faults_before) {
    office.first_number = 1;
    office.last_number = kHighestNumber;
  }
  read_areas(root.required("areas"), office);
  read_services(root.required("services"), office);
  read_counters(root.required("counters"), office);
  read_devices(root.optional("devices"), office);
  root.no_other_keys();
  check_day_starts(root.optional("day_starts"), office);
  // With other faults about, a counter that could not be read would be missed here.
  if (document.problems().empty()) check_all_used(office, root.optional("services"), root.optional("areas"));
  document.require_clean();
  return office;
}

core::Office load_office(const std::filesystem::path& directory) {
  return read_office(Document::load(directory / "office.yaml"));
}

}  // namespace panggil::settings
