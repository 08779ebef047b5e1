#include "kiosk/printing/port.hpp"

#include "kiosk/printing/cups_port.hpp"
#include "kiosk/printing/escpos_port.hpp"

namespace panggil::kiosk {

std::unique_ptr<Port> make_port(const Way& way) {
  if (const auto* cups = std::get_if<CupsWay>(&way)) return std::make_unique<CupsPort>(*cups);
  return std::make_unique<EscposPort>(way);
}

std::string to_text(const Way& way) {
  struct Text {
    std::string operator()(const DeviceWay& device) const { return device.device.string(); }
    std::string operator()(const TcpWay& tcp) const { return tcp.host + ":" + std::to_string(tcp.port); }
    std::string operator()(const CupsWay& cups) const { return cups.queue; }
  };
  return std::visit(Text{}, way);
}

}  // namespace panggil::kiosk
