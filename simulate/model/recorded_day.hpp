/// \file
/// A recorded day played again: visitors come when they came, and officers press next when somebody was
/// called.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/protocol/message/counter.hpp"
#include "common/protocol/message/event.hpp"
#include "common/protocol/message/office.hpp"
#include "simulate/model/entrance.hpp"
#include "simulate/model/play.hpp"
#include "simulate/model/recorded_calls.hpp"
#include "simulate/model/tally.hpp"
#include "simulate/model/trace.hpp"
#include "simulate/model/waits.hpp"

namespace panggil::simulate {

/// A recorded ticket, then and now.
struct PlayedTicket {
  std::optional<std::string> number;   ///< nothing: none was given
  std::optional<Seconds> waited_then;  ///< nothing: not called
  std::optional<Seconds> waited_now;
};

/// The two days beside each other.
struct Comparison {
  std::size_t recorded = 0;
  std::size_t issued = 0;
  WaitFigures then;            ///< of those called then
  WaitFigures now;             ///< of those called now
  Seconds mean_difference{0};  ///< between the waits of the same ticket, without sign
  Seconds most_difference{0};
};
Comparison compare(const std::vector<PlayedTicket>& tickets);

class RecordedDay : public Play {
 public:
  /// The recorded times are of the office's day on which `now` falls, moved by `later`.
  /// \param services  of match_services()
  /// \pre the zone of `office` is known, and for each of the services it has a counter
  RecordedDay(const Trace& trace, const std::map<std::string, ServiceId>& services,
              const protocol::Office& office, WallTime now, Millis later = Millis(0));

  std::vector<ClientId> cast() const override;
  std::vector<Press> due(WallTime now) override;
  std::optional<WallTime> next_due() const override;
  void settled(const Press& press, const session::Outcome& outcome, WallTime now) override;
  void settled_late(const Press& press, const session::Outcome& outcome, WallTime now) override;
  void seen(const protocol::Counter& counter, WallTime now) override;
  void happened(const protocol::Event& event, WallTime now) override;
  void wind_up() override;
  bool over(WallTime now) const override;
  const Tally& tally() const override { return tally_; }
  std::map<ServiceId, std::size_t> waiting() const override;

  const std::vector<PlayedTicket>& played() const { return played_; }
  /// When the first visitor comes.
  WallTime begins() const { return begins_; }

 private:
  void give(const Entrance::Ticketed& ticketed);
  void take(const session::Outcome& outcome);

  Habits habits_;  ///< only which service has its numbers at which kiosk
  Entrance entrance_;
  RecordedCalls calls_;
  std::vector<PlayedTicket> played_;
  std::map<std::string, Visitor> waiting_;  ///< by number
  WallTime begins_;
  bool wound_up_ = false;
  Tally tally_;
};

}  // namespace panggil::simulate
