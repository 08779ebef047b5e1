#include "counter-client/window_app.hpp"

#include <string_view>
#include <utility>
#include <variant>

#include "common/base/log.hpp"
#include "common/settings/command_line.hpp"

namespace panggil::counter {
namespace {

Deadline now() {
  return Deadline::clock::now();
}

/// For the log, which tells what it is and never what it says.
std::string_view word(Tone tone) {
  switch (tone) {
    case Tone::kQuiet:
      return "quiet";
    case Tone::kBusy:
      return "under way";
    case Tone::kDone:
      return "done";
    case Tone::kTrouble:
      return "trouble";
  }
  return "";
}

}  // namespace

WindowApp::WindowApp(const Settings& settings, EventLoop& loop, const Clock& clock, drawing::Window& window)
    : WindowLoop(loop, window, settings.picture), post_(settings, loop, clock) {
  post_.on_health([this](protocol::Health& health) {
    health.screen = this->window().mode();
    health.frames = frames_;
  });
}

void WindowApp::take(const drawing::Input& input) {
  const auto* key = std::get_if<drawing::KeyPress>(&input);
  if (const auto* typed = std::get_if<drawing::Typed>(&input)) return post_.type(typed->letter);
  if (key != nullptr && !key->letter.empty() && post_.model().typing()) return post_.type(key->letter);
  log::debug("a press");
  if (!pressed_ || !was_busy_) pressed_ = now();
  if (key != nullptr) return post_.press(key->key, false);
  const auto& click = std::get<drawing::Click>(input);
  if (const auto hit = drawing::target_at(layout_.targets, click.x, click.y)) post_.press(*hit, true);
}

const drawing::Figure* WindowApp::figure(bool anew) {
  auto scene = post_.model().scene();
  if (drawn_ == scene && !anew) return nullptr;
  drawn_ = std::move(scene);
  layout_ = layout(*drawn_, window().size(), window().typesetter(),
                   Catalogue::of(post_.model().words().language()));
  return &layout_;
}

void WindowApp::shown() {
  ++frames_;
  const auto& scene = *drawn_;
  log::debug("shows: {}{}{}", word(scene.message.tone),
             scene.offline ? ", offline"
             : scene.down  ? ", connecting"
                           : "",
             scene.list       ? ", list"
             : scene.question ? ", question"
                              : "");
  const bool is_busy = scene.message.tone == Tone::kBusy;
  tell_how_long(std::exchange(was_busy_, is_busy), is_busy);
}

void WindowApp::tell_how_long(bool was_busy, bool is_busy) {
  if (!pressed_ || was_busy == is_busy) return;
  const auto since = std::chrono::duration_cast<std::chrono::microseconds>(now() - *pressed_).count();
  log::debug("{} on the screen {} us after the press", is_busy ? "under way" : "answer", since);
  if (!is_busy) pressed_.reset();
}

int run_window(const Settings& settings) {
  EventLoop loop;  // before OpenGL and MQTT start threads: it decides where signals go
  const RealClock clock;
  drawing::Window window(settings.window, design());
  log::info("{} at counter {}", settings.name.text(), settings.counter.text());
  WindowApp(settings, loop, clock, window).run();
  return settings::kDone;
}

}  // namespace panggil::counter
