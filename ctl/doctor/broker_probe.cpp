#include "ctl/doctor/broker_probe.hpp"

#include <fmt/format.h>
#include <netdb.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "common/base/freed.hpp"
#include "common/mqtt/broker_address.hpp"

namespace panggil::ctl {
namespace {

constexpr timeval kPatience{5, 0};
/// A broker that does not take a certificate says so only after the handshake, but then at once.
constexpr timeval kForRefusal{0, 700'000};

using Context = Owned<SSL_CTX, SSL_CTX_free>;
using Tls = Owned<SSL, SSL_free>;
using Certificate = Owned<X509, X509_free>;
using Key = Owned<EVP_PKEY, EVP_PKEY_free>;
using Buffer = Owned<BIO, BIO_free_all>;
using Addresses = Owned<addrinfo, freeaddrinfo>;

Buffer reading(const std::string& text) {
  return Buffer(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}
Certificate certificate_in(const std::string& pem) {
  return Certificate(PEM_read_bio_X509(reading(pem).get(), nullptr, nullptr, nullptr));
}

std::string last_words() {
  const auto code = ERR_peek_last_error();
  ERR_clear_error();
  const char* reason = ERR_reason_error_string(code);
  return reason != nullptr ? reason : "the connection was closed";
}

/// What the broker says of our certificate, as far as it says why.
Obstacle refusal(unsigned long error) {
  switch (ERR_GET_REASON(error)) {
    case SSL_R_SSLV3_ALERT_CERTIFICATE_EXPIRED:
      return Obstacle::kOwnExpired;
    case SSL_R_SSLV3_ALERT_CERTIFICATE_REVOKED:
      return Obstacle::kOwnRevoked;
    default:
      return Obstacle::kOwnRefused;
  }
}

/// What is wrong with the broker's certificate.
Obstacle fault_of_broker(long verified) {
  switch (verified) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return Obstacle::kBrokerExpired;
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return Obstacle::kBrokerNotYet;
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
      return Obstacle::kWrongHost;
    default:
      return Obstacle::kWrongAuthority;
  }
}

std::string mqtt_text(std::string_view text) {
  std::string bytes;
  bytes += static_cast<char>(text.size() >> 8U);
  bytes += static_cast<char>(text.size() & 0xffU);
  return bytes.append(text);
}
std::string packet(unsigned char kind, const std::string& body) {
  std::string head(1, static_cast<char>(kind));
  auto left = body.size();
  do {
    const auto more = left >> 7U;
    head += static_cast<char>((left & 0x7fU) | (more != 0 ? 0x80U : 0U));
    left = more;
  } while (left != 0);
  return head + body;
}

}  // namespace

/// A socket, and TLS on it where that is wanted.
class BrokerProbe::Connection {
 public:
  ~Connection() {
    tls_.reset();
    if (socket_ >= 0) ::close(socket_);
  }

  Probed connect(const mqtt::BrokerAddress& address) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    const auto port = std::to_string(address.port);
    if (const int error = ::getaddrinfo(address.host.c_str(), port.c_str(), &hints, &found); error != 0)
      return {Obstacle::kNameUnknown, ::gai_strerror(error)};
    const Addresses addresses(found);
    Probed last{Obstacle::kUnreachable, {}};
    for (const auto* one = found; one != nullptr; one = one->ai_next) {
      last = connect(*one);
      if (last.ok()) break;
    }
    return last;
  }

  Probed secure(const std::string& host, const Credentials& credentials) {
    context_.reset(SSL_CTX_new(TLS_client_method()));
    if (!use(credentials)) return {Obstacle::kOwnUnusable, last_words()};
    tls_.reset(SSL_new(context_.get()));
    SSL_set_fd(tls_.get(), socket_);
    if (X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(tls_.get()), host.c_str()) != 1)
      SSL_set1_host(tls_.get(), host.c_str());
    ERR_clear_error();
    if (SSL_connect(tls_.get()) != 1) return why_not();
    return awaited_refusal();
  }

