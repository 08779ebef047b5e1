/// \file
/// What is particular about one kiosk, of its settings.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/base/ids.hpp"
#include "common/base/time.hpp"
#include "common/protocol/message/local_text.hpp"

namespace panggil::kiosk {

struct Place {
  std::string first_language{};         ///< empty: the office's first
  std::vector<std::string> services{};  ///< offered here, in this order; none: all of the office
  std::string priority_class = "priority";
  std::optional<AreaId> area{};  ///< whose notices are shown; nothing: all
  Millis return_after{20000};    ///< after the last touch
  Millis number_stays{15000};    ///< twice as long where it is not on paper
  std::map<std::string, std::vector<protocol::LocalText>>
      documents{};                               ///< by service: what to bring, a line each
  std::map<std::string, std::string> closing{};  ///< by language: the last line of a ticket
  std::string code = "{site} {day} {ticket}";    ///< of the QR
};

}  // namespace panggil::kiosk
