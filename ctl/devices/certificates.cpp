#include "ctl/devices/certificates.hpp"

#include <fmt/format.h>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <array>
#include <memory>
#include <stdexcept>

#include "common/base/freed.hpp"
#include "common/texts/spoken.hpp"

namespace panggil::ctl {
namespace {

using Key = Owned<EVP_PKEY, EVP_PKEY_free>;
using Certificate = Owned<X509, X509_free>;
using RevokedList = Owned<X509_CRL, X509_CRL_free>;
using Buffer = Owned<BIO, BIO_free_all>;
using Number = Owned<BIGNUM, BN_free>;
using Serial = Owned<ASN1_INTEGER, ASN1_INTEGER_free>;
using Time = Owned<ASN1_TIME, ASN1_TIME_free>;
using Extension = Owned<X509_EXTENSION, X509_EXTENSION_free>;

[[noreturn]] void fail_at(std::string_view what) {
  std::array<char, 256> why{};
  ERR_error_string_n(ERR_get_error(), why.data(), why.size());
  ERR_clear_error();
  throw std::runtime_error(fmt::format("{}: {}", what, why.data()));
}

/// What was made, or the error.
template <class T>
T made(T thing, std::string_view what) {
  if (!thing) fail_at(what);
  return thing;
}
void require(bool done, std::string_view what) {
  if (!done) fail_at(what);
}

Buffer reading(std::string_view text) {
  return made(Buffer(BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))), "no memory");
}
Buffer writing() {
  return made(Buffer(BIO_new(BIO_s_mem())), "no memory");
}
std::string contents(const Buffer& buffer) {
  char* data = nullptr;
  const auto size = BIO_get_mem_data(buffer.get(), &data);
  return {data, static_cast<std::size_t>(size)};
}

Certificate read_certificate(std::string_view pem) {
  return made(Certificate(PEM_read_bio_X509(reading(pem).get(), nullptr, no_password, nullptr)),
              "not a certificate");
}
Key read_key(const Secret& pem) {
  return made(Key(PEM_read_bio_PrivateKey(reading(pem.reveal()).get(), nullptr, no_password, nullptr)),
              "not a key");
}

std::string to_pem(X509* certificate) {
  const auto buffer = writing();
  require(PEM_write_bio_X509(buffer.get(), certificate) == 1, "a certificate cannot be written");
  return contents(buffer);
}
Secret to_pem(EVP_PKEY* key) {
  const auto buffer = writing();
  require(PEM_write_bio_PrivateKey(buffer.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1,
          "a key cannot be written");
  return Secret(contents(buffer));
}

Key make_key() {
  return made(Key(EVP_EC_gen("P-256")), "a key cannot be made");
}

std::time_t seconds(WallTime time) {
  return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}
WallTime wall_time(const ASN1_TIME* time) {
  const Time epoch(ASN1_TIME_set(nullptr, 0));
  int days = 0;
  int rest = 0;
  require(ASN1_TIME_diff(&days, &rest, epoch.get(), time) == 1, "a certificate's time cannot be read");
  return WallTime(std::chrono::days(days) + std::chrono::seconds(rest));
}

void set_random_serial(X509* certificate) {
  const Number number(BN_new());
  require(number && BN_rand(number.get(), 127, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1, "no random number");
  require(BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr,
          "no serial number");
}

void set_name(X509_NAME* name, const std::string& common_name) {
  require(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                                     reinterpret_cast<const unsigned char*>(common_name.data()),
                                     static_cast<int>(common_name.size()), -1, 0) == 1,
          "not a name for a certificate");
}

void extend(X509* certificate, X509* issuer, int kind, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
  require(extension && X509_add_ext(certificate, extension.get(), -1) == 1,
          "a certificate cannot say " + value);
}

/// From when on what is made now is good. A Raspberry Pi has no clock that runs without power: one that was
/// put away and finds no time server is behind by as long, and would take nobody's certificate.
WallTime well_before(WallTime now) {
  return now - std::chrono::hours(24 * 365);
}

Certificate blank(const std::string& common_name, EVP_PKEY* key, WallTime now,
                  std::chrono::seconds validity) {
  auto certificate = made(Certificate(X509_new()), "no memory");
  X509_set_version(certificate.get(), X509_VERSION_3);
  set_random_serial(certificate.get());
  ASN1_TIME_set(X509_getm_notBefore(certificate.get()), seconds(well_before(now)));
  ASN1_TIME_set(X509_getm_notAfter(certificate.get()), seconds(now + validity));
  set_name(X509_get_subject_name(certificate.get()), common_name);
  X509_set_pubkey(certificate.get(), key);
  return certificate;
}

std::string alternative_names(const std::vector<std::string>& hosts) {
  std::string list;
  for (const auto& host : hosts) {
    const Owned<ASN1_OCTET_STRING, ASN1_OCTET_STRING_free> address(a2i_IPADDRESS(host.c_str()));
    list += fmt::format("{}{}:{}", list.empty() ? "" : ",", address ? "IP" : "DNS", host);
  }
  ERR_clear_error();
  return list;
}

std::string text_of(X509_NAME* name) {
  std::array<char, 256> text{};
  X509_NAME_get_text_by_NID(name, NID_commonName, text.data(), static_cast<int>(text.size()));
  return text.data();
}

std::string hexadecimal(const ASN1_INTEGER* serial) {
  const Number number(ASN1_INTEGER_to_BN(serial, nullptr));
  const std::unique_ptr<char, decltype([](char* text) { OPENSSL_free(text); })> text(BN_bn2hex(number.get()));
  return text.get();
}

RevokedList earlier_list(std::string_view pem) {
  if (!pem.empty())
    return made(RevokedList(PEM_read_bio_X509_CRL(reading(pem).get(), nullptr, nullptr, nullptr)),
                "not a list of revoked certificates");
  auto list = made(RevokedList(X509_CRL_new()), "no memory");
  X509_CRL_set_version(list.get(), X509_CRL_VERSION_2);
  return list;
}

void add_revoked(X509_CRL* list, const std::string& serial, WallTime now) {
  BIGNUM* raw = nullptr;
  require(BN_hex2bn(&raw, serial.c_str()) > 0, "not a serial number: " + serial);
  const Number number(raw);
  const Serial integer(BN_to_ASN1_INTEGER(number.get(), nullptr));
  const Time time(ASN1_TIME_set(nullptr, seconds(now)));
  auto* entry = X509_REVOKED_new();
  X509_REVOKED_set_serialNumber(entry, integer.get());
  X509_REVOKED_set_revocationDate(entry, time.get());
  require(X509_CRL_add0_revoked(list, entry) == 1, "a certificate cannot be listed");
}

}  // namespace

