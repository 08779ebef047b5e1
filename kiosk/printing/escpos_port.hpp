/// \file
/// A printer that is spoken to directly, over a device file or TCP.
#pragma once

#include "kiosk/printing/escpos.hpp"
#include "kiosk/printing/port.hpp"
#include "kiosk/printing/stream.hpp"

namespace panggil::kiosk {

class EscposPort : public Port {
 public:
  explicit EscposPort(Way way) : way_(std::move(way)) {}

  PrinterState look() override;
  bool print(std::string_view data) override;

 private:
  std::optional<Stream> open(SteadyTime until);
  escpos::Replies ask(Stream& stream, SteadyTime until);

  Way way_;
  bool answers_ = false;      ///< it has, at least once
  std::string told_trouble_;  ///< in the log, once
};

}  // namespace panggil::kiosk
