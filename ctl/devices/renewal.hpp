/// \file
/// How a device comes by another certificate, for people. The server's own are renewed where they are used;
/// any other machine joins with a file from the server. Pure.
#pragma once

#include <string>

#include "common/session/wording.hpp"

namespace panggil::ctl {

/// Of a certificate.
struct Holder {
  std::string name;             ///< as the authority knows it
  bool is_servers_own = false;  ///< and this is the server
};

/// What to do, beginning with the command.
std::string renewal(const Holder& holder, const session::Wording& wording);
/// Likewise, once it has been shut out.
std::string readmission(const Holder& holder, const session::Wording& wording);

}  // namespace panggil::ctl
