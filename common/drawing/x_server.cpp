#include "common/drawing/x_server.hpp"

#include <X11/Xlib.h>
// After Xlib, whose types it uses.
#include <X11/extensions/dpms.h>

#include <cstdlib>
#include <string>

namespace panggil::drawing {

struct XServer::Connection {
  explicit Connection(::Display* opened) : display(opened) {}
  ~Connection() { XCloseDisplay(display); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  ::Display* display;
};

XServer::XServer() {
  ::Display* display = XOpenDisplay(nullptr);
  if (display == nullptr) {
    const char* name = std::getenv("DISPLAY");
    throw NoScreen(name == nullptr || *name == '\0'
                       ? "there is no screen to draw on: DISPLAY is not set; start this under an X server"
                       : "there is no screen to draw on: the X server " + std::string(name) +
                             " does not answer; see whether it runs and lets this user in");
  }
  connection_ = std::make_unique<Connection>(display);
}

XServer::~XServer() = default;

void XServer::follow(unsigned long window) {
  XSelectInput(connection_->display, window,
               ExposureMask | StructureNotifyMask | VisibilityChangeMask | FocusChangeMask);
  // Not only sent: the window may be gone, with an error of X, before this would have been read.
  XSync(connection_->display, False);
}

int XServer::fd() const {
  return ConnectionNumber(connection_->display);
}

bool XServer::take_exposed() {
  bool exposed = false;
  while (XPending(connection_->display) > 0) {
    XEvent event;
    XNextEvent(connection_->display, &event);
    exposed = true;
  }
  return exposed;
}

bool XServer::sleep(bool on) {
  ::Display* display = connection_->display;
  int event = 0;
  int error = 0;
  if (DPMSQueryExtension(display, &event, &error) == False || DPMSCapable(display) == False) return false;
  DPMSEnable(display);
  // By order only, never by itself: nobody touches a television's keyboard.
  DPMSSetTimeouts(display, 0, 0, 0);
  const bool done = DPMSForceLevel(display, on ? DPMSModeOff : DPMSModeOn) != 0;
  XSync(display, False);
  return done;
}

}  // namespace panggil::drawing
