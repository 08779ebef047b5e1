/// \file
/// The pictures of the media zone, one after the other. The next one is read before the present one goes, and
/// what cannot be read is passed over, so the zone is never black in between.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/base/zone.hpp"
#include "common/drawing/pixels.hpp"
#include "display/media/decoder.hpp"
#include "display/media/playlist.hpp"
#include "display/media/video.hpp"
#include "display/model/micros.hpp"

namespace panggil::display {

class Media {
 public:
  /// An empty folder: there is none. Pictures are no larger than `width` by `height`.
  Media(std::filesystem::path folder, unsigned width, unsigned height, VideoWay way = VideoWay::kSoftware);

  /// Goes on with another folder: what is on the screen stays until the first of it is there.
  void play(std::filesystem::path folder);

  /// To be called once a turn. `time`: the dispatcher's. `still`: nothing changes or moves, as somebody is
  /// being called.
  void turn(Micros now, const std::optional<Stamp>& time, bool still);
  /// Null: there is none at present.
  const std::shared_ptr<const drawing::Pixels>& present() const { return present_; }
  /// When turn() has something to do; nothing: not by itself.
  std::optional<Micros> deadline(Micros now) const;
  /// Readable when it has something to do before.
  int fd() const { return decoder_.fd(); }
  /// Readable when a video has a new frame; -1: there is no video player yet.
  std::array<int, 2> video_fds() const { return {players_[0].fd(), players_[1].fd()}; }
  /// For health: by what videos are drawn; empty: there was none yet.
  const std::string& video_means() const {
    return video_->means().empty() ? ahead_->means() : video_->means();
  }

  /// For health: `4 items`, `4 items; unreadable: poster.jpg`; empty where there is no folder.
  std::string state() const;

 private:
  void read_list(Micros now);
  void take_decoded();
  void prepare(Micros now, const std::optional<Stamp>& time);
  void show_video(Micros now);
  void move_on(Micros now, const std::optional<Stamp>& time);
  void show(std::size_t index, Micros now, std::shared_ptr<const drawing::Pixels> picture);
  void note_unreadable(std::size_t index, const std::string& why);
  bool over(Micros now, const std::optional<Stamp>& time) const;
  std::optional<std::size_t> readable_after(const std::optional<Stamp>& time) const;

  std::filesystem::path folder_;
  unsigned width_;
  unsigned height_;
  std::vector<MediaItem> items_;
  std::string fault_;  ///< of the folder or its list; empty: none
  std::optional<Micros> read_at_;
  Decoder decoder_;
  std::array<Video, 2> players_;
  Video* video_ = &players_[0];  ///< that is shown
  Video* ahead_ = &players_[1];  ///< that has the next one's first frame ready

  std::shared_ptr<const drawing::Pixels> present_;
  std::optional<std::size_t> shown_;
  Micros ends_ = 0;
  /// The next one: asked for, and then there.
  struct Next {
    std::size_t index;
    std::uint64_t request;
    std::shared_ptr<const drawing::Pixels> picture;
    std::optional<Micros> opened{};  ///< a video
  };
  std::optional<Next> next_;
  std::set<std::filesystem::path> unreadable_;
};

}  // namespace panggil::display
