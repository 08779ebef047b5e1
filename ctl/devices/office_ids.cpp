#include "ctl/devices/office_ids.hpp"

#include <stdexcept>

#include "dispatcher/settings/office_file.hpp"

namespace panggil::ctl {

OfficeIds office_ids(const Places& places) {
  if (!std::filesystem::exists(places.office())) return {};
  try {
    const auto office = settings::read_office(settings::Document::load(places.office()));
    OfficeIds ids;
    for (const auto& area : office.areas) ids.areas.push_back(area.id.text());
    for (const auto& counter : office.counters) ids.counters.push_back(counter.id.text());
    return ids;
  } catch (const std::runtime_error&) {
    return {};
  }
}

}  // namespace panggil::ctl
