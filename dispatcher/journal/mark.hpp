/// \file
/// How far the journal had come, kept beside it. SQLite takes a damaged end of its log for the torn end that
/// a power cut leaves and drops it without a word; the mark is how we notice. It is written after every
/// commit and never waited for, so it may be behind the journal but never ahead of it: a journal behind its
/// mark has lost something.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "dispatcher/core/event.hpp"
#include "dispatcher/core/state.hpp"

namespace panggil::journal {

struct Mark {
  std::string epoch;
  std::uint64_t boot = 0;
  core::Seq seq = 0;
  std::int64_t chain = 0;  ///< the checksum of that event's row
  // What must not be given out a second time, should the journal's end be lost:
  std::optional<Day> day;
  core::CallNumber calls = 0;
  std::map<std::string, int> series;
  friend bool operator==(const Mark&, const Mark&) = default;
};

/// The numbers given so far.
Mark numbers_of(const core::State& state);
/// Takes in the numbers that `event` gave.
void note(Mark& mark, const core::Event& event);
/// Takes in the numbers that `other` knows to be given.
void note(Mark& mark, const Mark& other);

/// Two copies, written in turn, so that one is whole at any moment.
class MarkFile {
 public:
  /// \throws std::system_error when it cannot be opened.
  explicit MarkFile(const std::filesystem::path& path);
  ~MarkFile();
  MarkFile(MarkFile&& other) noexcept;
  MarkFile(const MarkFile&) = delete;
  MarkFile& operator=(const MarkFile&) = delete;

  /// The newer whole copy, if there is any.
  std::optional<Mark> read() const;
  /// \throws std::system_error
  void write(const Mark& mark);

 private:
  int file_;
  bool second_ = false;  ///< the copy to write next
};

}  // namespace panggil::journal
