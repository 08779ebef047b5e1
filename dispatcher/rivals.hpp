/// \file
/// Other dispatchers of the same site: two of them would give out the same numbers.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "common/base/ids.hpp"
#include "common/base/time.hpp"
#include "common/mqtt/transport.hpp"
#include "common/protocol/topics.hpp"

namespace panggil {

/// Recognises them by their epoch, in the status and in beats; the one that was started last stays, of two
/// that were started at once the one with the greater epoch. The loop's thread only.
class Rivals {
 public:
  /// `since`: the start of this dispatcher, as its status and its will say it.
  Rivals(SiteId site, std::string own_epoch, WallTime since)
      : site_(std::move(site)), own_(std::move(own_epoch)), since_(since) {}

  void connected();
  /// What to say of another dispatcher that this message tells of, and what to do; nothing for anything else,
  /// and for one of whom that has been said already.
  std::optional<std::string> notice(const protocol::Topic& topic, const mqtt::Received& message);
  /// One that was started later has come while we were at work: this dispatcher must end.
  bool yields() const { return yields_; }

 private:
  std::optional<std::string> at_work(const std::string& epoch);
  std::optional<std::string> replaced_by(const std::string& epoch);
  std::optional<std::string> was_here(const std::string& epoch);

  SiteId site_;
  std::string own_;
  WallTime since_;
  std::size_t connections_ = 0;
  bool yields_ = false;
  std::string told_;  ///< the epoch of the one last spoken of
};

}  // namespace panggil
