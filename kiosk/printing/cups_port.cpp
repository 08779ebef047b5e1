#include "kiosk/printing/cups_port.hpp"

#include "common/base/log.hpp"
#include "kiosk/printing/child.hpp"

namespace panggil::kiosk {

PrinterState state_told_by(std::string_view lpstat) {
  const auto says = [lpstat](std::string_view word) { return lpstat.find(word) != std::string_view::npos; };
  if (says("media-empty") || says("media-needed")) return PrinterState::kPaperOut;
  if (says("cover-open")) return PrinterState::kCoverOpen;
  if (says("offline")) return PrinterState::kGone;
  if (says("disabled") || says("paused")) return PrinterState::kFailed;
  return says("media-low") ? PrinterState::kPaperLow : PrinterState::kReady;
}

PrinterState CupsPort::look() {
  const auto ran = run_child({"lpstat", "-l", "-p", queue_}, {}, kLookTakes);
  const auto trouble = ran.well ? std::string() : ran.output;
  if (trouble != told_trouble_ && !ran.well) log::warn("printer {}: {}", queue_, for_log(trouble));
  told_trouble_ = trouble;
  return ran.well ? state_told_by(ran.output) : PrinterState::kGone;
}

bool CupsPort::print(std::string_view data) {
  const auto ran = run_child({"lp", "-d", queue_, "-o", "raw", "-t", "Panggil"}, data, kPrintTakes);
  if (!ran.well) log::warn("printer {}: {}", queue_, for_log(ran.output));
  return ran.well;
}

}  // namespace panggil::kiosk
