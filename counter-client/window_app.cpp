#include "counter-client/window_app.hpp"

#include <algorithm>
#include <string_view>
#include <variant>

#include "common/base/log.hpp"
#include "common/drawing/lean.hpp"
#include "common/runtime/service_notify.hpp"
#include "common/settings/command_line.hpp"
#include "counter-client/site.hpp"

namespace panggil::counter {
namespace {

/// By then the graphics driver has made ready what it draws with.
constexpr std::chrono::seconds kWarmingUp{5};

Deadline now() {
  return Deadline::clock::now();
}

auto micros_since(Deadline time) {
  return std::chrono::duration_cast<std::chrono::microseconds>(now() - time).count();
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

drawing::WindowSettings window_settings(const Settings& settings) {
  drawing::WindowSettings window;
  window.width = static_cast<unsigned>(kDesigned.width);
  window.height = static_cast<unsigned>(kDesigned.height);
  window.title = "Panggil " + settings.counter.text();
  window.least = kLeast;
  return window;
}

}  // namespace

WindowApp::WindowApp(const Settings& settings, const SiteId& site, EventLoop& loop, const Clock& clock,
                     drawing::Window& window)
    : settings_(settings), loop_(loop), window_(window), post_(settings, site, loop, clock), started_(now()) {
  loop_.watch(window_.fd(), [this] { look_again_ = now() + drawing::Window::kSettling; });
  for (const int fd : window_.input_fds()) loop_.watch(fd, [] {});  // has only to wake up; turn() looks
  loop_.on_turn([this] { return turn(); });
}

void WindowApp::run() {
  try {
    loop_.run();
  } catch (...) {
    // A clean end of the connection would take the will with it, so it has to be said.
    post_.close();
    throw;
  }
  notify_stopping();
  post_.close();
}

std::optional<Deadline> WindowApp::turn() {
  look_at_window();
  // What was pressed is seen before anything is heard of it. While a frame is drawn more may come in, unheard
  // by the loop.
  while (draw_if_changed()) look_at_window();
  auto next = post_.turn();
  while (draw_if_changed()) look_at_window();
  if (settings_.picture) next = std::min(next.value_or(Deadline::max()), started_ + settings_.picture->after);
  if (look_again_) next = std::min(next.value_or(Deadline::max()), *look_again_);
  become_lean(next);
  return next;
}

void WindowApp::become_lean(std::optional<Deadline>& next) {
  if (lean_) return;
  const auto when = started_ + kWarmingUp;
  lean_ = now() >= when;
  if (lean_) return drawing::give_back_code();
  next = std::min(next.value_or(Deadline::max()), when);
}

void WindowApp::look_at_window() {
  const auto happened = window_.poll();
  if (look_again_ && now() >= *look_again_) look_again_.reset();
  if (happened.closed) loop_.stop();
  exposed_ = exposed_ || happened.exposed;
  for (const auto& input : happened.inputs) take(input);
}

void WindowApp::take(const drawing::Input& input) {
  log::debug("a press");
  if (!pressed_ || !drawn_ || drawn_->message.tone != Tone::kBusy) pressed_ = now();
  if (const auto* key = std::get_if<drawing::KeyPress>(&input)) return post_.press(key->key, false);
  const auto& click = std::get<drawing::Click>(input);
  if (const auto key = key_at(layout_, click.x, click.y)) post_.press(*key, true);
}

bool WindowApp::draw_if_changed() {
  const auto start = now();
  auto scene = post_.model().scene();
  const bool take_picture = picture_due();
  if (drawn_ == scene && !exposed_ && !take_picture) return false;
  layout_ =
      layout(scene, window_.size(), window_.typesetter(), Catalogue::of(post_.model().words().language()));
  window_.show(layout_, take_picture ? std::optional(settings_.picture->file) : std::nullopt);
  log::debug("frame of {} us: {}{}{}", micros_since(start), word(scene.message.tone),
             scene.offline ? ", offline" : "", scene.list ? ", list" : "");
  tell_how_long(scene);
  drawn_ = std::move(scene);
  exposed_ = false;
  if (take_picture) loop_.stop();
  return !take_picture;
}

void WindowApp::tell_how_long(const Scene& scene) {
  const bool was_busy = drawn_ && drawn_->message.tone == Tone::kBusy;
  const bool is_busy = scene.message.tone == Tone::kBusy;
  if (!pressed_ || was_busy == is_busy) return;
  log::debug("{} on the screen {} us after the press", is_busy ? "under way" : "answer",
             micros_since(*pressed_));
  if (!is_busy) pressed_.reset();
}

bool WindowApp::picture_due() const {
  return settings_.picture && now() >= started_ + settings_.picture->after;
}

int run_window(const Settings& settings) {
  EventLoop loop;  // before OpenGL and MQTT start threads: it decides where signals go
  const RealClock clock;
  drawing::Window window(window_settings(settings), design());
  const auto site = site_of(settings, clock);
  if (!site) return site.error();
  log::info("{} at counter {} of {}", settings.name.text(), settings.counter.text(), site->text());
  WindowApp(settings, *site, loop, clock, window).run();
  return settings::kDone;
}

}  // namespace panggil::counter
