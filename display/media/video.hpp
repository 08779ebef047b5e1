/// \file
/// One video at a time, by libmpv, without its sound: a waiting hall needs the voice. Drawn by the graphics
/// card where there is one, else into memory. The display's thread only.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "common/drawing/card_picture.hpp"
#include "common/drawing/pixels.hpp"

struct mpv_event_end_file;
struct mpv_event_property;

namespace panggil::display {

/// By what videos are drawn.
enum class VideoWay { kAuto, kOpenGl, kSoftware };

class Video {
 public:
  /// Anything but kSoftware needs a window.
  explicit Video(VideoWay way);
  ~Video();
  Video(const Video&) = delete;
  Video& operator=(const Video&) = delete;

  /// Opens a file and stops at its first frame; pictures are no larger than `width` by `height`.
  void open(const std::filesystem::path& file, unsigned width, unsigned height);
  void run(bool on);
  void close();

  /// Takes what the player has to say. To be called when fd() is readable, and once a turn.
  void turn();
  /// For health: `opengl (V3D 4.2)`, `software (no graphics card)`; empty until one was opened.
  const std::string& means() const { return means_; }
  /// The present frame, with another version each time that it has changed; null until the first one is
  /// there.
  std::shared_ptr<const drawing::Pixels> frame() const { return frame_; }
  bool ended() const { return ended_; }
  /// Why it cannot be played; empty: it can, as far as is known.
  const std::string& fault() const { return fault_; }
  int fd() const;

 private:
  struct Player;

  bool take_events();
  void take_end(const mpv_event_end_file& end);
  bool take_property(std::uint64_t which, const mpv_event_property& property);
  void draw();
  void make_room(unsigned width, unsigned height);
  bool start();
  bool start_on_card();

  VideoWay way_;
  std::string means_;
  std::unique_ptr<Player> player_;
  std::optional<bool> runs_;  ///< nothing: whatever it did for the last file
  unsigned width_ = 0;
  unsigned height_ = 0;
  std::int64_t opened_ = 0;                      ///< files so far, which is how the player counts them too
  bool is_this_one_ = false;                     ///< that the player speaks of, not the one before
  bool begins_ = false;                          ///< its first frame is there to be drawn
  std::optional<std::array<double, 2>> size_{};  ///< as the player said last
  std::shared_ptr<drawing::CardPicture> card_;   ///< what `frame_` is on, if it is there
  std::shared_ptr<drawing::Pixels> frame_;
  bool ended_ = false;
  std::string fault_;
};

}  // namespace panggil::display
