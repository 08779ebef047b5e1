#include "simulate/model/habits.hpp"

#include <algorithm>

namespace panggil::simulate {

const ServiceHabits* Habits::find(const ServiceId& service) const {
  const auto found = std::find_if(services.begin(), services.end(),
                                  [&](const ServiceHabits& each) { return each.service == service; });
  return found == services.end() ? nullptr : &*found;
}

}  // namespace panggil::simulate
