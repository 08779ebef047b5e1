/// \file
/// Why there is no connection: a kind and its facts, so that whoever tells people of it can choose the words.
#pragma once

#include <string>
#include <utility>

namespace panggil::mqtt {

struct Trouble {
  enum class Kind {
    kOther,           ///< as the library says it
    kUnreachable,     ///< {broker}
    kUnreachableTls,  ///< {broker}; it may be a matter of certificates
    kSilent,          ///< {broker} takes the connection and says nothing
    kRefused,         ///< {broker} {client} {detail}
    kLost,
    kEnded,     ///< by the broker: {detail}
    kNameTaken  ///< by the broker, which has given our name to somebody else
  };
  Kind kind = Kind::kOther;
  std::string broker{};
  std::string client{};
  std::string detail{};
  friend bool operator==(const Trouble&, const Trouble&) = default;
};

inline Trouble as_said(std::string detail) {
  return {.detail = std::move(detail)};
}

/// In English: for the log.
std::string to_text(const Trouble& trouble);

}  // namespace panggil::mqtt
