/// \file
/// One turn of the dispatcher: everything that has come is decided, written in one transaction, and only then
/// told.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/base/clock.hpp"
#include "common/mqtt/transport.hpp"
#include "common/protocol/message/answer.hpp"
#include "common/protocol/message/board.hpp"
#include "common/protocol/message/command.hpp"
#include "common/texts/catalogue.hpp"
#include "dispatcher/backups.hpp"
#include "dispatcher/complaints.hpp"
#include "dispatcher/core/command.hpp"
#include "dispatcher/core/office.hpp"
#include "dispatcher/core/state.hpp"
#include "dispatcher/foresight/foresight.hpp"
#include "dispatcher/journal/journal.hpp"
#include "dispatcher/publisher.hpp"
#include "dispatcher/reload.hpp"
#include "dispatcher/rivals.hpp"

namespace panggil {

/// As many messages as one turn takes.
inline constexpr std::size_t kTurnMessages = 64;
/// With more than this unsent, commands are answered `busy`: better told than made to wait.
inline constexpr std::size_t kBusyBacklog = 5000;
/// A start replays no more than about this many events.
inline constexpr core::Seq kSnapshotEvents = 10000;
/// Events from one snapshot to the next. Each writes every ticket of the day, and a day of tens of thousands
/// would else be written down every other second.
constexpr core::Seq snapshot_after(std::size_t tickets) {
  return tickets > kSnapshotEvents / 2 ? 2 * tickets : kSnapshotEvents;
}
/// So many pages of history a turn reads; who asks for more is told to ask again.
inline constexpr int kPagesInATurn = 4;
inline constexpr Millis kBeatPeriod{500};
/// Retained state is looked over at once after a change, and then not again for so long: what changes
/// meanwhile shows as one. Nobody sees the difference on a screen, and each action would else cost a message
/// for every counter of its service.
inline constexpr Millis kRefreshPeriod{25};
/// Between two messages of retained state while much happens, so that an answer waits behind one of them and
/// not behind all. After a quiet while so many go out at once: what one press changes.
inline constexpr Millis kStateSpacing{4};
inline constexpr int kStateAtOnce = 10;
/// Events are told at once, and then not again for so long or until there are so many: those that come
/// meanwhile go out together, so that the next answer is not in a queue behind each of them.
inline constexpr Millis kEventPeriod{10};
inline constexpr std::size_t kEventsAtOnce = 32;

/// While the disk is full it is tried again this often.
inline constexpr Millis kRoomPatience{2000};

/// The loop's thread only.
class Engine {
 public:
  /// All but the office must outlive it. Loads the state. \throws whatever the journal does.
  Engine(core::Office office, journal::Journal& journal, mqtt::Transport& transport, const Clock& clock,
         const Catalogue& texts, Publisher::Identity identity);

  /// Where the office comes from when somebody asks for its file to be read again.
  void on_reload(ReadOffice read) { read_office_ = std::move(read); }
  /// Reads it again and takes it over, or says why not; then nothing has changed. Either way a line of the
  /// log says so. \pre on_reload() has been called, and no turn is under way but that which answers a
  /// command.
  std::optional<core::Rejection> reload(std::string_view by);
  /// Who makes backups when somebody asks for one; must outlive the engine. They go on by themselves.
  void on_backup(Backups& backups) { backups_ = &backups; }
  /// From now on the office is this one. \pre core::refuse_change() has nothing against it.
  void take_office(core::Office office);

  /// Subscribes and begins to tell.
  void start();
  /// While the disk is full every command is refused, but for those that have had their answer, and no day
  /// begins or ends. \throws when the journal fails otherwise: then nothing of this turn was told, and the
  /// process must end.
  void turn(const std::vector<mqtt::Incoming>& incoming);
  /// When the next turn is due at the latest.
  MonoTime next_turn() const;
  /// Old history is damaged: today's work goes on, and the status says that somebody should look.
  void report_damage(const std::string& found);
  /// Another dispatcher has taken over, and this one is to end without a word: what stands retained is not
  /// its own any more.
  bool yields() const { return rivals_.yields(); }
  /// A clean end: snapshot, `offline`.
  void stop();

  const core::Office& office() const { return office_; }
  const core::State& state() const { return state_; }
  Publisher& publisher() { return publisher_; }

 private:
  /// What is told once the turn is on disk.
  struct Told {
    std::vector<std::pair<ClientId, std::string>> replies;
    std::vector<protocol::Call> calls;
    std::vector<core::Event> events;
  };

  void take(const mqtt::Incoming& incoming);
  void take(const mqtt::Received& message);
  /// A line for the log, if not too many were written of that device.
  void complain(const ClientId& of, const std::string& line);
  void take_command(const protocol::CommandTopic& topic, const mqtt::Received& message);
  void happen(std::vector<core::EventBody> bodies, std::string_view by);
  void write();
  void commit_and_tell();
  void beat_if_due();
  void tell_events_if_due();
  void refresh_if_due();
  void tell_state_if_due();
  void snapshot_if_due();
  // In engine_answer.cpp.
  protocol::Answer answer(const protocol::CommandTopic& topic, const protocol::Command& message);
  protocol::Answer answer_reload(const ClientId& client, const std::string& id);
  /// A backup begun, or how it is with one; without on_backup() a refusal.
  protocol::Answer answer_backup(const protocol::CommandTopic& topic, const protocol::Command& message);
  /// The answer to a question for past events, which changes nothing.
  protocol::Answer past_events(const protocol::CommandTopic& topic, const protocol::Command& message);
  protocol::Answer refuse(const core::Rejection& rejection, std::optional<std::string> id,
                          const std::string& action);
  /// What may be told to the newcomer that one of these is about.
  std::optional<estimates::Band> told_to_newcomer(const std::vector<core::EventBody>& events) const;
  void remember_and_reply(const ClientId& client, const protocol::Answer& answer);

  // In engine_no_room.cpp.
  /// The turn has not happened: the state is again what is on disk, and its commands are refused.
  void give_up_turn(const std::vector<mqtt::Incoming>& incoming, const std::string& why);
  void run_out_of_room(const std::string& why);
  void look_for_room();
  /// If there is room.
  void save_snapshot();

  core::Office office_;
  ReadOffice read_office_;
  Backups* backups_ = nullptr;
  journal::Journal& journal_;
  mqtt::Transport& transport_;
  const Clock& clock_;
  const Catalogue& texts_;
  gateway::Run run_;
  Rivals rivals_;
  Publisher publisher_;
  core::State state_;
  foresight::Foresight foresight_;

  WallTime now_{};        ///< of this turn
  bool writing_ = false;  ///< a transaction is open
  bool reconnected_ = false;
  int pages_read_ = 0;  ///< in this turn
  Told told_;
  std::vector<core::Event> untold_events_;  ///< on disk, and to go out together
  MonoTime next_events_{};
  MonoTime next_beat_{};
  bool changed_ = false;  ///< since the last refresh
  MonoTime next_refresh_{};
  MonoTime next_telling_{};  ///< of one message of it
  core::Seq snapshot_seq_;
  Complaints complaints_;
  std::size_t oversized_ = 0;              ///< commands dropped for their size
  std::optional<WallTime> hours_change_;   ///< when services next open or close
  std::optional<std::string> damage_;      ///< what report_damage() was told
  std::optional<MonoTime> room_again_at_;  ///< the disk is full, and is tried again then
};

}  // namespace panggil
