#include "ctl/devices/office_ids.hpp"

#include <stdexcept>

#include "ctl/is_there.hpp"
#include "dispatcher/settings/office_file.hpp"

namespace panggil::ctl {

OfficeIds office_ids(const Places& places) {
  try {
    if (!is_there(places.office())) return {};
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
