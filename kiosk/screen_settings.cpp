#include "kiosk/screen_settings.hpp"

#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <stdexcept>

namespace panggil::kiosk {
namespace {
constexpr unsigned kLeast = 480;
constexpr unsigned kMost = 8192;
constexpr auto kSizeExpected = "width and height in pixels are expected, 480 to 8192 each, such as 1920x1080";

struct Pixels {
  unsigned width;
  unsigned height;
};

std::optional<unsigned> number(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && value >= kLeast && value <= kMost ? std::optional(value) : std::nullopt;
}

std::optional<Pixels> parse_size(std::string_view text) {
  const auto by = text.find('x');
  if (by == std::string_view::npos) return std::nullopt;
  const auto width = number(text.substr(0, by));
  const auto height = number(text.substr(by + 1));
  if (!width || !height) return std::nullopt;
  return Pixels{*width, *height};
}

void set_size(drawing::WindowSettings& screen, Pixels size) {
  screen.width = size.width;
  screen.height = size.height;
}

void read_size(const settings::Node& node, drawing::WindowSettings& screen) {
  if (!node.present()) return;
  if (const auto size = parse_size(node.text()))
    set_size(screen, *size);
  else
    node.fault(kSizeExpected);
}

void read_font(const settings::Node& node, std::filesystem::path& font) {
  if (!node.present()) return;
  font = node.path();
  if (::access(font.c_str(), R_OK) == 0) return;
  node.fault(font.string() + " cannot be read: " + std::strerror(errno) +
             "; install fonts-dejavu-core, or name a font that is there");
}

void read_fonts(const settings::Node& node, drawing::FontFiles& fonts) {
  if (!node.present()) return;
  read_font(node.optional("bold"), fonts.bold);
  read_font(node.optional("book"), fonts.book);
  node.no_other_keys();
}
}  // namespace

drawing::WindowSettings read_screen(const settings::Node& root) {
  drawing::WindowSettings screen;
  screen.title = "Panggil kiosk";
  set_size(screen, {1920, 1080});
  read_size(root.optional("size"), screen);
  screen.fullscreen = true;
  if (const auto node = root.optional("fullscreen"); node.present()) screen.fullscreen = node.truth();
  if (const auto node = root.optional("rotate"); node.present())
    screen.rotate = static_cast<int>(node.choice({"0", "90", "180", "270"}).value_or(0)) * 90;
  read_fonts(root.optional("fonts"), screen.fonts);
  return screen;
}

void apply_flags(const CommandLine& line, drawing::WindowSettings& screen) {
  if (line.fullscreen) screen.fullscreen = true;
  if (line.rotate) screen.rotate = *line.rotate;
  if (!line.size) return;
  const auto size = parse_size(*line.size);
  if (!size) throw std::invalid_argument("--size " + *line.size + ": " + kSizeExpected);
  set_size(screen, *size);
  screen.fullscreen = line.fullscreen;  // whoever names a size wants a window
}

}  // namespace panggil::kiosk
