#include "common/drawing/window.hpp"

#include <SFML/Graphics/Image.hpp>
#include <SFML/Graphics/Texture.hpp>
#include <SFML/Window/Event.hpp>
#include <algorithm>
#include <map>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "common/drawing/changes.hpp"
#include "common/drawing/painter.hpp"
#include "common/drawing/sfml_log.hpp"
#include "common/drawing/upright.hpp"
#include "common/texts/spoken.hpp"

namespace panggil::drawing {
namespace {

constexpr std::string_view kDigits = "0123456789";

std::optional<char> key_of(sf::Keyboard::Key code) {
  using Keys = sf::Keyboard;
  if (code >= Keys::Num0 && code <= Keys::Num9) return kDigits[static_cast<std::size_t>(code - Keys::Num0)];
  if (code >= Keys::Numpad0 && code <= Keys::Numpad9)
    return kDigits[static_cast<std::size_t>(code - Keys::Numpad0)];
  static const std::map<Keys::Key, char> kOthers = {
      {Keys::Enter, '\r'}, {Keys::Backspace, '\b'}, {Keys::Escape, '\x1b'}, {Keys::Add, '+'},
      {Keys::Equal, '+'},  {Keys::Subtract, '-'},   {Keys::Hyphen, '-'},    {Keys::Multiply, '*'},
      {Keys::Divide, '/'}, {Keys::Slash, '/'},      {Keys::Period, '.'}};
  const auto found = kOthers.find(code);
  return found == kOthers.end() ? std::nullopt : std::optional(found->second);
}

bool is_printable(sf::Uint32 letter) {
  constexpr sf::Uint32 kFirst = 0x20;
  constexpr sf::Uint32 kDelete = 0x7f;
  constexpr sf::Uint32 kFirstAfterControls = 0xa0;
  return letter >= kFirstAfterControls || (letter >= kFirst && letter < kDelete);
}

void add_letter(sf::Uint32 unicode, bool of_press, std::vector<Input>& inputs) {
  if (!is_printable(unicode)) return;
  const auto utf8 = sf::String(unicode).toUtf8();
  const std::string letter(utf8.begin(), utf8.end());
  auto* press = of_press && !inputs.empty() ? std::get_if<KeyPress>(&inputs.back()) : nullptr;
  if (press != nullptr && press->letter.empty())
    press->letter = letter;
  else
    inputs.emplace_back(Typed{letter});
}

std::optional<Input> input_of(const sf::Event& event, const sf::RenderWindow& window) {
  if (event.type == sf::Event::KeyPressed) {
    const auto& pressed = event.key;
    if (pressed.control || pressed.alt || pressed.system) return std::nullopt;
    if (const auto key = key_of(pressed.code)) return KeyPress{*key};
  }
  if (event.type == sf::Event::MouseButtonPressed && event.mouseButton.button == sf::Mouse::Left) {
    const auto point = window.mapPixelToCoords({event.mouseButton.x, event.mouseButton.y});
    return Click{point.x, point.y};
  }
  return std::nullopt;
}

Part inside(Part part, int width, int height) {
  const int x = std::max(part.x, 0);
  const int y = std::max(part.y, 0);
  return {x, y, std::min(part.x + part.width, width) - x, std::min(part.y + part.height, height) - y};
}

}  // namespace

Window::Window(const WindowSettings& settings, Design design)
    : settings_(settings), design_(std::move(design)) {
  log_what_sfml_says();
  open();
  fit();
}

void Window::open() {
  const auto mode = settings_.fullscreen ? sf::VideoMode::getDesktopMode()
                                         : sf::VideoMode(settings_.width, settings_.height);
  window_.create(mode, settings_.title, settings_.fullscreen ? sf::Style::Fullscreen : sf::Style::Default);
  if (!settings_.fullscreen) bring_onto_screen();
  window_.setVerticalSyncEnabled(true);
  window_.setMouseCursorVisible(!settings_.fullscreen);
  window_.setKeyRepeatEnabled(false);
  front_.emplace();
  server_.follow(window_.getSystemHandle());
  if (settings_.least.width > 0)
    server_.limit_size(window_.getSystemHandle(), static_cast<int>(settings_.least.width),
                       static_cast<int>(settings_.least.height));
}

/// SFML 2.5.1 takes the screen's width for its height when it looks for the middle, so that a window as large
/// as the screen begins far below its top, or above it where the screen stands upright, where no window
/// manager puts it right.
void Window::bring_onto_screen() {
  const sf::Vector2i screen(static_cast<int>(sf::VideoMode::getDesktopMode().width),
                            static_cast<int>(sf::VideoMode::getDesktopMode().height));
  const sf::Vector2i size(window_.getSize());
  const sf::Vector2i free = screen - size;
  // SFML knows one monitor; a window manager may have chosen another.
  const auto [width, height] = server_.extent();
  const auto at = window_.getPosition();
  if (at.x >= 0 && at.y >= 0 && at.x + size.x <= width && at.y + size.y <= height) return;
  window_.setPosition({std::max(free.x / 2, 0), std::max(free.y / 2, 0)});
}

Size Window::size() const {
  const auto window = window_.getSize();
  const Size size{static_cast<float>(window.x), static_cast<float>(window.y)};
  return on_its_side() ? Size{size.height, size.width} : size;
}

std::string Window::mode() const {
  const auto window = window_.getSize();
  return std::to_string(window.x) + "x" + std::to_string(window.y);
}

void Window::fit() {
  const auto window = window_.getSize();
  const Size seen = size();
  sf::View view({seen.width / 2, seen.height / 2},
                {static_cast<float>(window.x), static_cast<float>(window.y)});
  view.setRotation(static_cast<float>(-settings_.rotate));
  window_.setView(view);
  // New ones: the old ones' textures are for other sizes, and only go with them.
  fonts_.emplace(settings_.fonts, design_.letters, design_.unit(seen));
}

Window::Happened Window::poll() {
  Happened happened;
  happened.exposed = server_.take_exposed();
  sf::Event event;
  bool pressed = false;  // by the event before: what it writes follows it
  while (window_.pollEvent(event)) {
    if (event.type == sf::Event::Closed) happened.closed = true;
    if (const auto input = input_of(event, window_)) happened.inputs.push_back(*input);
    if (event.type == sf::Event::TextEntered) add_letter(event.text.unicode, pressed, happened.inputs);
    pressed = event.type == sf::Event::KeyPressed;
    if (event.type != sf::Event::Resized) continue;
    fit();
    happened.exposed = true;
  }
  if (happened.exposed) shown_.reset();
  return happened;
}

void Window::show(const Figure& figure, const std::optional<std::filesystem::path>& picture) {
  const bool other_pixels = textures_.hold(figure);
  const auto parts = shown_ && front_->takes_parts() && !other_pixels && !picture
                         ? changed_parts(*shown_, figure)
                         : std::nullopt;
  shown_ = figure;
  // The same picture again: somebody wants to see that frames are still made.
  if (parts && !parts->empty()) return show_parts(figure, *parts);
  paint(window_, figure, paints());
  // Before it is handed over: afterwards nobody knows what the buffer holds.
  sf::Texture texture;
  const auto window = window_.getSize();
  const bool taken = picture && texture.create(window.x, window.y);
  if (taken) texture.update(window_);
  window_.display();
  if (picture && !taken) throw std::runtime_error("no memory for a picture of " + mode());
  if (picture) save(texture, *picture);
}

/// First all of them, then to the screen at once.
void Window::show_parts(const Figure& figure, const std::vector<Rect>& parts) {
  for (const auto& part : parts) paint_part(window_, figure, paints(), part);
  const auto window = window_.getSize();
  for (const auto& part : parts) {
    // A window that has just become smaller has not told so yet.
    const auto pixels =
        inside(pixels_of(window_, part), static_cast<int>(window.x), static_cast<int>(window.y));
    if (pixels.width > 0 && pixels.height > 0) front_->show(pixels);
  }
}

void Window::save(const sf::Texture& texture, const std::filesystem::path& file) const {
  if (!upright(texture.copyToImage(), settings_.rotate).saveToFile(file.string()))
    throw std::runtime_error(spoken_text("window.not_written", {{"file", file.string()}}));
}

}  // namespace panggil::drawing
