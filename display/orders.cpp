#include "display/orders.hpp"

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>

#include "common/base/base64.hpp"
#include "common/base/log.hpp"
#include "common/protocol/codec.hpp"

namespace panggil::display {
namespace {
constexpr std::size_t kPart = 45'000;  // 60,000 in base64, where 64 KiB may be sent
constexpr std::size_t kLongestId = 64;
using namespace std::string_view_literals;
/// Whoever writes a picture onto a full disk is not told.
constexpr auto kEndOfPng = "\0\0\0\0IEND\xAE\x42\x60\x82"sv;

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

PictureFile::PictureFile() {
  auto folder = (std::filesystem::temp_directory_path() / "panggil-picture-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) throw std::system_error(errno, std::generic_category(), folder);
  folder_ = folder;
}

PictureFile::~PictureFile() {
  std::error_code gone;
  std::filesystem::remove_all(folder_, gone);
}

protocol::DevicePicture no_picture(const std::string& id) {
  return {id, 0, 0, std::nullopt,
          "it could not be written; see whether the disk of the display's machine is full"};
}

std::vector<protocol::DevicePicture> picture_parts(const std::string& id, const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(stream), {});
  if (!bytes.ends_with(kEndOfPng)) return {no_picture(id)};
  std::vector<protocol::DevicePicture> parts;
  const auto count = (bytes.size() + kPart - 1) / kPart;
  for (std::size_t part = 0; part < count; ++part)
    parts.push_back(
        {id, part + 1, count, to_base64(std::string_view(bytes).substr(part * kPart, kPart)), std::nullopt});
  return parts;
}

}  // namespace panggil::display
