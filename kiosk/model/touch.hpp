/// \file
/// What a visitor can touch.
#pragma once

#include <string>

namespace panggil::kiosk {

struct Touch {
  enum class What {
    kService,   ///< `id`: which
    kLanguage,  ///< `id`: which
    kPriority,  ///< turns the wish to go earlier on or off
    kDone,      ///< back to the start
  };
  What what = What::kDone;
  std::string id{};
  friend bool operator==(const Touch&, const Touch&) = default;
};

}  // namespace panggil::kiosk
