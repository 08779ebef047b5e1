/// \file
/// What a visitor has to know of the printer.
#pragma once

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

}  // namespace panggil::kiosk
