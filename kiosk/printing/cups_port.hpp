/// \file
/// A printer of this machine's CUPS, by its own commands lp and lpstat.
#pragma once

#include "kiosk/printing/port.hpp"

namespace panggil::kiosk {

class CupsPort : public Port {
 public:
  explicit CupsPort(CupsWay way) : queue_(std::move(way.queue)) {}

  PrinterState look() override;
  bool print(std::string_view data) override;

 private:
  std::string queue_;
  std::string told_trouble_;  ///< in the log, once
};

/// What lpstat says of a queue, in words for the state. Pure.
PrinterState state_told_by(std::string_view lpstat);

}  // namespace panggil::kiosk
