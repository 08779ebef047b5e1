/// \file
/// A printer of this machine's CUPS, by its own commands lp, lpstat and cancel.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/printing/port.hpp"
#include "kiosk/printing/stream.hpp"

namespace panggil::kiosk {

class CupsPort : public Port {
 public:
  explicit CupsPort(CupsWay way) : queue_(std::move(way.queue)) {}

  PrinterState look() override;
  bool print(std::string_view data) override;

 private:
  bool has_come_out(const std::string& job, SteadyTime until) const;

  std::string queue_;
  std::string told_trouble_;  ///< in the log, once
};

/// What lpstat says of a queue, in words for the state. Pure.
PrinterState state_told_by(std::string_view lpstat);
/// The job's name in what lp says once it has taken it; empty: it does not say. Pure.
std::string job_told_by(std::string_view lp);
/// What `lpstat -l -o` says of this job; empty: it is not listed. Pure.
std::string_view told_of(const std::string& job, std::string_view lpstat);

}  // namespace panggil::kiosk
