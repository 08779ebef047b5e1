/// \file
/// Names that this program's own getaddrinfo() knows, as a bare machine knows none at all.
#pragma once

namespace panggil::test {

/// 127.0.0.1, after longer than a try to connect may take.
inline constexpr auto kSlowName = "slow.invalid";
/// ::1 and 127.0.0.1, at once.
inline constexpr auto kDoubleName = "double.invalid";

/// The thread of the tests had to wait for the slow one.
bool owner_waited();

}  // namespace panggil::test
