/// \file
/// The journal's backups: one at a time is made between turns, and the newest few are kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "common/base/time.hpp"
#include "common/texts/catalogue.hpp"
#include "dispatcher/journal/journal.hpp"

namespace panggil {

/// So much stays free on the disk of the backups: it may be the journal's as well, and that goes first.
inline constexpr std::uintmax_t kRoomLeftByBackups = 32U << 20U;

/// The loop's thread only.
class Backups {
 public:
  enum class State { kRunning, kDone, kFailed };
  struct Progress {
    std::string name;  ///< `journal-20261123T081502Z`
    std::filesystem::path file;
    State state = State::kRunning;
    std::uintmax_t bytes = 0;       ///< of the copy
    std::uintmax_t bytes_left = 0;  ///< while it is running
    std::string trouble;            ///< why it failed, and what to do
    Facts room{};                   ///< if it was for want of room: the facts of the text `backup.no_room`
  };

  /// \param directory made when it is needed, for its owner alone. \param keep at least 1
  Backups(journal::Journal& journal, std::filesystem::path directory, std::size_t keep);

  /// Begins one, or joins that under way. The same `request` again does not begin another. It may have failed
  /// at once.
  const Progress& begin(const std::string& request, WallTime now);
  /// The one of that name, if it is the last one.
  std::optional<Progress> find(const std::string& name) const;
  bool under_way() const { return backup_ != nullptr; }
  /// The next piece of the one under way. What goes wrong ends that one, is logged, and hinders nothing else.
  void step();

 private:
  void start(WallTime now);
  void finish();
  void fail(const std::string& why);
  /// \throws std::runtime_error if there is too little for so many more
  void require_room(std::uintmax_t bytes);
  void remove_old() const;

  journal::Journal& journal_;
  std::filesystem::path directory_;
  std::size_t keep_;
  std::string request_;
  std::unique_ptr<journal::Backup> backup_;
  std::optional<Progress> last_;
};

}  // namespace panggil
