#include "tests/system/display/close_button.hpp"

#include <X11/Xlib.h>

namespace panggil::display {
namespace {

std::string title_of(::Display* display, Window window) {
  char* name = nullptr;
  if (XFetchName(display, window, &name) == 0) return {};
  std::string title(name);
  XFree(name);
  return title;
}

void send_close(::Display* display, Window window) {
  XEvent event{};
  event.xclient.type = ClientMessage;
  event.xclient.window = window;
  event.xclient.message_type = XInternAtom(display, "WM_PROTOCOLS", False);
  event.xclient.format = 32;
  event.xclient.data.l[0] = static_cast<long>(XInternAtom(display, "WM_DELETE_WINDOW", False));
  XSendEvent(display, window, False, NoEventMask, &event);
}
}  // namespace

bool ask_to_close(const std::string& screen, const std::string& title) {
  ::Display* display = XOpenDisplay(screen.c_str());
  if (display == nullptr) return false;
  Window root = 0;
  Window parent = 0;
  Window* windows = nullptr;
  unsigned count = 0;
  XQueryTree(display, DefaultRootWindow(display), &root, &parent, &windows, &count);
  bool found = false;
  for (unsigned index = 0; index < count; ++index) {
    if (title_of(display, windows[index]) != title) continue;
    send_close(display, windows[index]);
    found = true;
  }
  XFree(windows);
  XCloseDisplay(display);
  return found;
}

}  // namespace panggil::display
