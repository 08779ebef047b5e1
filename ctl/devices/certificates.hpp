/// \file
/// Certificates, keys and lists of revoked ones as PEM text. OpenSSL is named in certificates.cpp only. Keys
/// are P-256, signatures SHA-256.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/secret.hpp"
#include "common/base/time.hpp"

namespace panggil::ctl {

/// A certificate and its key.
struct Certified {
  std::string certificate;
  Secret key;
};

struct CertificateFacts {
  std::string common_name;
  std::string issuer;
  std::string serial;  ///< hexadecimal
  WallTime from;
  WallTime until;
};

enum class CertificateUse {
  kServer,  ///< the broker's: for the host names that it has
  kClient,  ///< a device's: its common name is the device's
};

struct CertificateRequest {
  std::string common_name;
  CertificateUse use = CertificateUse::kClient;
  std::vector<std::string> hosts;  ///< of a server: names and addresses
  std::chrono::seconds validity{};
};

/// A new authority that signs for itself. \throws std::runtime_error, as all of these, when OpenSSL will not.
Certified make_authority(const std::string& common_name, WallTime now, std::chrono::seconds validity);
/// A certificate of that authority with a new key. It is valid from an hour ago, as clocks differ.
Certified certify(const Certified& authority, const CertificateRequest& request, WallTime now);
/// The list with `serials` added to those of `earlier` (empty: none yet). It is valid for as long as the
/// authority: a broker refuses everybody once its list has run out.
std::string revoke(const Certified& authority, std::string_view earlier,
                   const std::vector<std::string>& serials, WallTime now);

/// The day by UTC, as `2029-11-27`: as people are told until when a certificate is good.
std::string day_text(WallTime time);
/// \throws std::runtime_error when it is no certificate
CertificateFacts facts_of(std::string_view pem);
/// The key belongs to the certificate, and the authority has signed that.
/// \returns what is wrong, or nothing in it
std::string fault_of(const Certified& own, std::string_view authority);

/// For OpenSSL, which else asks at the terminal for the password of a key that has one.
int no_password(char*, int, int, void*);

}  // namespace panggil::ctl
