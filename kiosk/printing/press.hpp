/// \file
/// From what stands on a ticket to what its printer is told.
#pragma once

#include <string>

#include "common/drawing/plate.hpp"
#include "kiosk/model/paper.hpp"
#include "kiosk/printing/ticket_layout.hpp"

namespace panggil::kiosk {

enum class CodeBy { kPicture, kPrinter, kNobody };

struct PressSettings {
  unsigned dots = kDotsOf80;
  CodeBy code = CodeBy::kPicture;
  drawing::FontFiles fonts;
};

/// On the window's thread. Text is drawn here, so that every character is right on every printer.
class Press {
 public:
  /// \throws std::runtime_error for fonts that cannot be read
  explicit Press(const PressSettings& settings);

  std::string data_of(const Paper& paper);

 private:
  PressSettings settings_;
  drawing::Plate plate_;
};

}  // namespace panggil::kiosk
