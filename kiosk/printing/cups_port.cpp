#include "kiosk/printing/cups_port.hpp"

#include <chrono>
#include <thread>

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

std::string job_told_by(std::string_view lp) {
  constexpr std::string_view kBefore = "request id is ";
  const auto at = lp.find(kBefore);
  if (at == std::string_view::npos) return {};
  const auto rest = lp.substr(at + kBefore.size());
  return std::string(rest.substr(0, rest.find_first_of(" \n")));
}

std::string_view told_of(const std::string& job, std::string_view lpstat) {
  while (!lpstat.empty()) {
    // Of each job a line, and below it what is indented.
    std::size_t end = lpstat.find('\n');
    while (end != std::string_view::npos && end + 1 < lpstat.size() && lpstat[end + 1] == '\t')
      end = lpstat.find('\n', end + 1);
    const auto told = lpstat.substr(0, end);
    if (told.starts_with(job + " ")) return told;
    lpstat.remove_prefix(end == std::string_view::npos ? lpstat.size() : end + 1);
  }
  return {};
}

/// CUPS tries again and again to print what it has taken, minutes later too: a ticket that nobody waits for.
bool CupsPort::has_come_out(const std::string& job, SteadyTime until) const {
  constexpr Millis kLookAgain{200};
  while (true) {
    const auto left = run_child({"lpstat", "-o", queue_}, {}, kLookTakes);
    if (!left.well) return false;
    if (told_of(job, left.output).empty()) break;
    if (std::chrono::steady_clock::now() >= until) return false;
    std::this_thread::sleep_for(kLookAgain);
  }
  const auto ended = run_child({"lpstat", "-l", "-W", "completed", "-o", queue_}, {}, kLookTakes);
  const auto how = told_of(job, ended.output);
  return how.find("canceled") == std::string_view::npos && how.find("aborted") == std::string_view::npos;
}

bool CupsPort::print(std::string_view data) {
  const auto until = std::chrono::steady_clock::now() + kPrintTakes;
  const auto ran = run_child({"lp", "-d", queue_, "-o", "raw", "-t", "Panggil"}, data, kPrintTakes);
  if (!ran.well) {
    log::warn("printer {}: {}", queue_, for_log(ran.output));
    return false;
  }
  const auto job = job_told_by(ran.output);
  if (job.empty() || has_come_out(job, until)) return true;
  log::warn("printer {}: {} has not come out, and is taken back", queue_, for_log(job));
  run_child({"cancel", job}, {}, kLookTakes);
  return false;
}

}  // namespace panggil::kiosk
