/// \file
/// Whether the files that TLS is told to use are there at all.
#pragma once

#include "common/mqtt/transport.hpp"

namespace panggil::mqtt {

/// \throws std::runtime_error for a file that is named and cannot be read.
void check_tls_files(const Tls& tls);

}  // namespace panggil::mqtt
