/// \file
/// The truth: every event ever, every answer of the day, and a snapshot of the state now and then.
/// The format is stated in docs/journal.md.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/ids.hpp"
#include "dispatcher/core/event.hpp"
#include "dispatcher/core/state.hpp"
#include "dispatcher/journal/backup.hpp"
#include "dispatcher/journal/page.hpp"

namespace panggil::journal {

/// How far the reading over of old events has come.
struct ScrubProgress {
  core::Seq checked = 0;             ///< events up to this one are as they were written
  bool done = false;                 ///< all have been read; the next call begins anew
  std::optional<std::string> found;  ///< the damage, in plain words; the next start repairs it
};

/// A service day as it began.
struct Morning {
  core::State state;   ///< right after the day's DayStarted
  std::string learnt;  ///< by the estimates, until then
};

/// One thread only. What is written between begin() and commit() is kept whole or not at all; after commit()
/// returns it survives the loss of power. NoRoom from begin() to commit(): roll_back(), take the state from
/// load(), and go on. Whatever else throws there leaves the journal unusable: end the process, the next start
/// replays.
class Journal {
 public:
  virtual ~Journal() = default;

  /// Made with the database: another one means another history.
  virtual std::string epoch() const = 0;
  /// Counts the starts on this journal; greater than that of every earlier one.
  virtual std::uint64_t boot() const = 0;

  virtual void begin() = 0;
  /// \pre inside begin() … commit(); event.seq is the last one + 1.
  virtual void append(const core::Event& event) = 0;
  /// Keeps the answer to command `id` of `client` for the rest of the service day.
  virtual void remember(const ClientId& client, const CommandId& id, Day day, std::string_view answer) = 0;
  virtual void forget_answers_before(Day day) = 0;
  /// In place of the morning kept before. \pre inside begin() … commit(); `state` is the one after the last
  /// event appended.
  virtual void keep_morning(const core::State& state, std::string_view learnt) = 0;
  virtual void commit() = 0;
  /// After NoRoom: nothing since begin() has been written. \post outside begin() … commit()
  virtual void roll_back() = 0;

  /// The answer that this command got, if it has had one.
  virtual std::optional<std::string> answer(const ClientId& client, const CommandId& id) = 0;

  /// A transaction of its own. \throws NoRoom, and then nothing has changed
  /// \pre outside begin() … commit(); `state` is the one after the last event appended.
  virtual void save_snapshot(const core::State& state) = 0;
  /// The newest snapshot with all events after it applied.
  virtual core::State load() = 0;
  /// What keep_morning() kept last, if anything. \throws JournalDamaged when it is not as it was written; all
  /// else may still be sound.
  virtual std::optional<Morning> morning() = 0;
  /// A transaction of its own. \pre outside begin() … commit().
  virtual void drop_morning() = 0;
  /// Hands over the events after `after`, oldest first. Their seq has a gap where a repair found events lost.
  virtual void replay(core::Seq after, const std::function<void(const core::Event&)>& take) = 0;

  /// Events of a part of the history, oldest first, in a time that does not grow with the history; 200 take
  /// about a millisecond. Damage in it is told as lost, and hinders nothing else.
  /// \throws JournalDamaged when the file cannot be read there at all
  virtual Page page(const PageRequest& request) = 0;

  /// Reads the next `rows` of the events that the start did not need to read, to find damage early. Call it
  /// while idle; 500 rows take about a millisecond. Damage found does not hinder today's work: say so to the
  /// staff and go on.
  virtual ScrubProgress scrub(std::size_t rows) = 0;

  /// Begins a copy in `file`, which the journal must outlive.
  /// \throws std::runtime_error when it cannot be written there
  virtual std::unique_ptr<Backup> backup(const std::filesystem::path& file) = 0;
};

}  // namespace panggil::journal
