#include "display/orders.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <string_view>

#include "common/base/log.hpp"
#include "common/protocol/codec.hpp"

namespace panggil::display {
namespace {
constexpr std::size_t kPart = 45'000;  // 60,000 in base64, where 64 KiB may be sent
constexpr std::size_t kLongestId = 64;

bool is_legal(const protocol::DeviceOrder& order) {
  if (order.id.empty() || order.id.size() > kLongestId) return false;
  if (order.order == "screenshot") return true;
  return order.order == "power" && (order.power == "on" || order.power == "off" || order.power == "hours");
}
}  // namespace

std::optional<protocol::DeviceOrder> Orders::take(const mqtt::Received& received) {
  if (received.retained || received.payload.empty()) return std::nullopt;
  auto order = protocol::decode<protocol::DeviceOrder>(received.payload);
  if (!order) {
    log::warn("an order cannot be read: {}", order.error().what);
    return std::nullopt;
  }
  if (!is_legal(*order)) {
    log::warn("an order is none of `screenshot` and `power` with `on`, `off` or `hours`");
    return std::nullopt;
  }
  if (order->id == last_) return std::nullopt;
  last_ = order->id;
  return std::move(*order);
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const auto byte = [&](std::size_t index) -> unsigned {
      return at + index < bytes.size() ? static_cast<unsigned char>(bytes[at + index]) : 0U;
    };
    const unsigned three = byte(0) << 16U | byte(1) << 8U | byte(2);
    for (unsigned sextet = 0; sextet < 4; ++sextet)
      text += at + sextet > bytes.size() ? '=' : kLetters[three >> (18 - 6 * sextet) & 0x3FU];
  }
  return text;
}

std::vector<protocol::DevicePicture> picture_parts(const std::string& id, const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(stream), {});
  if (bytes.empty()) return {{id, 0, 0, std::nullopt, "the picture could not be written"}};
  std::vector<protocol::DevicePicture> parts;
  const auto count = (bytes.size() + kPart - 1) / kPart;
  for (std::size_t part = 0; part < count; ++part)
    parts.push_back(
        {id, part + 1, count, base64(std::string_view(bytes).substr(part * kPart, kPart)), std::nullopt});
  return parts;
}

}  // namespace panggil::display
