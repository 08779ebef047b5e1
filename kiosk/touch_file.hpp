/// \file
/// The touch that is under way, on disk: a kiosk that is killed in the middle of it asks for the outcome
/// under the same id when it is back, instead of giving out a second ticket.
#pragma once

#include <filesystem>
#include <optional>

#include "common/base/time.hpp"
#include "common/protocol/message/command.hpp"

namespace panggil::kiosk {

struct UnfinishedTouch {
  protocol::Command command;  ///< with its id and lease
  WallTime at;
};

class TouchFile {
 public:
  /// `folder` is there and can be written to; nothing: all is forgotten at the end.
  explicit TouchFile(std::optional<std::filesystem::path> folder);

  /// Replaces what was there, whole or not at all. A disk that does not take it is logged, and does not stop
  /// a visitor.
  void keep(const UnfinishedTouch& touch) const;
  void clear() const;
  /// What an earlier run left; what cannot be read is logged and cleared.
  std::optional<UnfinishedTouch> read() const;

 private:
  std::optional<std::filesystem::path> file_;
};

}  // namespace panggil::kiosk
