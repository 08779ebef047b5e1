/// \file
/// What stands on a printed ticket, in the visitor's language.
#pragma once

#include <string>
#include <vector>

namespace panggil::kiosk {

struct Paper {
  std::string office;
  std::string your_number;  ///< the word above it
  std::string ticket;
  std::string service;
  std::string ahead;
  std::string estimate;  ///< empty where nothing is known
  std::string where;
  std::string date;
  std::string time;
  std::string documents_title;
  std::vector<std::string> documents;  ///< to bring; may be none
  std::string closing;                 ///< the last line
  std::string code;                    ///< of the QR; empty: none
  friend bool operator==(const Paper&, const Paper&) = default;
};

}  // namespace panggil::kiosk
