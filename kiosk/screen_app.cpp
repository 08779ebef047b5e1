#include "kiosk/screen_app.hpp"

#include <algorithm>
#include <variant>

#include "common/base/log.hpp"
#include "common/runtime/service_notify.hpp"
#include "common/session/one_shot.hpp"
#include "common/settings/command_line.hpp"

namespace panggil::kiosk {
namespace {

Deadline now() {
  return Deadline::clock::now();
}

auto micros_since(Deadline time) {
  return std::chrono::duration_cast<std::chrono::microseconds>(now() - time).count();
}

std::string_view name_of(Page page) {
  switch (page) {
    case Page::kStart:
      return "the start";
    case Page::kAsking:
      return "a touch";
    case Page::kNumber:
      return "the number";
    case Page::kRefused:
      return "a refusal";
    case Page::kUnsure:
      return "that it is unsure";
    case Page::kOffline:
      break;
  }
  return "that it is offline";
}

/// The site of the settings, else the only one that the broker knows.
Result<SiteId, int> site_of(const Settings& settings, const Clock& clock) {
  if (settings.machine.site) return *settings.machine.site;
  // On a loop and a connection of their own: this happens once, before the work begins.
  EventLoop loop;
  session::Connection connection(
      session::beside_a_window(settings::connection(settings.machine, settings.name)));
  const auto site = session::choose_site(settings.machine, connection, loop, clock);
  if (!site) return fail(session::print(site.error(), "panggil-kiosk"));
  connection.transport->close(Millis(200));
  return *site;
}

}  // namespace

ScreenApp::ScreenApp(const Settings& settings, const SiteId& site, EventLoop& loop, const Clock& clock,
                     drawing::Window& window)
    : settings_(settings), loop_(loop), window_(window), post_(settings, site, loop, clock), started_(now()) {
  loop_.watch(window_.fd(), [this] { look_again_ = now() + drawing::Window::kSettling; });
  for (const int fd : window_.input_fds()) loop_.watch(fd, [] {});  // has only to wake up; turn() looks
  loop_.on_turn([this] { return turn(); });
}

void ScreenApp::run() {
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

std::optional<Deadline> ScreenApp::turn() {
  look_at_window();
  // What was touched is seen before anything is heard of it. While a frame is drawn more may come in, unheard
  // by the loop.
  while (draw_if_changed()) look_at_window();
  post_.screen(window_.mode());
  auto next = post_.turn();
  while (draw_if_changed()) look_at_window();
  post_.print_what_is_due();
  if (settings_.picture) next = std::min(next.value_or(Deadline::max()), started_ + settings_.picture->after);
  if (look_again_) next = std::min(next.value_or(Deadline::max()), *look_again_);
  return next;
}

void ScreenApp::look_at_window() {
  // A wish to close the window is nobody's here who may wish it.
  const auto happened = window_.poll();
  if (look_again_ && now() >= *look_again_) look_again_.reset();
  exposed_ = exposed_ || happened.exposed;
  for (const auto& input : happened.inputs) take(input);
}

void ScreenApp::take(const drawing::Input& input) {
  const auto* click = std::get_if<drawing::Click>(&input);
  if (click == nullptr) return;
  const auto touch = touch_at(layout_, click->x, click->y);
  if (!touch) return;
  touched_ = now();
  post_.touch(*touch);
}

bool ScreenApp::draw_if_changed() {
  auto scene = post_.model().scene();
  const bool take_picture = picture_due();
  if (drawn_ == scene && !exposed_ && !take_picture) return false;
  const auto screen = screen_of(window_.size(), settings_.screen_inches);
  layout_ = layout(scene, screen, window_.typesetter());
  window_.show(layout_, take_picture ? std::optional(settings_.picture->file) : std::nullopt);
  note_times(scene);
  drawn_ = std::move(scene);
  exposed_ = false;
  warn_of_small_targets();
  if (take_picture) loop_.stop();
  return !take_picture;
}

void ScreenApp::note_times(const Scene& scene) {
  if (!drawn_ || drawn_->page != scene.page || drawn_->printer != scene.printer)
    log::debug("shows {} {}, printer: \"{}\"", name_of(scene.page), scene.number.ticket, scene.printer);
  if (!touched_ || !drawn_) return;
  if (scene.page == Page::kAsking && drawn_->page != Page::kAsking)
    log::debug("under way on the screen after {} us", micros_since(*touched_));
  if (scene.page == Page::kNumber && drawn_->page != Page::kNumber)
    log::debug("number on the screen after {} us", micros_since(*touched_));
}

void ScreenApp::warn_of_small_targets() {
  if (warned_ || drawn_->page != Page::kStart) return;
  warned_ = true;
  const auto screen = screen_of(window_.size(), settings_.screen_inches);
  const auto smallest = smallest_target_mm(layout_, screen);
  if (smallest && *smallest < kTargetMm - 0.1F)
    log::warn(
        "some buttons are only {:.0f} mm high on this screen, and {:.0f} mm are wanted; offer fewer services",
        *smallest, kTargetMm);
}

bool ScreenApp::picture_due() const {
  return settings_.picture && now() >= started_ + settings_.picture->after;
}

int run_screen(const Settings& settings) {
  EventLoop loop;  // before OpenGL and MQTT start threads: it decides where signals go
  const RealClock clock;
  drawing::Window window(settings.screen, design());
  const auto site = site_of(settings, clock);
  if (!site) return site.error();
  log::info("{} of {} on {}", settings.name.text(), site->text(), window.mode());
  ScreenApp app(settings, *site, loop, clock, window);
  app.run();
  return settings::kDone;
}

}  // namespace panggil::kiosk
