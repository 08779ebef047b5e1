/// \file
/// A bare connection to a broker, to find out how far one gets and what stands in the way: name, port, TLS,
/// login. MQTT libraries say only that it failed.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/secret.hpp"
#include "common/base/time.hpp"
#include "ctl/devices/certificates.hpp"

namespace panggil::ctl {

enum class Obstacle {
  kNone,
  kBadAddress,      ///< not a broker's address
  kNameUnknown,     ///< nobody knows the host's name
  kPortClosed,      ///< the machine is there, nothing listens
  kUnreachable,     ///< no way to the machine, or no answer from it
  kNotTls,          ///< what listens does not speak TLS 1.2 or later
  kWrongAuthority,  ///< the broker's certificate is of another authority
  kWrongHost,       ///< it is for other names
  kBrokerExpired,   ///< it is no longer valid by the clock here
  kBrokerNotYet,    ///< or not yet
  kOwnUnusable,     ///< certificate, key and authority here do not fit
  kOwnExpired,      ///< the broker says so of the certificate here
  kOwnRevoked,      ///< likewise
  kOwnRefused,      ///< the broker does not take the certificate here, or wants one
  kLoginRefused,    ///< wrong user name or password, or none
  kNoAnswer,        ///< connected, but what is there does not speak MQTT
};

struct Probed {
  Obstacle obstacle = Obstacle::kNone;
  std::string detail;  ///< in the words of the system or of OpenSSL
  bool ok() const { return obstacle == Obstacle::kNone; }
};

/// What one shows the broker. PEM.
struct Credentials {
  std::string authority;
  std::optional<Certified> own;
  std::string user;
  std::optional<Secret> password;
};

/// Every step takes at most 5 s. Throws nothing but for want of memory.
class BrokerProbe {
 public:
  explicit BrokerProbe(Credentials credentials);
  ~BrokerProbe();
  BrokerProbe(const BrokerProbe&) = delete;
  BrokerProbe& operator=(const BrokerProbe&) = delete;

  /// Name, connection and, with ssl://, TLS with both certificates.
  Probed reach(const std::string& broker);
  /// \pre reach() was ok
  Probed log_in(const std::string& client_id);
  /// \pre log_in() was ok. Clears what is retained on a topic, and waits for the broker's word.
  Probed clear_retained(std::string_view topic);
  /// When the broker's certificate ends, once one has been shown.
  std::optional<WallTime> broker_until() const;

 private:
  class Connection;
  Credentials credentials_;
  std::unique_ptr<Connection> connection_;
  std::optional<WallTime> broker_until_;
};

}  // namespace panggil::ctl
