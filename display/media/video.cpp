#include "display/media/video.hpp"

#include <mpv/client.h>
#include <mpv/render.h>
#include <mpv/render_gl.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "common/runtime/wakeup.hpp"

namespace panggil::display {
namespace {
constexpr std::uint64_t kEofReached = 1;
constexpr std::uint64_t kSize = 2;

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

/// As it is to be seen, which is not how it is stored where pixels are no squares; nothing: not known yet.
std::optional<std::array<double, 2>> size_in(const mpv_event_property& property) {
  if (property.format != MPV_FORMAT_NODE) return std::nullopt;
  const auto& node = *static_cast<const mpv_node*>(property.data);
  if (node.format != MPV_FORMAT_NODE_MAP) return std::nullopt;
  std::array<double, 2> size{};
  for (int at = 0; at < node.u.list->num; ++at) {
    const std::string_view key = node.u.list->keys[at];
    const auto& value = node.u.list->values[at];
    if (value.format == MPV_FORMAT_INT64 && key == "dw") size[0] = static_cast<double>(value.u.int64);
    if (value.format == MPV_FORMAT_INT64 && key == "dh") size[1] = static_cast<double>(value.u.int64);
  }
  return size[0] > 0 && size[1] > 0 ? std::optional(size) : std::nullopt;
}
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
    mpv_observe_property(handle, kSize, "video-out-params", MPV_FORMAT_NODE);
    if (mpv_render_context_create(&render, handle, params) < 0) return false;
    mpv_render_context_set_update_callback(render, &Player::frame_is_there, this);
    return true;
  }

  void draw_into(drawing::CardPicture& card, std::array<int, 2> size) const {
    card.draw([&](int framebuffer) {
      mpv_opengl_fbo target{framebuffer, size[0], size[1], 0};
      int upside_down = 0;
      int wait = 0;
      std::array params = {mpv_render_param{MPV_RENDER_PARAM_OPENGL_FBO, &target},
                           mpv_render_param{MPV_RENDER_PARAM_FLIP_Y, &upside_down},
                           mpv_render_param{MPV_RENDER_PARAM_BLOCK_FOR_TARGET_TIME, &wait},
                           mpv_render_param{}};
      mpv_render_context_render(render, params.data());
    });
  }

  void draw_into(drawing::Pixels& pixels, std::array<int, 2> size) const {
    std::size_t stride = std::size_t{4} * pixels.width;
    std::string format = "rgb0";
    int wait = 0;
    std::array params = {mpv_render_param{MPV_RENDER_PARAM_SW_SIZE, size.data()},
                         mpv_render_param{MPV_RENDER_PARAM_SW_FORMAT, format.data()},
                         mpv_render_param{MPV_RENDER_PARAM_SW_STRIDE, &stride},
                         mpv_render_param{MPV_RENDER_PARAM_SW_POINTER, pixels.rgba.data()},
                         mpv_render_param{MPV_RENDER_PARAM_BLOCK_FOR_TARGET_TIME, &wait},
                         mpv_render_param{}};
    mpv_render_context_render(render, params.data());
    // The fourth byte is left as nought, which would be transparent.
    for (std::size_t index = 3; index < pixels.rgba.size(); index += 4) pixels.rgba[index] = 255;
  }

  /// Never waits for the player's core: that may be waiting for a frame to be drawn, which is done here.
  void ask(std::initializer_list<const char*> words) const {
    std::vector<const char*> command(words);
    command.push_back(nullptr);
    mpv_command_async(handle, 0, command.data());
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
  ++opened_;
  player_->ask({"loadfile", file.c_str()});
}

void Video::run(bool on) {
  if (!player_ || runs_ == on) return;
  runs_ = on;
  int pause = on ? 0 : 1;
  mpv_set_property_async(player_->handle, 0, "pause", MPV_FORMAT_FLAG, &pause);
}

void Video::close() {
  frame_.reset();
  card_.reset();
  runs_.reset();
  is_this_one_ = begins_ = ended_ = false;
  fault_.clear();
  if (player_) player_->ask({"stop"});
}

void Video::turn() {
  if (!player_) return;
  player_->wakeup.clear();
  bool draws = player_->has_frame.exchange(false);
  draws = take_events() || draws;  // after it: what a frame belongs to was told before the frame
  if (!draws) return;
  const auto is = mpv_render_context_update(player_->render);
  // The player waits a fifth of a second for a frame to be fetched. Then it speaks of it no more, but still
  // has it: a machine that is too slow would never see one otherwise.
  if (size_ && ((is & MPV_RENDER_UPDATE_FRAME) != 0 || begins_)) draw();
}

/// True: there is something to draw now that could not be drawn before.
bool Video::take_events() {
  bool draws = false;
  while (true) {
    const auto* event = mpv_wait_event(player_->handle, 0);
    if (event->event_id == MPV_EVENT_NONE) return draws;
    if (event->event_id == MPV_EVENT_START_FILE)
      is_this_one_ = static_cast<const mpv_event_start_file*>(event->data)->playlist_entry_id >= opened_;
    if (event->event_id == MPV_EVENT_PROPERTY_CHANGE)
      draws =
          take_property(event->reply_userdata, *static_cast<const mpv_event_property*>(event->data)) || draws;
    if (!is_this_one_) continue;  // it concerns the file before
    if (event->event_id == MPV_EVENT_PLAYBACK_RESTART) draws = begins_ = true;
    if (event->event_id == MPV_EVENT_END_FILE) take_end(*static_cast<const mpv_event_end_file*>(event->data));
  }
}

void Video::take_end(const mpv_event_end_file& end) {
  if (end.reason == MPV_END_FILE_REASON_ERROR) fault_ = mpv_error_string(end.error);
}

/// What they are now: the player says nothing where two files are alike and the one follows the other at
/// once.
bool Video::take_property(std::uint64_t which, const mpv_event_property& property) {
  if (which == kSize) size_ = size_in(property);
  if (which == kEofReached && property.format == MPV_FORMAT_FLAG &&
      *static_cast<const int*>(property.data) != 0)
    ended_ = frame_ != nullptr;
  return which == kSize && size_;
}

void Video::draw() {
  const auto [wide, high] = *size_;
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
