#include "common/screen/window_loop.hpp"

#include <algorithm>
#include <utility>

#include "common/base/log.hpp"
#include "common/drawing/lean.hpp"
#include "common/runtime/service.hpp"

namespace panggil::screen {
namespace {

/// By then the graphics driver has made ready what it draws with.
constexpr std::chrono::seconds kWarmingUp{5};

Deadline now() {
  return Deadline::clock::now();
}

}  // namespace

WindowLoop::WindowLoop(EventLoop& loop, drawing::Window& window, std::optional<Picture> picture)
    : loop_(loop), window_(window), picture_(std::move(picture)), started_(now()) {
  loop_.watch(window_.fd(), [this] { look_again_ = now() + drawing::Window::kSettling; });
  for (const int fd : window_.input_fds()) loop_.watch(fd, [] {});  // has only to wake up; turn() looks
  loop_.on_turn([this] { return turn(); });
}

void WindowLoop::run() {
  run_service(loop_, [this] { goodbye(); });
}

std::optional<Deadline> WindowLoop::turn() {
  look_at_window();
  draw();
  auto next = work();
  draw();
  after_drawing();
  const auto sooner = [&next](std::optional<Deadline> other) {
    if (other) next = std::min(next.value_or(Deadline::max()), *other);
  };
  if (picture_) sooner(started_ + picture_->after);
  sooner(look_again_);
  sooner(become_lean());
  return next;
}

/// While a frame is drawn more may come in, unheard by the loop.
void WindowLoop::draw() {
  while (draw_if_changed()) look_at_window();
}

/// False when what is on the screen is right already.
bool WindowLoop::draw_if_changed() {
  const auto start = now();
  const bool take_picture = picture_due();
  const auto* wanted = figure(exposed_ || take_picture);
  if (wanted == nullptr) return false;
  window_.show(*wanted, take_picture ? std::optional(picture_->file) : std::nullopt);
  exposed_ = false;
  log::debug("frame of {} us", std::chrono::duration_cast<std::chrono::microseconds>(now() - start).count());
  shown();
  if (take_picture) loop_.stop();
  return !take_picture;
}

void WindowLoop::look_at_window() {
  const auto happened = window_.poll();
  if (look_again_ && now() >= *look_again_) look_again_.reset();
  if (happened.closed) closed();
  exposed_ = exposed_ || happened.exposed;
  for (const auto& input : happened.inputs) take(input);
}

/// When it is time for it; nothing: it was.
std::optional<Deadline> WindowLoop::become_lean() {
  const auto when = started_ + kWarmingUp;
  if (!lean_ && now() >= when) {
    drawing::give_back_code();
    log::debug("the code of the graphics driver is given back");
    lean_ = true;
  }
  return lean_ ? std::nullopt : std::optional(when);
}

bool WindowLoop::picture_due() const {
  return picture_ && now() >= started_ + picture_->after;
}

}  // namespace panggil::screen
