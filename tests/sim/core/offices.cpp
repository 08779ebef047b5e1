#include "tests/sim/core/offices.hpp"

#include <ostream>

namespace panggil::core {
namespace {

using namespace std::chrono_literals;
using std::chrono::minutes;

SelectionRule rule(const OfficePlan& plan, int which) {
  const ClassId priority("priority");
  switch (which) {
    case 0:
      return ReservedRule{};
    case 1:
      return OverdueRule{};
    case 2:
      return BookedRule{};
    case 3:
      return AlternateRule{{{priority, plan.priority_turns}, {ClassId("regular"), plan.regular_turns}}};
    default:
      return EarliestRule{{{priority, minutes(plan.head_start_min)}}};
  }
}

Service service(const OfficePlan& plan, std::string_view id, std::string_view prefix) {
  Service made{ServiceId(id), {}, std::string(prefix), std::nullopt, std::nullopt, std::nullopt};
  if (plan.max_wait_min > 0) made.max_wait = minutes(plan.max_wait_min);
  if (plan.quota > 0 && id == "cs") made.quota = plan.quota;
  return made;
}

Counter counter(std::string_view id, std::initializer_list<const char*> services) {
  Counter made{CounterId(id), {}, {AreaId("hall")}, {}};
  for (const auto* each : services) made.services.emplace_back(each);
  return made;
}

}  // namespace

rc::Gen<OfficePlan> any_office_plan() {
  namespace gen = rc::gen;
  return gen::build<OfficePlan>(
      gen::set(&OfficePlan::rules, gen::unique<std::vector<int>>(gen::inRange(0, 5))),
      gen::set(&OfficePlan::priority_turns, gen::inRange(1, 4)),
      gen::set(&OfficePlan::regular_turns, gen::inRange(1, 4)),
      gen::set(&OfficePlan::head_start_min, gen::inRange(0, 40)),
      gen::set(&OfficePlan::max_wait_min, gen::inRange(0, 60)),
      gen::set(&OfficePlan::quota, gen::inRange(0, 20)),
      gen::set(&OfficePlan::last_number, gen::element(9, 40, 999)),
      gen::set(&OfficePlan::day_starts_h, gen::inRange(0, 6)),
      gen::set(&OfficePlan::in_order, gen::arbitrary<bool>()),
      gen::set(&OfficePlan::shared_prefix, gen::arbitrary<bool>()),
      gen::set(&OfficePlan::path, gen::arbitrary<bool>()),
      gen::set(&OfficePlan::no_show_recalls, gen::element(0, 0, 1, 2)),
      gen::set(&OfficePlan::no_show_min, gen::element(0, 0, 1, 5)),
      gen::set(&OfficePlan::always_open, gen::arbitrary<bool>()));
}

void showValue(const OfficePlan& plan, std::ostream& out) {
  out << "office: rules";
  for (const auto each : plan.rules) out << ' ' << each;
  out << ", turns " << plan.priority_turns << ':' << plan.regular_turns << ", head start "
      << plan.head_start_min << ", max wait " << plan.max_wait_min << ", quota " << plan.quota
      << ", last number " << plan.last_number << ", day starts at " << plan.day_starts_h << ", no-show after "
      << plan.no_show_recalls << " recalls, " << plan.no_show_min << " min" << (plan.path ? ", one path" : "")
      << (plan.in_order ? ", services in order" : "") << (plan.shared_prefix ? ", shared prefix" : "")
      << (plan.always_open ? "" : ", with hours");
}

Office build_office(const OfficePlan& plan) {
  Office office{.site = SiteId("random"), .zone = *Zone::find("Asia/Jakarta")};
  office.day_starts = std::chrono::hours(plan.day_starts_h);
  office.last_number = plan.last_number;
  office.services_in_order = plan.in_order;
  if (!plan.always_open) {
    office.hours.emplace().fill({{7h, 12h}, {13h, 22h}});
    office.last_ticket = 45min;
  }
  office.classes = {ClassId("regular"), ClassId("priority"), ClassId("staff")};
  office.areas = {{AreaId("hall"), {}}};
  office.services = {service(plan, "cs", "A"), service(plan, "interview", plan.shared_prefix ? "A" : "B"),
                     service(plan, "pickup", "C")};
  if (plan.quota > 0) office.services[1].computed_quota = ComputedQuota{minutes(plan.quota * 10)};
  if (plan.path) {
    office.services[0].then = ServiceId("interview");
    office.services[1].then = ServiceId("pickup");
  }
  if (plan.no_show_recalls > 0) office.no_show.after_recalls = plan.no_show_recalls;
  if (plan.no_show_min > 0) office.no_show.after_minutes = minutes(plan.no_show_min);
  office.languages = {"id", "en"};
  office.counters = {counter("1", {"cs"}), counter("2", {"cs", "interview"}),
                     counter("3", {"interview", "pickup"}), counter("4", {"pickup", "interview", "cs"})};
  for (const auto which : plan.rules) office.selection.push_back(rule(plan, which));
  return office;
}

}  // namespace panggil::core
