#include "common/mqtt/trouble.hpp"

namespace panggil::mqtt {

std::string to_text(const Trouble& trouble) {
  const auto unreachable =
      "no connection to the broker at " + trouble.broker + "; check its address and that it runs";
  switch (trouble.kind) {
    case Trouble::Kind::kOther:
      break;
    case Trouble::Kind::kUnreachable:
      return unreachable;
    case Trouble::Kind::kUnreachableTls:
      return unreachable + ", and that the CA and certificate files are the right ones";
    case Trouble::Kind::kSilent:
      return "no answer from the broker at " + trouble.broker;
    case Trouble::Kind::kRefused:
      return "the broker at " + trouble.broker + " refused " + trouble.client + ": " + trouble.detail;
    case Trouble::Kind::kLost:
      return "the connection to the broker was lost";
    case Trouble::Kind::kEnded:
      return "the broker ended the connection: " + trouble.detail;
    case Trouble::Kind::kNameTaken:
      return "another client came under the same name, and the broker keeps the newer one only; give each "
             "its own "
             "--name";
  }
  return trouble.detail;
}

}  // namespace panggil::mqtt
