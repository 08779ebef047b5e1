/// \file
/// Made-up days, played through the real rules: the same seed, the same history.
#pragma once

#include <filesystem>
#include <random>
#include <vector>

#include "dispatcher/core/decide.hpp"
#include "dispatcher/journal/journal.hpp"
#include "dispatcher/journal/open_journal.hpp"

namespace panggil::journal {

class History {
 public:
  explicit History(unsigned seed);

  /// Somebody does something, or tries to; what came of it, already in the state.
  std::vector<core::Event> act();
  /// Acts until `count` more events have happened; they may be a few more.
  std::vector<core::Event> act_until(std::size_t count);
  /// Acts in transactions of one action each until `count` more events have happened, an answer with each.
  void write(Journal& journal, std::size_t count);

  const core::State& state() const { return state_; }
  WallTime now() const { return now_; }
  Day day() const { return *state_.day; }

 private:
  std::vector<core::Event> happen(std::vector<core::EventBody> bodies, const std::string& by);
  core::Command command();
  core::Action supervisor_action();
  core::Action counter_action();
  TicketNumber some_ticket();
  int pick(int count) { return std::uniform_int_distribution<>(0, count - 1)(random_); }

  core::Office office_;
  core::State state_;
  WallTime now_;
  std::mt19937 random_;
  int answers_ = 0;
};

/// The office of History under the real clock.
OpenRequest request(const std::filesystem::path& directory);

/// Puts temporary directories into memory where the machine offers that: for tests that write much and need
/// no disk.
void keep_temporary_files_in_memory();

/// The whole contents of a file, and the way back.
std::string contents(const std::filesystem::path& file);
void write_contents(const std::filesystem::path& file, const std::string& contents);

}  // namespace panggil::journal
