#include "common/session/trouble.hpp"

#include <string_view>

namespace panggil::session {
namespace {

using Kind = mqtt::Trouble::Kind;

std::string_view text_of(Kind kind) {
  switch (kind) {
    case Kind::kOther:
      break;
    case Kind::kUnreachable:
      return "trouble.unreachable";
    case Kind::kUnreachableTls:
      return "trouble.unreachable_tls";
    case Kind::kSilent:
      return "trouble.silent";
    case Kind::kRefused:
      return "trouble.refused";
    case Kind::kLost:
      return "trouble.lost";
    case Kind::kEnded:
      return "trouble.ended";
    case Kind::kNameTaken:
      return "trouble.name_taken";
  }
  return "trouble.other";
}

}  // namespace

std::string trouble_in_words(const std::optional<mqtt::Trouble>& trouble, const Wording& wording) {
  if (!trouble) return {};
  return wording.text(
      text_of(trouble->kind),
      {{"broker", trouble->broker}, {"client", trouble->client}, {"reason", trouble->detail}});
}

}  // namespace panggil::session