Certified make_authority(const std::string& common_name, WallTime now, std::chrono::seconds validity) {
  const auto key = make_key();
  const auto certificate = blank(common_name, key.get(), now, validity);
  X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
  extend(certificate.get(), certificate.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
  extend(certificate.get(), certificate.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
  extend(certificate.get(), certificate.get(), NID_subject_key_identifier, "hash");
  require(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0, "the authority cannot sign");
  return {to_pem(certificate.get()), to_pem(key.get())};
}

Certified certify(const Certified& authority, const CertificateRequest& request, WallTime now) {
  const auto issuer = read_certificate(authority.certificate);
  const auto key = make_key();
  const auto certificate = blank(request.common_name, key.get(), now, request.validity);
  const bool server = request.use == CertificateUse::kServer;
  X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer.get()));
  extend(certificate.get(), issuer.get(), NID_basic_constraints, "critical,CA:FALSE");
  extend(certificate.get(), issuer.get(), NID_key_usage, "critical,digitalSignature");
  extend(certificate.get(), issuer.get(), NID_ext_key_usage, server ? "serverAuth" : "clientAuth");
  extend(certificate.get(), issuer.get(), NID_authority_key_identifier, "keyid");
  if (server) extend(certificate.get(), issuer.get(), NID_subject_alt_name, alternative_names(request.hosts));
  require(X509_sign(certificate.get(), read_key(authority.key).get(), EVP_sha256()) > 0,
          "the authority cannot sign");
  return {to_pem(certificate.get()), to_pem(key.get())};
}

std::string revoke(const Certified& authority, std::string_view earlier,
                   const std::vector<std::string>& serials, WallTime now) {
  const auto issuer = read_certificate(authority.certificate);
  const auto list = earlier_list(earlier);
  for (const auto& serial : serials) add_revoked(list.get(), serial, now);
  const Time from(ASN1_TIME_set(nullptr, seconds(well_before(now))));
  X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(issuer.get()));
  X509_CRL_set1_lastUpdate(list.get(), from.get());
  X509_CRL_set1_nextUpdate(list.get(), X509_get0_notAfter(issuer.get()));
  X509_CRL_sort(list.get());
  require(X509_CRL_sign(list.get(), read_key(authority.key).get(), EVP_sha256()) > 0,
          "the authority cannot sign");
  const auto buffer = writing();
  require(PEM_write_bio_X509_CRL(buffer.get(), list.get()) == 1, "the list cannot be written");
  return contents(buffer);
}

std::string day_text(WallTime time) {
  return panggil::to_text(Day(std::chrono::floor<std::chrono::days>(time)));
}

CertificateFacts facts_of(std::string_view pem) {
  const auto certificate = read_certificate(pem);
  return {text_of(X509_get_subject_name(certificate.get())), text_of(X509_get_issuer_name(certificate.get())),
          hexadecimal(X509_get0_serialNumber(certificate.get())),
          wall_time(X509_get0_notBefore(certificate.get())),
          wall_time(X509_get0_notAfter(certificate.get()))};
}

int no_password(char*, int, int, void*) {
  return -1;
}

std::string fault_of(const Certified& own, std::string_view authority) {
  const auto certificate = read_certificate(own.certificate);
  const auto issuer = read_certificate(authority);
  const bool fits = X509_check_private_key(certificate.get(), read_key(own.key).get()) == 1;
  const bool is_signed = X509_verify(certificate.get(), X509_get0_pubkey(issuer.get())) == 1;
  ERR_clear_error();
  if (!fits) return spoken_text("device.other_key");
  return is_signed ? "" : spoken_text("device.other_authority");
}

}  // namespace panggil::ctl
