#include "common/screen/settings.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstring>
#include <stdexcept>
#include <string_view>

#include "common/drawing/fonts.hpp"
#include "common/settings/system_words.hpp"
#include "common/texts/spoken.hpp"

namespace panggil::screen {
namespace {
constexpr unsigned kMost = 8192;

struct Pixels {
  unsigned width;
  unsigned height;
};

std::optional<unsigned> number(std::string_view text, unsigned least) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && value >= least && value <= kMost ? std::optional(value) : std::nullopt;
}

std::optional<Pixels> parse_size(std::string_view text, Least least) {
  const auto by = text.find('x');
  if (by == std::string_view::npos) return std::nullopt;
  const auto width = number(text.substr(0, by), least.width);
  const auto height = number(text.substr(by + 1), least.height);
  if (!width || !height) return std::nullopt;
  return Pixels{*width, *height};
}

std::string expected(Least least, const drawing::WindowSettings& window) {
  return spoken_text("fault.size", {{"least", fmt::format("{}x{}", least.width, least.height)},
                                    {"most", fmt::format("{}x{}", kMost, kMost)},
                                    {"example", fmt::format("{}x{}", window.width, window.height)}});
}

void set_size(drawing::WindowSettings& window, Pixels size) {
  window.width = size.width;
  window.height = size.height;
}

void read_font(const settings::Node& node, std::filesystem::path& font) {
  if (!node.present()) return;
  font = node.path();
  if (::access(font.c_str(), R_OK) != 0)
    return node.fault("fault.font", {{"file", font.string()}, {"why", settings::system_words(errno)}});
  if (!drawing::is_font(font)) node.fault("window.no_font", {{"file", font.string()}});
}
}  // namespace

void read_size(const settings::Node& root, Least least, drawing::WindowSettings& window) {
  const auto node = root.optional("size");
  if (!node.present()) return;
  if (const auto size = parse_size(node.text(), least))
    set_size(window, *size);
  else
    node.fault_in_words(expected(least, window));
}

void read_fonts(const settings::Node& root, drawing::FontFiles& fonts) {
  const auto node = root.optional("fonts");
  if (!node.present()) return;
  read_font(node.optional("bold"), fonts.bold);
  read_font(node.optional("book"), fonts.book);
  node.no_other_keys();
}

void read_wall(const settings::Node& root, drawing::WindowSettings& window) {
  if (const auto node = root.optional("fullscreen"); node.present()) window.fullscreen = node.truth();
  if (const auto node = root.optional("rotate"); node.present())
    window.rotate = static_cast<int>(node.choice({"0", "90", "180", "270"}).value_or(0)) * 90;
}

void apply_flags(const Flags& flags, Least least, drawing::WindowSettings& window) {
  if (flags.fullscreen) window.fullscreen = true;
  if (flags.rotate) window.rotate = *flags.rotate;
  if (!flags.size) return;
  const auto size = parse_size(*flags.size, least);
  if (!size)
    throw std::invalid_argument(spoken_text(
        "usage.flag", {{"flag", "--size"}, {"value", *flags.size}, {"why", expected(least, window)}}));
  set_size(window, *size);
  window.fullscreen = flags.fullscreen;  // whoever names a size wants a window
}

std::optional<Picture> picture(const Flags& flags) {
  if (!flags.screenshot) return std::nullopt;
  const auto& file = *flags.screenshot;
  const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  if (::access(folder.c_str(), W_OK | X_OK) != 0)
    throw std::invalid_argument(spoken_text(
        "usage.screenshot",
        {{"file", file.string()}, {"folder", folder.string()}, {"why", settings::system_words(errno)}}));
  return Picture{file, std::chrono::microseconds(std::llround(flags.after_s * 1e6))};
}

}  // namespace panggil::screen
