/// \file
/// A value or the reason why there is none. For bad input; faults of the machine are exceptions.
#pragma once

#include <tl/expected.hpp>

namespace panggil {

template <class T, class E>
using Result = tl::expected<T, E>;

template <class E>
auto fail(E&& error) {
  return tl::make_unexpected(std::forward<E>(error));
}

}  // namespace panggil
