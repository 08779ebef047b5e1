#include "dispatcher/core/office.hpp"

#include <algorithm>

namespace panggil::core {

bool Counter::takes(const ServiceId& service) const {
  return std::ranges::find(services, service) != services.end();
}
namespace {

// Offices have a handful of each: a scan is as quick as any index.
template <class T, class Key>
const T* find_in(const std::vector<T>& all, const Key& id) {
  const auto found = std::ranges::find(all, id, &T::id);
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

const Service* Office::find(const ServiceId& id) const {
  return find_in(services, id);
}

const Counter* Office::find(const CounterId& id) const {
  return find_in(counters, id);
}

const Area* Office::find(const AreaId& id) const {
  return find_in(areas, id);
}

}  // namespace panggil::core
