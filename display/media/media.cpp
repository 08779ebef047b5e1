#include "display/media/media.hpp"

#include <algorithm>
#include <utility>

#include "common/base/log.hpp"

namespace panggil::display {
namespace {
constexpr Micros kReadAgain = kMinute;  // what is in the folder
constexpr Micros kPatience = kMinute;   // with a video, until its first frame
constexpr Micros kLongestVideo = 30 * kMinute;
}  // namespace

Media::Media(std::filesystem::path folder, unsigned width, unsigned height, VideoWay way)
    : folder_(std::move(folder)), width_(width), height_(height), players_{Video(way), Video(way)} {}

void Media::turn(Micros now, const std::optional<Stamp>& time, bool still) {
  if (folder_.empty()) return;
  if (!read_at_ || now - *read_at_ >= kReadAgain) read_list(now);
  take_decoded();
  for (auto& player : players_) player.turn();
  const bool plays = shown_ && items_[*shown_].is_video();
  if (plays) {
    video_->run(!still);
    if (video_->frame()) present_ = video_->frame();
    if (!video_->fault().empty()) note_unreadable(*shown_, video_->fault());
  }
  if (still) return;
  prepare(now, time);
  if (over(now, time)) move_on(now, time);
}

void Media::play(std::filesystem::path folder) {
  folder_ = std::move(folder);
  read_at_.reset();
  if (!folder_.empty()) return;
  items_.clear();
  unreadable_.clear();
  fault_.clear();
  next_.reset();
  shown_.reset();
  present_.reset();
  for (auto& player : players_) player.close();
}

void Media::read_list(Micros now) {
  read_at_ = now;
  try {
    auto items = load_playlist(folder_);
    fault_.clear();
    if (items == items_) return;
    items_ = std::move(items);
    // The present one goes on until its time is over, whatever has become of its place.
    shown_.reset();
    next_.reset();
    unreadable_.clear();
  } catch (const std::exception& error) {
    // Half a list is worse than yesterday's: what was read last goes on.
    if (fault_ != error.what()) log::warn("media: {}", error.what());
    fault_ = error.what();
  }
}

std::optional<std::size_t> Media::readable_after(const std::optional<Stamp>& time) const {
  auto from = shown_;
  for (std::size_t step = 0; step < items_.size(); ++step) {
    const auto index = next_valid(items_, from, time);
    if (!index) return std::nullopt;
    if (!unreadable_.contains(items_[*index].file)) return index;
    from = index;
  }
  return std::nullopt;
}

/// Asks for the next one, so that it is there when the present one goes.
void Media::prepare(Micros now, const std::optional<Stamp>& time) {
  if (next_) return;
  const auto index = readable_after(time);
  if (!index || index == shown_) return;
  next_ = Next{*index, 0, nullptr};
  if (items_[*index].is_video()) {
    next_->opened = now;
    return ahead_->open(items_[*index].file, width_, height_);
  }
  next_->request = decoder_.ask(items_[*index].file, width_, height_);
}

void Media::take_decoded() {
  for (auto& decoded : decoder_.take()) {
    if (!next_ || next_->request != decoded.number) continue;
    if (decoded.picture) {
      next_->picture = std::move(*decoded.picture);
    } else {
      note_unreadable(next_->index, decoded.picture.error());
    }
  }
}

void Media::note_unreadable(std::size_t index, const std::string& why) {
  if (unreadable_.insert(items_[index].file).second)
    log::warn("media: {} is passed over: {}", items_[index].file.filename().string(), why);
  if (next_ && next_->index == index) next_.reset();
  if (shown_ == index) ends_ = 0;
}

bool Media::over(Micros now, const std::optional<Stamp>& time) const {
  if (!shown_) return true;
  const auto& item = items_[*shown_];
  if (!is_valid(item, time)) return true;
  return now >= ends_ || (item.is_video() && video_->ended());
}

void Media::show_video(Micros now) {
  const auto index = next_->index;
  if (!ahead_->fault().empty()) return note_unreadable(index, ahead_->fault());
  if (!ahead_->frame()) {
    if (now - *next_->opened > kPatience) note_unreadable(index, "it does not begin to play");
    return;
  }
  std::swap(video_, ahead_);
  ahead_->close();
  show(index, now, video_->frame());
}

void Media::move_on(Micros now, const std::optional<Stamp>& time) {
  if (next_ && items_[next_->index].is_video()) return show_video(now);
  if (next_ && next_->picture) return show(next_->index, now, next_->picture);
  if (next_) return;  // the present one stays until it is there
  const auto index = readable_after(time);
  if (!index) {
    present_.reset();
    shown_.reset();
  } else if (index == shown_ && !items_[*index].is_video()) {
    ends_ = now + std::chrono::microseconds(items_[*index].duration).count();
  } else if (index == shown_) {
    shown_.reset();  // the only one, once more from its beginning
  }
}

void Media::show(std::size_t index, Micros now, std::shared_ptr<const drawing::Pixels> picture) {
  present_ = std::move(picture);
  shown_ = index;
  const auto& item = items_[index];
  log::debug("media: shows {}", item.file.filename().string());
  if (!item.is_video()) video_->close();
  ends_ = now + (item.is_video() ? kLongestVideo : std::chrono::microseconds(item.duration).count());
  next_.reset();
}

std::optional<Micros> Media::deadline(Micros now) const {
  if (folder_.empty()) return std::nullopt;
  Micros list = read_at_.value_or(now) + kReadAgain;
  // A video that never begins to play has to be given up.
  if (next_ && next_->opened && *next_->opened + kPatience >= now)
    list = std::min(list, *next_->opened + kPatience + 1);
  // Once it is over it waits for the next one, or for a call to end: both come with a turn of their own.
  return shown_ && ends_ > now ? std::min(list, ends_) : list;
}

std::string Media::state() const {
  if (folder_.empty()) return {};
  if (!fault_.empty()) return fault_;
  std::string text = std::to_string(items_.size()) + (items_.size() == 1 ? " item" : " items");
  for (const auto& file : unreadable_)
    text += (file == *unreadable_.begin() ? "; unreadable: " : ", ") + file.filename().string();
  return text;
}

}  // namespace panggil::display
