#include "common/mqtt/mosquitto_tls.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <stdexcept>

namespace panggil::mqtt {
namespace {

void require(bool usable, const std::string& what) {
  ERR_clear_error();
  if (!usable) throw std::runtime_error("cannot use " + what + " for TLS");
}

void set_identity(SSL_CTX* context, const Tls& tls) {
  if (!tls.certificate.empty())
    require(SSL_CTX_use_certificate_chain_file(context, tls.certificate.c_str()) == 1,
            "the certificate " + tls.certificate.string());
  if (tls.key.empty()) return;
  require(SSL_CTX_use_PrivateKey_file(context, tls.key.c_str(), SSL_FILETYPE_PEM) == 1,
          "the key " + tls.key.string());
  if (tls.certificate.empty()) return;
  require(SSL_CTX_check_private_key(context) == 1,
          "the key " + tls.key.string() + " with the certificate " + tls.certificate.string());
}

/// A certificate for anybody else must not be taken.
void expect_host(SSL_CTX* context, const std::string& host) {
  SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
  X509_VERIFY_PARAM* expected = SSL_CTX_get0_param(context);
  if (X509_VERIFY_PARAM_set1_ip_asc(expected, host.c_str()) == 1) return;
  X509_VERIFY_PARAM_set_hostflags(expected, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
  require(X509_VERIFY_PARAM_set1_host(expected, host.c_str(), host.size()) == 1, "the host name " + host);
}

}  // namespace

void FreeTlsContext::operator()(ssl_ctx_st* context) const {
  SSL_CTX_free(context);
}

TlsContext make_tls_context(const Tls& tls, const std::string& host) {
  TlsContext context(SSL_CTX_new(TLS_client_method()));
  if (!context) throw std::runtime_error("out of memory for TLS");
  require(SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION) == 1, "version 1.2");
  if (tls.ca.empty())
    require(SSL_CTX_set_default_verify_paths(context.get()) == 1, "the authorities that this machine trusts");
  else
    require(SSL_CTX_load_verify_file(context.get(), tls.ca.c_str()) == 1, "the authority " + tls.ca.string());
  set_identity(context.get(), tls);
  expect_host(context.get(), host);
  return context;
}

}  // namespace panggil::mqtt
