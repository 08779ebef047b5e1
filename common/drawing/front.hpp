/// \file
/// The front of a window, which is seen, and how a part of a frame gets there alone. A driver in software
/// copies every pixel that is handed over; a graphics chip hands a whole frame over in step with the screen,
/// and a part only out of step.
#pragma once

namespace panggil::drawing {

/// In pixels of the window, from its lower left corner, as OpenGL counts.
struct Part {
  int x;
  int y;
  int width;
  int height;
};

class Front {
 public:
  /// Of the window whose OpenGL context is active.
  Front();

  /// The window is drawn in software, and its driver can.
  bool takes_parts() const { return copy_ != nullptr; }
  /// What has been drawn there is on its way to the screen; the rest stays as it is. Only if takes_parts(),
  /// with the window's context active.
  void show(const Part& part) const;

 private:
  void (*copy_)() = nullptr;  ///< the driver's own
};

}  // namespace panggil::drawing
