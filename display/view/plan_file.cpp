#include "display/view/plan_file.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "display/view/built_in_plans.hpp"

namespace panggil::display {
namespace {
constexpr double kLeastShare = 0.1;
constexpr double kMostShare = 1000;

/// One of the two pictures of a layout being read.
class Picture {
 public:
  Box read(const settings::Node& node) {
    Box box = read_box(node);
    if (!node.present()) return box;
    const bool calls =
        seen_.contains(Zone::kCall) || seen_.contains(Zone::kBand) || seen_.contains(Zone::kDesk);
    if (!calls) node.fault("fault.display.no_calls");
    const bool tells_age = seen_.contains(Zone::kCall) || seen_.contains(Zone::kDesk) ||
                           seen_.contains(Zone::kOffice) || seen_.contains(Zone::kClock);
    if (calls && !tells_age) node.fault("fault.display.no_age");
    return box;
  }

 private:
  Box read_box(const settings::Node& node) {
    Box box;
    const auto zone = node.optional("zone");
    const auto rows = node.optional("rows");
    const auto columns = node.optional("columns");
    if (zone.present() + rows.present() + columns.present() != 1) {
      node.fault("fault.display.one_box");
    } else if (zone.present()) {
      read_zones(zone, box);
    } else {
      box.kind = rows.present() ? Box::Kind::kRows : Box::Kind::kColumns;
      read_boxes(rows.present() ? rows : columns, box);
    }
    if (const auto share = node.optional("share"); share.present())
      box.share = static_cast<float>(share.number(kLeastShare, kMostShare));
    node.no_other_keys();
    return box;
  }

  void read_boxes(const settings::Node& node, Box& box) {
    const auto items = node.items();
    if (items.empty()) node.fault("fault.display.no_part");
    for (const auto& item : items) {
      box.boxes.push_back(read_box(item));
      const auto& part = box.boxes.back();
      if (part.share <= 0 && !knows_its_size(part)) item.fault("fault.display.share");
    }
  }

  /// A row or column of such zones does as well.
  static bool knows_its_size(const Box& box) {
    if (box.kind == Box::Kind::kZones)
      return std::any_of(box.zones.begin(), box.zones.end(), is_as_large_as_needed);
    return std::any_of(box.boxes.begin(), box.boxes.end(), knows_its_size);
  }

  void read_zones(const settings::Node& node, Box& box) {
    if (!node.is_list()) return read_zone(node, box);
    for (const auto& item : node.items()) read_zone(item, box);
    if (box.zones.empty()) node.fault("fault.display.no_zone");
  }

  void read_zone(const settings::Node& node, Box& box) {
    const auto which = node.choice(zone_names());
    if (!which) return;
    const auto zone = static_cast<Zone>(*which);
    if (!seen_.insert(zone).second) node.fault("fault.display.zone_twice", {{"zone", node.text()}});
    box.zones.push_back(zone);
  }

  std::set<Zone> seen_;
};
}  // namespace

Plan read_plan(const settings::Document& document, std::string name) {
  const auto root = document.root();
  const auto landscape = root.optional("landscape");
  const auto portrait = root.optional("portrait");
  if (!landscape.present() && !portrait.present()) root.fault("fault.display.no_picture");
  Plan plan{std::move(name), Picture().read(landscape), Picture().read(portrait)};
  root.no_other_keys();
  if (!landscape.present()) plan.landscape = plan.portrait;
  if (!portrait.present()) plan.portrait = plan.landscape;
  return plan;
}

Plan load_plan(const std::filesystem::path& file) {
  const auto document = settings::Document::load(file);
  auto plan = read_plan(document, file.stem().string());
  document.require_clean();
  return plan;
}

const std::vector<std::string>& built_in_plan_names() {
  static const std::vector<std::string> kNames = {"hall", "hall-ticker", "counter", "signage"};
  return kNames;
}

const Plan& built_in_plan(std::string_view name) {
  static const auto kPlans = [] {
    std::map<std::string, Plan, std::less<>> plans;
    for (const auto& [known, yaml] : kBuiltInPlans) {
      const auto document = settings::Document::parse(std::string(known) + ".yaml", yaml);
      plans.emplace(known, read_plan(document, std::string(known)));
      document.require_clean();
    }
    return plans;
  }();
  const auto found = kPlans.find(name);
  if (found == kPlans.end()) throw std::out_of_range("no built-in layout " + std::string(name));
  return found->second;
}

}  // namespace panggil::display
