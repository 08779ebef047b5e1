/// \file
/// A kiosk as its visitors see and use it: told what has come, what is touched and what time it is; says what
/// is to be asked, to be printed and to be seen. Pure.
///
/// One visitor at a time: from the touch until its outcome is known no other touch counts, so that one touch
/// is one ticket.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/protocol/message/board.hpp"
#include "common/protocol/message/command.hpp"
#include "common/protocol/message/office.hpp"
#include "common/protocol/message/presence.hpp"
#include "common/protocol/message/queue.hpp"
#include "common/protocol/message/result.hpp"
#include "common/session/asks.hpp"
#include "common/session/link.hpp"
#include "common/session/wording.hpp"
#include "kiosk/model/office_view.hpp"
#include "kiosk/model/paper.hpp"
#include "kiosk/model/place.hpp"
#include "kiosk/model/printer_state.hpp"
#include "kiosk/model/scene.hpp"
#include "kiosk/model/touch.hpp"

namespace panggil::kiosk {

class Model {
 public:
  /// So soon after the picture has changed nobody touches it because of what it shows: the second half of a
  /// double touch.
  static constexpr Millis kGuard{600};
  /// A number that comes later than this after its touch is neither shown nor printed: nobody waits for it.
  static constexpr Millis kSomebodyWaits{180000};
  /// For so long an unknown outcome is worth asking for; as the session does.
  static constexpr Millis kWorthAsking{session::Asks::kForgetAfter};
  static constexpr Millis kRefusalStays{8000};

  explicit Model(Place place);

  void take(const protocol::Office& office);
  void take(const protocol::Queue& queue) { view_.take(queue); }
  void take(const protocol::Board& board) { view_.take(board); }
  void take(const protocol::Beat& beat) { view_.take(beat); }
  void queue_gone(const std::string& service) { view_.queue_gone(service); }
  void board_gone(const std::string& area) { view_.board_gone(area); }
  void forget();
  /// Of the services that this machine is to offer: those that the office has not. None: of what is known.
  std::vector<std::string> unknown_services() const;
  /// `hopeful`: it was never up, and may be in a moment.
  void link(session::LinkState state, bool hopeful = false);
  void printer(PrinterState state) { printer_ = state; }

  /// What is to be asked because of this touch, if anything: an `issue`, without id and lease. Under way from
  /// now on, until settled().
  std::optional<protocol::Command> touch(const Touch& touch, MonoTime now);
  /// An earlier run of this program touched it, so long ago, and does not know what came of it.
  void resume(const protocol::Command& command, Millis ago, MonoTime now);
  /// What is to be printed now, if anything.
  std::optional<Paper> settled(const session::Settled& settled, MonoTime now);
  /// What has become of the last paper.
  void printed(bool well, MonoTime now);

  /// What time alone changes.
  void advance(MonoTime now);
  std::optional<MonoTime> deadline() const;

  /// Whether the outcome of a touch is not known: it is worth asking once more.
  bool unsure() const { return step_ == Step::kUnsure; }
  bool under_way() const { return step_ == Step::kAsking || step_ == Step::kUnsure; }
  const OfficeView& view() const { return view_; }
  Scene scene() const;

 private:
  enum class Step { kChoosing, kAsking, kUnsure, kNumber, kRefused };
  /// Of the paper: none is to be had, it is being printed, it is out, it did not come out.
  enum class OnPaper { kNo, kOnItsWay, kOut, kFailed };

  std::optional<protocol::Command> choose(const std::string& service);
  std::optional<Paper> show_number(const protocol::IssueResult& issued, MonoTime now);
  void refuse(std::string why, MonoTime now);
  void begin_anew(MonoTime now);
  void speak(const std::string& language);
  bool is_as_at_first() const;
  bool has_priority() const;
  std::string first_language() const;
  std::vector<std::string> languages() const;
  std::string office_name() const;
  Number number() const;
  Paper paper(const protocol::IssueResult& issued) const;
  Message message() const;
  Page page() const;
  void show_choice(Scene& scene) const;
  std::string where(const std::string& service) const;
  std::string printer_trouble() const;

  Place place_;
  OfficeView view_;
  session::Wording words_;
  session::LinkState link_ = session::LinkState::kNoBroker;
  bool hopeful_ = true;
  PrinterState printer_ = PrinterState::kAbsent;

  Step step_ = Step::kChoosing;
  bool priority_ = false;
  std::string touched_;  ///< the service
  MonoTime touched_at_{};
  std::optional<protocol::IssueResult> issued_;
  OnPaper on_paper_ = OnPaper::kNo;
  std::string refusal_;
  MonoTime since_{};    ///< of the step, or of the last touch while choosing
  MonoTime guarded_{};  ///< no touch counts before
};

}  // namespace panggil::kiosk
