/// \file
/// Names and addresses of machines, as people type them.
#pragma once

#include <string>

namespace panggil::ctl {

/// A name such as `server.example`, or an address such as `192.168.1.2` or `fd00::2`: without a scheme, port,
/// network or interface. Pure.
bool is_host(const std::string& text);

}  // namespace panggil::ctl
