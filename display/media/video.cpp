#include "display/media/video.hpp"

#include <mpv/client.h>
#include <mpv/render.h>
#include <mpv/render_gl.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstddef>
#include <utility>

#include "common/runtime/wakeup.hpp"

namespace panggil::display {
namespace {
constexpr std::uint64_t kEofReached = 1;
constexpr std::uint64_t kSize = 2;  // wakes, no more

/// Cheap ways throughout: a small machine has to keep up. Nothing of the user's own settings, no terminal, no
/// sound.
constexpr std::array kOptions = {std::pair{"vo", "libmpv"},
                                 std::pair{"aid", "no"},
                                 std::pair{"config", "no"},
                                 std::pair{"terminal", "no"},
                                 std::pair{"osc", "no"},
                                 std::pair{"sid", "no"},
                                 std::pair{"keep-open", "yes"},
                                 std::pair{"hwdec", "no"},
                                 std::pair{"gpu-hwdec-interop", "no"},
                                 std::pair{"load-scripts", "no"},
                                 std::pair{"ytdl", "no"},
                                 std::pair{"access-references", "no"},
                                 std::pair{"sws-fast", "yes"},
                                 std::pair{"scale", "bilinear"},
                                 std::pair{"cscale", "bilinear"},
                                 std::pair{"dscale", "bilinear"},
                                 std::pair{"dither-depth", "no"},
                                 std::pair{"correct-downscaling", "no"},
                                 std::pair{"linear-downscaling", "no"},
                                 std::pair{"sigmoid-upscaling", "no"},
                                 std::pair{"audio-display", "no"},
                                 std::pair{"input-default-bindings", "no"}};
}  // namespace

/// Outlives nothing of it: the render context goes before the player does.
struct Video::Player {
  Wakeup wakeup;  // first: the callbacks use it until both below are gone
  std::atomic<bool> has_frame{false};
  mpv_handle* handle = nullptr;
  mpv_render_context* render = nullptr;

  ~Player() {
    if (render != nullptr) mpv_render_context_free(render);
    if (handle != nullptr) mpv_terminate_destroy(handle);
  }

  /// On threads of the player's; nothing of it may be called there.
  static void wake(void* self) { static_cast<Player*>(self)->wakeup.signal(); }
  static void frame_is_there(void* self) {
    static_cast<Player*>(self)->has_frame = true;
    wake(self);
  }

  bool start() {
    std::string api = MPV_RENDER_API_TYPE_SW;
    std::array params = {mpv_render_param{MPV_RENDER_PARAM_API_TYPE, api.data()}, mpv_render_param{}};
    return start(params.data());
  }

  bool start_on_card() {
    std::string api = MPV_RENDER_API_TYPE_OPENGL;
    mpv_opengl_init_params functions{};
    functions.get_proc_address = [](void*, const char* name) { return drawing::gl_function(name); };
    std::array params = {mpv_render_param{MPV_RENDER_PARAM_API_TYPE, api.data()},
                         mpv_render_param{MPV_RENDER_PARAM_OPENGL_INIT_PARAMS, &functions},
                         mpv_render_param{}};
    return start(params.data());
  }

  bool start(mpv_render_param* params) {
    handle = mpv_create();
    if (handle == nullptr) return false;
    for (const auto& [name, value] : kOptions) mpv_set_option_string(handle, name, value);
    if (mpv_initialize(handle) < 0) return false;
    mpv_set_wakeup_callback(handle, &Player::wake, this);
    mpv_observe_property(handle, kEofReached, "eof-reached", MPV_FORMAT_FLAG);
    mpv_observe_property(handle, kSize, "dheight", MPV_FORMAT_INT64);
    if (mpv_render_context_create(&render, handle, params) < 0) return false;
    mpv_render_context_set_update_callback(render, &Player::frame_is_there, this);
    return true;
  }

  void draw_into(drawing::CardPicture& card, std::array<int, 2> size) const {
    card.draw([&](int framebuffer) {
      mpv_opengl_fbo target{framebuffer, size[0], size[1], 0};
      std::array params = {mpv_render_param{MPV_RENDER_PARAM_OPENGL_FBO, &target}, mpv_render_param{}};
      mpv_render_context_render(render, params.data());
    });
  }

  void draw_into(drawing::Pixels& pixels, std::array<int, 2> size) const {
    std::size_t stride = std::size_t{4} * pixels.width;
    std::string format = "rgb0";
    std::array params = {mpv_render_param{MPV_RENDER_PARAM_SW_SIZE, size.data()},
                         mpv_render_param{MPV_RENDER_PARAM_SW_FORMAT, format.data()},
                         mpv_render_param{MPV_RENDER_PARAM_SW_STRIDE, &stride},
                         mpv_render_param{MPV_RENDER_PARAM_SW_POINTER, pixels.rgba.data()},
                         mpv_render_param{}};
    mpv_render_context_render(render, params.data());
    // The fourth byte is left as nought, which would be transparent.
    for (std::size_t index = 3; index < pixels.rgba.size(); index += 4) pixels.rgba[index] = 255;
  }

