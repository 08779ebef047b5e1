#include "kiosk/printer_settings.hpp"

#include <charconv>

namespace panggil::kiosk {
namespace {

std::optional<TcpWay> parse_address(const std::string& text) {
  TcpWay way{text};
  // An IPv6 address has colons of its own, and brackets when a port follows.
  const bool bracketed = !text.empty() && text.front() == '[';
  const auto end = bracketed ? text.find(']') : text.find(':');
  if (bracketed && end == std::string::npos) return std::nullopt;
  if (end == std::string::npos) return way;
  way.host = text.substr(bracketed ? 1 : 0, bracketed ? end - 1 : end);
  const auto rest = text.substr(bracketed ? end + 1 : end);
  if (way.host.empty() || rest.empty()) return way.host.empty() ? std::nullopt : std::optional(way);
  const char* const last = rest.data() + rest.size();
  const auto [stopped, error] = std::from_chars(rest.data() + 1, last, way.port);
  const bool good = rest.front() == ':' && error == std::errc() && stopped == last && way.port > 0;
  return good ? std::optional(way) : std::nullopt;
}

std::optional<Way> read_way(const settings::Node& node) {
  const auto device = node.optional("device");
  const auto tcp = node.optional("tcp");
  const auto cups = node.optional("cups");
  if (device.present() + tcp.present() + cups.present() != 1) {
    node.fault("fault.kiosk.printer_way");
    return std::nullopt;
  }
  if (device.present()) return DeviceWay{device.path()};
  if (cups.present()) {
    const auto queue = cups.text();
    if (queue.starts_with('-')) cups.fault("fault.kiosk.printer_queue");
    return CupsWay{queue};
  }
  const auto address = parse_address(tcp.text());
  if (!address) tcp.fault("fault.kiosk.printer_address");
  return address;
}

}  // namespace

protocol::LocalText read_local_text(const settings::Node& node) {
  if (node.is_scalar()) return {{"id", node.text()}, {"en", node.text()}};
  protocol::LocalText texts;
  for (const auto& language : {"id", "en"})
    if (const auto text = node.optional(language); text.present()) texts[language] = text.text();
  if (texts.empty()) node.fault("fault.kiosk.local_text", {{"example", "{id: …, en: …}"}});
  node.no_other_keys();
  return texts;
}

std::map<std::string, std::vector<protocol::LocalText>> read_documents(const settings::Node& node) {
  constexpr std::size_t kMost = 8;
  std::map<std::string, std::vector<protocol::LocalText>> documents;
  if (!node.present()) return documents;
  for (const auto& [service, lines] : node.entries()) {
    if (!is_id(service)) lines.key_fault("fault.kiosk.service");
    for (const auto& line : lines.items()) documents[service].push_back(read_local_text(line));
    if (documents[service].size() > kMost) lines.fault("fault.kiosk.too_many_lines");
  }
  return documents;
}

std::optional<PrinterSettings> read_printer(const settings::Node& node, const drawing::FontFiles& fonts) {
  if (!node.present()) return std::nullopt;
  PressSettings press;
  press.fonts = fonts;
  if (const auto paper = node.optional("paper_mm"); paper.present())
    press.dots = paper.choice({"80", "58"}).value_or(0) == 0 ? kDotsOf80 : kDotsOf58;
  if (const auto code = node.optional("qr"); code.present())
    press.code = static_cast<CodeBy>(code.choice({"picture", "printer", "none"}).value_or(0));
  const auto way = read_way(node);
  node.no_other_keys();
  if (!way) return std::nullopt;
  return PrinterSettings{*way, press};
}

}  // namespace panggil::kiosk
