/// \file
/// What a supervisor wants of this screen itself: a picture of what is on it, or that it goes on or off.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/mqtt/transport.hpp"
#include "common/protocol/messages.hpp"

namespace panggil::display {

class Orders {
 public:
  /// One that can be carried out. What cannot be read, is retained, or has come before is left alone.
  std::optional<protocol::DeviceOrder> take(const mqtt::Received& received);

 private:
  std::string last_;  ///< the id of the last one: the broker may deliver twice
};

/// `…/picture` for each part of that file, in order; or one that says why there is none.
std::vector<protocol::DevicePicture> picture_parts(const std::string& id, const std::filesystem::path& file);

/// RFC 4648, with padding.
std::string base64(std::string_view bytes);

}  // namespace panggil::display