  std::int64_t number(const char* property) const {
    std::int64_t value = 0;
    mpv_get_property(handle, property, MPV_FORMAT_INT64, &value);
    return value;
  }
};

Video::Video(VideoWay way) : way_(way) {}
Video::~Video() = default;

int Video::fd() const {
  return player_ ? player_->wakeup.fd() : -1;
}

bool Video::start() {
  if (player_ || start_on_card()) return true;
  player_ = std::make_unique<Player>();
  if (player_->start()) return true;
  player_.reset();
  fault_ = "no video can be played on this machine: libmpv does not start";
  return false;
}

/// False, and `means_` says why, where the processor has to do it.
bool Video::start_on_card() {
  means_ = "software";
  if (way_ == VideoWay::kSoftware) return false;
  const auto card = drawing::graphics_card();
  means_ = "software (no graphics card)";
  if (way_ == VideoWay::kAuto && drawing::is_no_graphics_card(card)) return false;
  means_ = "software (not by " + card + ")";
  player_ = std::make_unique<Player>();
  if (!player_->start_on_card()) {
    player_.reset();
    return false;
  }
  means_ = "opengl (" + card + ")";
  return true;
}

void Video::open(const std::filesystem::path& file, unsigned width, unsigned height) {
  close();
  width_ = std::min(width, drawing::kLargestPicture);
  height_ = std::min(height, drawing::kLargestPicture);
  if (!start()) return;
  run(false);
  std::array<const char*, 3> command = {"loadfile", file.c_str(), nullptr};
  if (mpv_command(player_->handle, command.data()) < 0) fault_ = file.string() + " cannot be played";
}

void Video::run(bool on) {
  if (!player_ || runs_ == on) return;
  runs_ = on;
  int pause = on ? 0 : 1;
  mpv_set_property(player_->handle, "pause", MPV_FORMAT_FLAG, &pause);
}

void Video::close() {
  frame_.reset();
  card_.reset();
  runs_.reset();
  ended_ = false;
  fault_.clear();
  if (!player_) return;
  std::array<const char*, 2> command = {"stop", nullptr};
  mpv_command(player_->handle, command.data());
  // What the file before still had to say does not concern the next one.
  while (mpv_wait_event(player_->handle, 0)->event_id != MPV_EVENT_NONE) continue;
}

void Video::turn() {
  if (!player_) return;
  player_->wakeup.clear();
  take_events();
  if (!player_->has_frame.exchange(false)) return;
  if ((mpv_render_context_update(player_->render) & MPV_RENDER_UPDATE_FRAME) != 0) draw();
}

void Video::take_events() {
  while (true) {
    const auto* event = mpv_wait_event(player_->handle, 0);
    if (event->event_id == MPV_EVENT_NONE) return;
    if (event->event_id == MPV_EVENT_END_FILE) {
      const auto* end = static_cast<const mpv_event_end_file*>(event->data);
      if (end->reason == MPV_END_FILE_REASON_ERROR) fault_ = mpv_error_string(end->error);
    } else if (event->event_id == MPV_EVENT_PROPERTY_CHANGE && event->reply_userdata == kEofReached) {
      const auto* property = static_cast<const mpv_event_property*>(event->data);
      if (property->format == MPV_FORMAT_FLAG && *static_cast<const int*>(property->data) != 0)
        ended_ = frame_ != nullptr;
    }
  }
}

void Video::draw() {
  const auto wide = static_cast<double>(player_->number("dwidth"));
  const auto high = static_cast<double>(player_->number("dheight"));
  if (wide <= 0 || high <= 0) {
    player_->has_frame = true;  // it is told of its size a moment later, and of nothing more while it stands
    return;
  }
  const double scale = std::min({1.0, width_ / wide, height_ / high});
  std::array<int, 2> size = {std::max(static_cast<int>(std::lround(wide * scale)), 2),
                             std::max(static_cast<int>(std::lround(high * scale)), 2)};
  make_room(static_cast<unsigned>(size[0]), static_cast<unsigned>(size[1]));
  if (card_) player_->draw_into(*card_, size);
  if (!card_) player_->draw_into(*frame_, size);
  ++frame_->version;
}

void Video::make_room(unsigned width, unsigned height) {
  if (frame_ && frame_->width == width && frame_->height == height) return;
  frame_ = std::make_shared<drawing::Pixels>();
  frame_->width = width;
  frame_->height = height;
  card_.reset();
  if (means_.starts_with("opengl")) card_ = std::make_shared<drawing::CardPicture>(width, height);
  if (!card_) frame_->rgba.resize(std::size_t{4} * width * height);
  frame_->card = card_;
}

}  // namespace panggil::display
