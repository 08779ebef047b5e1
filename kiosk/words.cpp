#include "kiosk/words.hpp"

#include <variant>

namespace panggil::kiosk {

std::string in_words(const protocol::Answer& answer, const session::Wording& wording) {
  const auto* issued = std::get_if<protocol::IssueResult>(&*answer.result);
  if (issued == nullptr) return {};
  const Facts facts{{"ticket", issued->ticket},
                    {"service", wording.service(issued->service)},
                    {"ahead", std::to_string(issued->ahead)}};
  std::string text = wording.text(issued->ahead == 0 ? "kiosk.issued_next" : "kiosk.issued", facts);
  if (issued->estimate) text += "\n" + wording.band("kiosk.estimate", *issued->estimate);
  return text;
}

}  // namespace panggil::kiosk
