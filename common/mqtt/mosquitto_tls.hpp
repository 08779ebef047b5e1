/// \file
/// What libmosquitto does TLS with. Ours, as its own compares a certificate with the name it connects to, and
/// so could not be given an address that is known already.
#pragma once

#include <memory>
#include <string>

#include "common/mqtt/transport.hpp"

struct ssl_ctx_st;

namespace panggil::mqtt {

struct FreeTlsContext {
  void operator()(ssl_ctx_st* context) const;
};
using TlsContext = std::unique_ptr<ssl_ctx_st, FreeTlsContext>;

/// TLS 1.2 at the least. Only with who has a certificate for `host`, a name or an address, by an authority in
/// `tls.ca`, or where there is none, one that this machine trusts. \throws std::runtime_error that names a
/// file that cannot be used
TlsContext make_tls_context(const Tls& tls, const std::string& host);

}  // namespace panggil::mqtt
