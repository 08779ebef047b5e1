/// \file
/// What a supervisor wants of this screen itself: a picture of what is on it, or that it goes on or off.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/mqtt/transport.hpp"
#include "common/protocol/message/device.hpp"

namespace panggil::display {

class Orders {
 public:
  /// One that can be carried out. What cannot be read, is retained, or has come before is left alone.
  std::optional<protocol::DeviceOrder> take(const mqtt::Received& received);

 private:
  std::string last_;  ///< the id of the last one: the broker may deliver twice
};

/// A file that nobody else has, for one picture; gone with this object.
class PictureFile {
 public:
  /// \throws std::system_error where there is no room for one
  PictureFile();
  ~PictureFile();
  PictureFile(const PictureFile&) = delete;
  PictureFile& operator=(const PictureFile&) = delete;

  std::filesystem::path path() const { return folder_ / "screen.png"; }

 private:
  std::filesystem::path folder_;
};

/// `…/picture` that says that there is none.
protocol::DevicePicture no_picture(const std::string& id);
/// `…/picture` for each part of that file, in order; or one that says why there is none, as where only a part
/// of it could be written.
std::vector<protocol::DevicePicture> picture_parts(const std::string& id, const std::filesystem::path& file);

}  // namespace panggil::display
