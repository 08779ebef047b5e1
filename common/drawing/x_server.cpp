#include "common/drawing/x_server.hpp"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
// After Xlib, whose types it uses.
#include <X11/extensions/dpms.h>
#include <sys/socket.h>

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string>

#include "common/texts/spoken.hpp"

namespace panggil::drawing {
namespace {

/// Whom a socket talks to; nothing: it is none, or not connected.
std::optional<std::string> peer(int fd) {
  sockaddr_storage address{};
  socklen_t length = sizeof(address);
  if (getpeername(fd, reinterpret_cast<sockaddr*>(&address), &length) != 0) return std::nullopt;
  std::string bytes(length, '\0');
  std::memcpy(bytes.data(), &address, length);
  return bytes;
}

}  // namespace

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
    throw NoScreen(name == nullptr || *name == '\0' ? spoken_text("window.no_screen")
                                                    : spoken_text("window.silent", {{"server", name}}));
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

std::vector<int> XServer::other_fds() const {
  std::vector<int> fds;
  const auto server = peer(fd());
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    const auto name = entry.path().filename().string();
    int number = -1;
    std::from_chars(name.data(), name.data() + name.size(), number);
    if (number >= 0 && number != fd() && server && peer(number) == server) fds.push_back(number);
  }
  return fds;
}

std::pair<int, int> XServer::extent() const {
  auto* display = connection_->display;
  return {DisplayWidth(display, DefaultScreen(display)), DisplayHeight(display, DefaultScreen(display))};
}

void XServer::limit_size(unsigned long window, int least_width, int least_height) {
  XSizeHints hints{};
  hints.flags = PMinSize;
  hints.min_width = least_width;
  hints.min_height = least_height;
  XSetWMNormalHints(connection_->display, window, &hints);
  XFlush(connection_->display);
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
