/// \file
/// Owners of what a C library made.
#pragma once

#include <memory>

namespace panggil {

/// Frees with the function that belongs to the thing.
template <auto free>
struct Freed {
  template <class T>
  void operator()(T* thing) const {
    free(thing);
  }
};

/// E.g. `Owned<BIO, BIO_free_all>`.
template <class T, auto free>
using Owned = std::unique_ptr<T, Freed<free>>;

}  // namespace panggil
