#include "common/drawing/card_picture.hpp"

#include <GL/gl.h>
#include <GL/glext.h>

#include <SFML/Graphics/Texture.hpp>
#include <SFML/Window/Context.hpp>
#include <algorithm>
#include <array>
#include <cctype>
#include <stdexcept>
#include <string_view>

namespace panggil::drawing {
namespace {

/// Found once: the functions that OpenGL 1 does not have.
struct Functions {
  PFNGLGENFRAMEBUFFERSPROC generate = found<PFNGLGENFRAMEBUFFERSPROC>("glGenFramebuffers");
  PFNGLDELETEFRAMEBUFFERSPROC remove = found<PFNGLDELETEFRAMEBUFFERSPROC>("glDeleteFramebuffers");
  PFNGLBINDFRAMEBUFFERPROC bind = found<PFNGLBINDFRAMEBUFFERPROC>("glBindFramebuffer");
  PFNGLFRAMEBUFFERTEXTURE2DPROC attach = found<PFNGLFRAMEBUFFERTEXTURE2DPROC>("glFramebufferTexture2D");
  PFNGLCHECKFRAMEBUFFERSTATUSPROC status = found<PFNGLCHECKFRAMEBUFFERSTATUSPROC>("glCheckFramebufferStatus");
  PFNGLUSEPROGRAMPROC use_program = found<PFNGLUSEPROGRAMPROC>("glUseProgram");
  PFNGLBINDBUFFERPROC bind_buffer = found<PFNGLBINDBUFFERPROC>("glBindBuffer");
  PFNGLACTIVETEXTUREPROC activate = found<PFNGLACTIVETEXTUREPROC>("glActiveTexture");

  bool all() const {
    return generate != nullptr && remove != nullptr && bind != nullptr && attach != nullptr &&
           status != nullptr && use_program != nullptr && bind_buffer != nullptr && activate != nullptr;
  }

 private:
  template <class Function>
  static Function found(const char* name) {
    return reinterpret_cast<Function>(sf::Context::getFunction(name));
  }
};

const Functions& functions() {
  static const Functions kFunctions;
  return kFunctions;
}

/// Another's drawing leaves OpenGL as it was found, as far as SFML relies on it.
class Untouched {
 public:
  Untouched() {
    glPushAttrib(GL_ALL_ATTRIB_BITS);
    glPushClientAttrib(GL_CLIENT_ALL_ATTRIB_BITS);
  }
  ~Untouched() {
    functions().use_program(0);
    functions().bind_buffer(GL_ARRAY_BUFFER, 0);
    functions().bind_buffer(GL_PIXEL_UNPACK_BUFFER, 0);
    functions().bind_buffer(GL_PIXEL_PACK_BUFFER, 0);
    functions().bind(GL_FRAMEBUFFER, 0);
    functions().activate(GL_TEXTURE0);
    glPopClientAttrib();
    glPopAttrib();
  }
  Untouched(const Untouched&) = delete;
  Untouched& operator=(const Untouched&) = delete;
};

}  // namespace

struct CardPicture::Card {
  sf::Texture texture;
  GLuint framebuffer = 0;
};

CardPicture::CardPicture(unsigned width, unsigned height) : card_(std::make_unique<Card>()) {
  if (!functions().all()) throw std::runtime_error("this OpenGL draws into no pictures");
  if (!card_->texture.create(width, height))
    throw std::runtime_error("the graphics card takes no such picture");
  card_->texture.setSmooth(true);
  const Untouched untouched;
  functions().generate(1, &card_->framebuffer);
  functions().bind(GL_FRAMEBUFFER, card_->framebuffer);
  functions().attach(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, card_->texture.getNativeHandle(),
                     0);
  if (functions().status(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE) return;
  functions().remove(1, &card_->framebuffer);
  throw std::runtime_error("the graphics card draws into no such picture");
}

CardPicture::~CardPicture() {
  functions().remove(1, &card_->framebuffer);
}

void CardPicture::draw(const std::function<void(int framebuffer)>& draw) {
  const Untouched untouched;
  draw(static_cast<int>(card_->framebuffer));
}

const sf::Texture& CardPicture::texture() const {
  return card_->texture;
}

void* gl_function(const char* name) {
  return reinterpret_cast<void*>(sf::Context::getFunction(name));
}

std::string graphics_card() {
  const auto* name = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
  return name == nullptr ? std::string() : name;
}

bool is_no_graphics_card(const std::string& name) {
  std::string small = name;
  std::ranges::transform(small, small.begin(),
                         [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  constexpr std::array<std::string_view, 4> kInSoftware = {"llvmpipe", "softpipe", "swrast",
                                                           "software rasterizer"};
  return name.empty() || std::ranges::any_of(kInSoftware, [&](std::string_view one) {
           return small.find(one) != std::string::npos;
         });
}

}  // namespace panggil::drawing
