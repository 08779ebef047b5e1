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
constexpr int kClocksWide = 400;
constexpr int kClocksHigh = 900;

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

/// SFML's own connection to the server outlives the tests, so the server ends with the process.
void look_at_virtual_screen() {
  static const test::TemporaryDirectory directory;
  static const auto* screen = new display::VirtualScreen((directory.path() / "xvfb.log").string());
  setenv("DISPLAY", screen->name().c_str(), 1);
}

Design design() {
  return {[](Size) { return 1.0F; }, {.bold = {60, 30}, .book = {30}, .tickets = {60}}};
}

TEST(AWindow, ShowsWhatRunsWhereItHasRunToAndKeepsTheRest) {
  look_at_virtual_screen();
  WindowSettings settings;
  settings.fullscreen = true;
  Window window(settings, design());
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

/// A clock in every size, the smallest above, the largest below.
Figure with_clocks(int count) {
  constexpr float kLeast = 16;
  constexpr float kMore = 4;
  Figure figure;
  figure.size = {kClocksWide, kClocksHigh};
  figure.panels = {{Fill::kScreen, {0, 0, kClocksWide, kClocksHigh}, 0}};
  float y = 0;
  for (int which = 0; which < count; ++which) {
    const float cap = kLeast + kMore * static_cast<float>(which);
    figure.texts.push_back({"clock",
                            "01.34",
                            {0, y, kClocksWide, cap + 10},
                            cap,
                            Align::kLeft,
                            Weight::kBold,
                            Ink::kWhite,
                            Fill::kScreen});
    y += cap + 10;
  }
  return figure;
}

TEST(AWindow, KeepsEveryCharacterWhereOnlyChangesAreDrawn) {
  look_at_virtual_screen();
  constexpr int kClocks = 16;
  WindowSettings settings;
  settings.width = kClocksWide;
  settings.height = kClocksHigh;
  auto letters = design();
  for (const auto& text : with_clocks(kClocks).texts) letters.letters.bold.push_back(text.cap);
  const Camera camera;
  const auto seen = [&](const Text& text) {
    // The window is in the middle.
    return camera.brightness(
        {(1920 - kClocksWide) / 2, (1080 - kClocksHigh) / 2 + text.slot.y, kClocksWide, text.slot.height});
  };
  std::vector<unsigned long> whole;
  {
    Window window(settings, letters);
    window.show(with_clocks(kClocks));
    for (const auto& text : with_clocks(kClocks).texts) whole.push_back(seen(text));
  }
  Window window(settings, letters);
  for (int count = 0; count <= kClocks; ++count) window.show(with_clocks(count));
  for (std::size_t which = 0; which < whole.size(); ++which)
    EXPECT_NEAR(static_cast<double>(seen(with_clocks(kClocks).texts[which])),
                static_cast<double>(whole[which]), 0.02 * static_cast<double>(whole[which]))
        << "clock " << which;
}

TEST(AWindow, LiesOnTheScreenThatItIsAsLargeAs) {
  look_at_virtual_screen();
  WindowSettings settings;
  settings.width = 1920;
  settings.height = 1080;
  Window window(settings, design());
  Figure figure;
  figure.size = window.size();
  figure.panels = {{Fill::kBadge, {0, 0, 1920, 1080}, 0}};
  window.show(figure);
  const Camera camera;
  EXPECT_GT(camera.brightness({0, 0, 20, 20}), 0);
  EXPECT_GT(camera.brightness({1900, 1060, 20, 20}), 0);
}

}  // namespace
}  // namespace panggil::drawing
