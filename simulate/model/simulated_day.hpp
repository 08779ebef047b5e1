/// \file
/// A day at an office, drawn from its habits and a seed.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "common/protocol/message/answer.hpp"
#include "common/protocol/message/counter.hpp"
#include "common/protocol/message/event.hpp"
#include "common/protocol/message/office.hpp"
#include "simulate/model/entrance.hpp"
#include "simulate/model/floor.hpp"
#include "simulate/model/play.hpp"
#include "simulate/model/tally.hpp"

namespace panggil::simulate {

/// What `habits` speaks of and the office does not have, one sentence each. While there are any, there is no
/// day.
std::vector<std::string> mismatches(const Habits& habits, const protocol::Office& office);

class SimulatedDay : public Play {
 public:
  /// The rest of the day on which `now` falls: who would have come before stays away.
  /// \pre the zone of `office` is known and there are no mismatches()
  SimulatedDay(const Habits& habits, const protocol::Office& office, WallTime now, std::uint64_t seed);
  /// These visitors, and nobody else.
  SimulatedDay(Habits habits, const protocol::Office& office, WallTime now, std::uint64_t seed,
               std::vector<Visitor> visitors);

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

 private:
  struct Holder {
    Visitor visitor;
    bool called = false;
  };
  Person person(const protocol::CurrentTicket& ticket);
  bool more_to_come(const CounterId& counter) const;
  void take(const protocol::Answer& answer, WallTime now);
  void called(const std::string& ticket);
  void served(const std::string& ticket, WallTime now);
  /// The visit goes on at `then`, under the same number.
  void sent_on(const std::string& ticket, const std::string& then, WallTime now);
  void give(Entrance::Ticketed ticketed);

  Habits habits_;
  std::map<CounterId, std::vector<ServiceId>> services_;
  Draw draw_;
  Entrance entrance_;
  Floor floor_;
  std::map<std::string, Holder> holders_;    ///< of numbers that are not done with
  std::map<std::string, Person> strangers_;  ///< whose numbers are from before
  WallTime ends_;
  bool winding_up_ = false;
  Tally tally_;
};

}  // namespace panggil::simulate
