#include "ctl/doctor/obstacle_words.hpp"

#include <string_view>

namespace panggil::ctl {
namespace {

std::string_view word(Obstacle obstacle) {
  switch (obstacle) {
    case Obstacle::kNone:
      break;
    case Obstacle::kBadAddress:
      return "bad_address";
    case Obstacle::kNameUnknown:
      return "name_unknown";
    case Obstacle::kPortClosed:
      return "port_closed";
    case Obstacle::kUnreachable:
      return "unreachable";
    case Obstacle::kNotTls:
      return "not_tls";
    case Obstacle::kWrongAuthority:
      return "wrong_authority";
    case Obstacle::kWrongHost:
      return "wrong_host";
    case Obstacle::kBrokerExpired:
      return "broker_expired";
    case Obstacle::kBrokerNotYet:
      return "broker_not_yet";
    case Obstacle::kOwnUnusable:
      return "own_unusable";
    case Obstacle::kOwnExpired:
      return "own_expired";
    case Obstacle::kOwnRevoked:
      return "own_revoked";
    case Obstacle::kOwnRefused:
      return "own_refused";
    case Obstacle::kLoginRefused:
      return "login_refused";
    case Obstacle::kNoAnswer:
      return "no_answer";
  }
  return "no_answer";
}

/// The host without scheme and port.
std::string host_of(const std::string& broker) {
  const auto begin = broker.find("://");
  const auto host = begin == std::string::npos ? broker : broker.substr(begin + 3);
  return host.substr(0, host.rfind(':'));
}

}  // namespace

std::string in_words(const Probed& probed, const std::string& broker, const Holder& holder,
                     const session::Wording& wording) {
  return wording.text("obstacle." + std::string(word(probed.obstacle)),
                      {{"broker", broker},
                       {"host", host_of(broker)},
                       {"detail", probed.detail},
                       {"renewal", renewal(holder, wording)},
                       {"readmission", readmission(holder, wording)}});
}

}  // namespace panggil::ctl