  bool send(const std::string& bytes) {
    const int size = static_cast<int>(bytes.size());
    if (tls_) return SSL_write(tls_.get(), bytes.data(), size) == size;
    return ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) == size;
  }
  /// Fewer than `size` when there are no more in time.
  std::string receive(std::size_t size) {
    std::string bytes;
    while (bytes.size() < size) {
      char byte = 0;
      const auto count =
          tls_ ? SSL_read(tls_.get(), &byte, 1) : static_cast<int>(::recv(socket_, &byte, 1, 0));
      if (count != 1) break;
      bytes += byte;
    }
    return bytes;
  }
  /// Why receive() gave nothing, where the broker has said so.
  std::optional<Probed> refused() const {
    const auto error = ERR_peek_last_error();
    if (!tls_ || error == 0) return std::nullopt;
    return Probed{refusal(error), last_words()};
  }
  std::optional<WallTime> broker_until() const {
    const Certificate shown(tls_ ? SSL_get1_peer_certificate(tls_.get()) : nullptr);
    if (!shown) return std::nullopt;
    const Buffer out(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(out.get(), shown.get());
    char* data = nullptr;
    const auto size = BIO_get_mem_data(out.get(), &data);
    return facts_of({data, static_cast<std::size_t>(size)}).until;
  }

 private:
  Probed connect(const addrinfo& to) {
    if (socket_ >= 0) ::close(socket_);
    socket_ = ::socket(to.ai_family, to.ai_socktype | SOCK_CLOEXEC, to.ai_protocol);
    set_patience(kPatience);
    if (::connect(socket_, to.ai_addr, to.ai_addrlen) == 0) return {};
    // A connect() that takes too long ends with EINPROGRESS.
    if (errno == EINPROGRESS) return {Obstacle::kUnreachable, "no answer within 5 s"};
    return {errno == ECONNREFUSED ? Obstacle::kPortClosed : Obstacle::kUnreachable, std::strerror(errno)};
  }

  void set_patience(const timeval& patience) const {
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  }

  bool use(const Credentials& credentials) {
    SSL_CTX_set_min_proto_version(context_.get(), TLS1_2_VERSION);
    SSL_CTX_set_verify(context_.get(), SSL_VERIFY_PEER, nullptr);
    const auto authority = certificate_in(credentials.authority);
    if (!authority || X509_STORE_add_cert(SSL_CTX_get_cert_store(context_.get()), authority.get()) != 1)
      return false;
    if (!credentials.own) return true;
    const auto own = certificate_in(credentials.own->certificate);
    const Key key(
        PEM_read_bio_PrivateKey(reading(credentials.own->key.reveal()).get(), nullptr, no_password, nullptr));
    return own && key && SSL_CTX_use_certificate(context_.get(), own.get()) == 1 &&
           SSL_CTX_use_PrivateKey(context_.get(), key.get()) == 1;
  }

  Probed why_not() const {
    const auto verified = SSL_get_verify_result(tls_.get());
    if (verified != X509_V_OK) return {fault_of_broker(verified), X509_verify_cert_error_string(verified)};
    const auto error = ERR_peek_last_error();
    const bool alert = ERR_GET_LIB(error) == ERR_LIB_SSL && ERR_GET_REASON(error) > SSL_AD_REASON_OFFSET;
    return {alert ? refusal(error) : Obstacle::kNotTls, last_words()};
  }

  /// A broker says nothing first, so whatever comes now is a refusal.
  Probed awaited_refusal() {
    set_patience(kForRefusal);
    char byte = 0;
    const int count = SSL_peek(tls_.get(), &byte, 1);
    const int kind = SSL_get_error(tls_.get(), count);
    set_patience(kPatience);
    if (count == 1 || kind == SSL_ERROR_WANT_READ) return {};
    const auto error = ERR_peek_last_error();
    return {error == 0 ? Obstacle::kOwnRefused : refusal(error), last_words()};
  }

  int socket_ = -1;
  Context context_;
  Tls tls_;
};

BrokerProbe::BrokerProbe(Credentials credentials) : credentials_(std::move(credentials)) {}
BrokerProbe::~BrokerProbe() = default;

Probed BrokerProbe::reach(const std::string& broker) {
  mqtt::BrokerAddress address;
  try {
    address = mqtt::parse_broker_address(broker);
  } catch (const std::runtime_error& bad) {
    return {Obstacle::kBadAddress, bad.what()};
  }
  connection_ = std::make_unique<Connection>();
  auto probed = connection_->connect(address);
  if (probed.ok() && address.tls) probed = connection_->secure(address.host, credentials_);
  broker_until_ = connection_->broker_until();
  return probed;
}

Probed BrokerProbe::log_in(const std::string& client_id) {
  constexpr char kCleanSession = 0x02;
  constexpr unsigned char kUserAndPassword = 0xc0;
  constexpr char kAccepted = 0;
  std::string body = mqtt_text("MQTT") + '\x04';
  const bool with_password = credentials_.password.has_value();
  body += static_cast<char>(kCleanSession | (with_password ? static_cast<char>(kUserAndPassword) : 0));
  body += std::string("\0\x3c", 2) + mqtt_text(client_id);
  if (with_password) body += mqtt_text(credentials_.user) + mqtt_text(credentials_.password->reveal());
  if (!connection_->send(packet(0x10, body))) return {Obstacle::kNoAnswer, "the connection was closed"};
  const auto answer = connection_->receive(4);
  if (answer.size() < 4)
    return connection_->refused().value_or(Probed{Obstacle::kNoAnswer, "no answer to an MQTT login"});
  if (answer[0] != '\x20') return {Obstacle::kNoAnswer, "something else than MQTT answers"};
  if (answer[3] == kAccepted) return {};
  return {Obstacle::kLoginRefused, fmt::format("the broker's code is {}", int{answer[3]})};
}

Probed BrokerProbe::clear_retained(std::string_view topic) {
  constexpr unsigned char kRetainedOnce = 0x33;
  constexpr std::size_t kAcknowledgement = 4;
  connection_->send(packet(kRetainedOnce, mqtt_text(topic) + std::string("\0\1", 2)));
  if (connection_->receive(kAcknowledgement).size() == kAcknowledgement) return {};
  return {Obstacle::kNoAnswer, "the broker did not take a message"};
}

std::optional<WallTime> BrokerProbe::broker_until() const {
  return broker_until_;
}

}  // namespace panggil::ctl
