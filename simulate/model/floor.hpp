/// \file
/// The counters with their officers: each presses what the sight of its counter asks for.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "common/protocol/message/counter.hpp"
#include "simulate/model/counter_view.hpp"
#include "simulate/model/officer.hpp"
#include "simulate/model/play.hpp"

namespace panggil::simulate {

class Floor {
 public:
  Floor(const Habits& habits, const Zone& zone, Day day, Draw draw);

  std::vector<ClientId> officers() const;

  /// What an officer cannot know from the counter's screen.
  struct Surroundings {
    std::function<Person(const protocol::CurrentTicket&)> person;
    std::function<bool(const CounterId&)> more_to_come;
  };
  std::vector<Press> due(const Surroundings& around, WallTime now);
  std::optional<WallTime> next_due() const;

  void settled(const Press& press, const session::Outcome& outcome, WallTime now);
  void seen(const protocol::Counter& counter);
  bool has(const ClientId& client) const { return posts_.contains(client); }

  bool anybody_pressing() const;
  bool all_closed() const;

 private:
  struct Post {
    OfficerHabits officer;
    Shift shift;
    CounterView view;
    bool pressed = false;
    WallTime ready_at{};  ///< has tidied up after the last person
    WallTime again_at{};  ///< presses nothing before
    std::optional<WallTime> look_again;
  };
  std::optional<Press> press_of(const ClientId& client, Post& post, const Surroundings& around,
                                WallTime now) const;

  const Habits& habits_;
  Draw draw_;
  std::map<ClientId, Post> posts_;
};

/// The client that acts at this counter, by its name alone.
ClientId client_of(const CounterId& counter);

}  // namespace panggil::simulate
