// A window on a real (virtual) screen, looked at from outside.
#include "common/drawing/window.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/support/temporary_directory.hpp"
#include "tests/system/display/child.hpp"
// After all else: it names what others name, too.
#include <X11/Xlib.h>
#include <X11/Xutil.h>

namespace panggil::drawing {
namespace {

constexpr int kWide = 640;
constexpr int kHigh = 360;

/// What a camera before the screen would see.
class Camera {
 public:
  Camera() : display_(XOpenDisplay(nullptr)) {}
  ~Camera() { XCloseDisplay(display_); }
  Camera(const Camera&) = delete;
  Camera& operator=(const Camera&) = delete;

  unsigned long brightness(Rect part) const {
    auto* image =
        XGetImage(display_, DefaultRootWindow(display_), static_cast<int>(part.x), static_cast<int>(part.y),
                  static_cast<unsigned>(part.width), static_cast<unsigned>(part.height), AllPlanes, ZPixmap);
    unsigned long sum = 0;
    for (int y = 0; y < image->height; ++y)
      for (int x = 0; x < image->width; ++x) sum += XGetPixel(image, x, y) & 0xFFU;
    XDestroyImage(image);
    return sum;
  }

 private:
  ::Display* display_;
};

Figure with_ribbon(float run) {
  Figure figure;
  figure.size = {kWide, kHigh};
  figure.panels = {{Fill::kScreen, {0, 0, kWide, kHigh}, 0}, {Fill::kPanel, {20, 200, 600, 60}, 10}};
  figure.texts = {
      {"title", "A017", {20, 20, 300, 100}, 60, Align::kLeft, Weight::kBold, Ink::kWhite, Fill::kScreen}};
  figure.ribbon = Ribbon{"A", {40, 205, 560, 50}, 30, 800, Weight::kBold, Ink::kWhite, Fill::kPanel, run};
  return figure;
}

TEST(AWindow, ShowsWhatRunsWhereItHasRunToAndKeepsTheRest) {
  const test::TemporaryDirectory directory;
  // SFML's own connection to the server outlives the test, so the server ends with the process.
  static const auto* screen = new display::VirtualScreen((directory.path() / "xvfb.log").string());
  setenv("DISPLAY", screen->name().c_str(), 1);
  WindowSettings settings;
  settings.fullscreen = true;
  const Design design{[](Size) { return 1.0F; }, {.bold = {60, 30}, .book = {30}, .tickets = {60}}};
  Window window(settings, design);
  const auto size = window.size();
  const auto drawn = [&](float run) {
    auto figure = with_ribbon(run);
    figure.size = size;
    figure.panels[0].rect = {0, 0, size.width, size.height};
    return figure;
  };
  const Camera camera;
  const Rect left{40, 205, 100, 50};
  const Rect title{20, 20, 300, 100};
  window.show(drawn(0));
  const auto with_a = camera.brightness(left);
  const auto with_title = camera.brightness(title);
  window.show(drawn(300));  // the A is behind the left edge, and its next copy far to the right
  EXPECT_LT(camera.brightness(left), with_a);
  EXPECT_EQ(camera.brightness(title), with_title);
  window.show(drawn(0));
  EXPECT_EQ(camera.brightness(left), with_a);
}

}  // namespace
}  // namespace panggil::drawing
