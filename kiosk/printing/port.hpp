/// \file
/// The way to a printer: one interface, three ways.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "common/base/time.hpp"
#include "kiosk/model/printer_state.hpp"

namespace panggil::kiosk {

/// A printer's device file, such as `/dev/usb/lp0`.
struct DeviceWay {
  std::filesystem::path device;
};
/// A printer in the network that takes what it is to print on a TCP port.
struct TcpWay {
  std::string host;
  std::uint16_t port = 9100;
};
/// A queue of this machine's CUPS.
struct CupsWay {
  std::string queue;
};
using Way = std::variant<DeviceWay, TcpWay, CupsWay>;

/// Every call blocks, within the times below: for a thread of its own.
class Port {
 public:
  static constexpr Millis kLookTakes{3000};
  static constexpr Millis kPrintTakes{15000};

  virtual ~Port() = default;
  /// How the printer is; kReady where it cannot say.
  virtual PrinterState look() = 0;
  /// Whether the ticket has come out; where the printer cannot say, whether it has taken all of it.
  virtual bool print(std::string_view data) = 0;
};

std::unique_ptr<Port> make_port(const Way& way);
std::string to_text(const Way& way);  ///< for logs

}  // namespace panggil::kiosk
