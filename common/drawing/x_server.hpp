/// \file
/// A connection of our own to the X server, beside SFML's. SFML aborts where there is no server, never tells
/// when a window has to be drawn again, and waits for events by polling; this one can be asked, tells, and
/// can be slept on.
#pragma once

#include <memory>
#include <stdexcept>
#include <utility>
#include <vector>

namespace panggil::drawing {

/// There is no screen to draw on.
class NoScreen : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class XServer {
 public:
  /// \throws NoScreen saying what to do
  XServer();
  ~XServer();
  XServer(const XServer&) = delete;
  XServer& operator=(const XServer&) = delete;

  /// From now on hears of what happens to this window.
  void follow(unsigned long window);
  /// Readable when something has happened.
  int fd() const;
  /// This process's other connections to the same server: SFML's, which it does not give away.
  std::vector<int> other_fds() const;
  /// Width and height of all its monitors together, in pixels.
  std::pair<int, int> extent() const;
  /// Nobody can make the window smaller than this.
  void limit_size(unsigned long window, int least_width, int least_height);
  /// True if the window has to be drawn again since this was last asked.
  bool take_exposed();

  /// The screen's own power saving. False: this server or its screen has none, and nothing happens.
  bool sleep(bool on);

 private:
  struct Connection;
  std::unique_ptr<Connection> connection_;
};

}  // namespace panggil::drawing
