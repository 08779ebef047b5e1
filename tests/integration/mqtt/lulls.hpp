/// \file
/// What a listener sleeps through, and what wakes it.
#pragma once

#include "common/mqtt/transport.hpp"

namespace panggil::test {

/// Of one at a broker that is reached like that, plain or by TLS.
void expect_lulls(const mqtt::Options& options);

}  // namespace panggil::test
