/// \file
/// A journal that lives as long as the process: for tests, and for simulated days that need not be kept.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "dispatcher/journal/journal.hpp"

namespace panggil::journal {

class MemoryJournal : public Journal {
 public:
  MemoryJournal();

  std::string epoch() const override { return epoch_; }
  std::uint64_t boot() const override { return 1; }
  void begin() override;
  void append(const core::Event& event) override;
  void remember(const ClientId& client, const CommandId& id, Day day, std::string_view answer) override;
  void forget_answers_before(Day day) override;
  void keep_morning(const core::State& state, std::string_view learnt) override;
  void commit() override;
  void roll_back() override;
  std::optional<std::string> answer(const ClientId& client, const CommandId& id) override;
  void save_snapshot(const core::State& state) override;
  core::State load() override;
  std::optional<Morning> morning() override { return morning_; }
  void drop_morning() override { morning_.reset(); }
  void replay(core::Seq after, const std::function<void(const core::Event&)>& take) override;
  Page page(const PageRequest& request) override;
  /// There is nothing that could be damaged.
  ScrubProgress scrub(std::size_t rows) override;
  /// \throws std::runtime_error always: there is no file
  std::unique_ptr<Backup> backup(const std::filesystem::path& file) override;

 private:
  struct Answer {
    Day day;
    std::string text;
  };
  using Answers = std::map<std::pair<ClientId, CommandId>, Answer>;

  /// What roll_back() puts back.
  struct Before {
    std::size_t events = 0;
    std::vector<Answers::key_type> new_answers;
    Answers forgotten;
    std::optional<std::optional<Morning>> morning;  ///< if there is another one now
  };

  std::string epoch_;
  bool begun_ = false;
  Before before_;
  std::vector<core::Event> events_;
  Answers answers_;
  core::State snapshot_;
  std::optional<Morning> morning_;
};

}  // namespace panggil::journal
