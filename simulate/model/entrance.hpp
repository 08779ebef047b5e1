/// \file
/// Where numbers are given out: visitors come, stand in line at their kiosk or desk, and ask one after the
/// other.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "simulate/model/play.hpp"
#include "simulate/model/visitors.hpp"

namespace panggil::simulate {

/// A "no" after which a visitor stays: the office opens soon, or the press came too late.
bool comes_again(const session::Outcome& outcome, WallTime now);

class Entrance {
 public:
  explicit Entrance(const Habits& habits);

  /// `visitor` comes at `visitor.at`.
  void expect(Visitor visitor);
  /// The kiosks and desks of all services.
  std::vector<ClientId> devices() const;

  std::vector<Press> due(WallTime now);
  /// When the next visitor comes.
  std::optional<WallTime> next_due() const;

  struct Ticketed {
    std::string ticket;
    Visitor visitor;
  };
  /// Who has a number now. Somebody who came before the opening waits for it, whoever is told to come back
  /// another day goes, and whoever gets no answer at all goes too, but is remembered.
  std::optional<Ticketed> settled(const Press& press, const session::Outcome& outcome, WallTime now);
  std::optional<Ticketed> settled_late(const Press& press, const session::Outcome& outcome);

  /// Nobody more comes.
  void shut();
  bool expects_anybody() const;
  bool expects_anybody_for(const ServiceId& service) const;
  bool anybody_pressing() const;

 private:
  struct Device {
    std::deque<Visitor> line;  ///< the first one is pressing if `pressed`
    bool pressed = false;
  };
  Press press_of(const ClientId& device, const Visitor& visitor) const;

  const Habits& habits_;
  std::multimap<WallTime, Visitor> coming_;
  std::map<ClientId, Device> devices_;
  std::map<std::string, Visitor> in_doubt_;  ///< by the id of the press that had no answer
};

}  // namespace panggil::simulate
