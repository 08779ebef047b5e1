/// \file
/// One video at a time, by libmpv, without its sound: a waiting hall needs the voice. Drawn into memory, so
/// it needs no particular graphics card. The display's thread only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "common/drawing/pixels.hpp"

namespace panggil::display {

class Video {
 public:
  Video();
  ~Video();
  Video(const Video&) = delete;
  Video& operator=(const Video&) = delete;

  /// Opens a file and stops at its first frame; pictures are no larger than `width` by `height`.
  void open(const std::filesystem::path& file, unsigned width, unsigned height);
  void run(bool on);
  void close();

  /// Takes what the player has to say. To be called when fd() is readable, and once a turn.
  void turn();
  /// The present frame, with another version each time that it has changed; null until the first one is
  /// there.
  std::shared_ptr<const drawing::Pixels> frame() const { return frame_; }
  bool ended() const { return ended_; }
  /// Why it cannot be played; empty: it can, as far as is known.
  const std::string& fault() const { return fault_; }
  int fd() const;

 private:
  struct Player;

  void take_events();
  void draw();
  bool start();

  std::unique_ptr<Player> player_;
  unsigned width_ = 0;
  unsigned height_ = 0;
  std::shared_ptr<drawing::Pixels> frame_;
  bool ended_ = false;
  std::string fault_;
};

}  // namespace panggil::display
