/// \file
/// What a visitor has to know of the printer.
#pragma once

#include <string_view>

namespace panggil::kiosk {

enum class PrinterState {
  kAbsent,    ///< there is none: numbers stand on the screen alone
  kReady,     ///< or it cannot say
  kPaperLow,  ///< prints; somebody should bring paper
  kPaperOut,
  kCoverOpen,
  kFailed,  ///< it says that something else is wrong with it
  kGone,    ///< switched off, unplugged, not reached
};

/// Whether a ticket can be expected to come out.
inline bool prints(PrinterState state) {
  return state == PrinterState::kReady || state == PrinterState::kPaperLow;
}

/// As in logs and on the wire.
inline std::string_view to_text(PrinterState state) {
  switch (state) {
    case PrinterState::kAbsent:
      return "none";
    case PrinterState::kReady:
      return "ready";
    case PrinterState::kPaperLow:
      return "paper-low";
    case PrinterState::kPaperOut:
      return "paper-out";
    case PrinterState::kCoverOpen:
      return "cover-open";
    case PrinterState::kFailed:
      return "failed";
    case PrinterState::kGone:
      break;
  }
  return "gone";
}

}  // namespace panggil::kiosk
