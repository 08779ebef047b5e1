#include "kiosk/screen_app.hpp"

#include <utility>
#include <variant>

#include "common/base/log.hpp"
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

}  // namespace

ScreenApp::ScreenApp(const Settings& settings, EventLoop& loop, const Clock& clock, drawing::Window& window)
    : WindowLoop(loop, window, settings.picture),
      inches_(settings.screen_inches),
      post_(settings, loop, clock) {}

std::optional<Deadline> ScreenApp::work() {
  post_.screen(window().mode());
  return post_.turn();
}

void ScreenApp::take(const drawing::Input& input) {
  const auto* click = std::get_if<drawing::Click>(&input);
  if (click == nullptr) return;
  const auto touch = drawing::target_at(layout_.targets, click->x, click->y);
  if (!touch) return;
  touched_ = now();
  post_.touch(*touch);
}

const drawing::Figure* ScreenApp::figure(bool anew) {
  auto scene = post_.model().scene();
  if (drawn_ == scene && !anew) return nullptr;
  before_ = std::exchange(drawn_, std::move(scene));
  layout_ = layout(*drawn_, screen(), window().typesetter());
  return &layout_;
}

void ScreenApp::shown() {
  if (!before_ || before_->page != drawn_->page || before_->printer != drawn_->printer)
    log::debug("shows {} {}, printer: \"{}\"", name_of(drawn_->page), drawn_->number.ticket, drawn_->printer);
  if (touched_ && before_) tell_times(*before_);
  warn_of_small_targets();
}

void ScreenApp::tell_times(const Scene& before) {
  if (before.page == drawn_->page) return;
  if (drawn_->page == Page::kAsking)
    log::debug("under way on the screen after {} us", micros_since(*touched_));
  if (drawn_->page == Page::kNumber) log::debug("number on the screen after {} us", micros_since(*touched_));
}

void ScreenApp::warn_of_small_targets() {
  if (warned_ || drawn_->page != Page::kStart) return;
  warned_ = true;
  const auto smallest = smallest_target_mm(layout_, screen());
  if (smallest && *smallest < kTargetMm - 0.1F)
    log::warn(
        "some buttons are only {:.0f} mm high on this screen, and {:.0f} mm are wanted; offer fewer services",
        *smallest, kTargetMm);
}

int run_screen(const Settings& settings) {
  EventLoop loop;  // before OpenGL and MQTT start threads: it decides where signals go
  const RealClock clock;
  drawing::Window window(settings.screen, design());
  log::info("{} on {}", settings.name.text(), window.mode());
  ScreenApp(settings, loop, clock, window).run();
  return settings::kDone;
}

}  // namespace panggil::kiosk
