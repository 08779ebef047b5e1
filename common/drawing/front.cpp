#include "common/drawing/front.hpp"

#include <GL/gl.h>
#include <GL/glx.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace panggil::drawing {
namespace {

constexpr std::array<std::string_view, 3> kInSoftware = {"llvmpipe", "softpipe", "swrast"};

std::string_view text(const void* from_driver) {
  return from_driver == nullptr ? std::string_view() : static_cast<const char*>(from_driver);
}

bool is_drawn_in_software() {
  const auto renderer = text(glGetString(GL_RENDERER));
  return std::any_of(kInSoftware.begin(), kInSoftware.end(),
                     [&](auto name) { return renderer.find(name) != std::string_view::npos; });
}

bool can_copy_parts() {
  ::Display* display = glXGetCurrentDisplay();
  if (display == nullptr) return false;
  const auto extensions = text(glXQueryExtensionsString(display, DefaultScreen(display)));
  return extensions.find("GLX_MESA_copy_sub_buffer") != std::string_view::npos;
}

}  // namespace

Front::Front() {
  if (is_drawn_in_software() && can_copy_parts())
    copy_ = glXGetProcAddressARB(reinterpret_cast<const GLubyte*>("glXCopySubBufferMESA"));
}

void Front::show(const Part& part) const {
  const auto copy = reinterpret_cast<void (*)(::Display*, GLXDrawable, int, int, int, int)>(copy_);
  copy(glXGetCurrentDisplay(), glXGetCurrentDrawable(), part.x, part.y, part.width, part.height);
}

}  // namespace panggil::drawing
