#include "kiosk/touch_file.hpp"

#include <charconv>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

#include "common/base/log.hpp"
#include "common/protocol/codec.hpp"

namespace panggil::kiosk {
namespace {

constexpr std::string_view kName = "touch";

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// A line with the time, and one with the command as it went out.
std::optional<UnfinishedTouch> parse(const std::string& text) {
  const auto line = text.find('\n');
  if (line == std::string::npos) return std::nullopt;
  const auto millis = number(std::string_view(text).substr(0, line));
  const auto command = protocol::decode<protocol::Command>(text.substr(line + 1));
  if (!millis || !command || !command->lease) return std::nullopt;
  return UnfinishedTouch{*command, WallTime(Millis(*millis))};
}

}  // namespace

TouchFile::TouchFile(std::optional<std::filesystem::path> folder) {
  if (folder) file_ = *folder / kName;
}

void TouchFile::keep(const UnfinishedTouch& touch) const {
  if (!file_) return;
  auto fresh = *file_;
  fresh += ".new";
  {
    std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
    out << touch.at.time_since_epoch().count() << '\n' << protocol::encode(touch.command);
    if (!out.flush()) return log::error("{}: the touch under way cannot be kept", fresh.string());
  }
  std::error_code error;
  std::filesystem::rename(fresh, *file_, error);
  if (error) log::error("{}: the touch under way cannot be kept: {}", file_->string(), error.message());
}

void TouchFile::clear() const {
  if (!file_) return;
  std::error_code error;
  std::filesystem::remove(*file_, error);
  if (error) log::error("{}: cannot be removed: {}", file_->string(), error.message());
}

std::optional<UnfinishedTouch> TouchFile::read() const {
  if (!file_) return std::nullopt;
  std::ifstream in(*file_, std::ios::binary);
  if (!in) return std::nullopt;
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  auto touch = parse(text);
  if (!touch) {
    log::warn("{}: is no touch, and is removed", file_->string());
    clear();
  }
  return touch;
}

}  // namespace panggil::kiosk
