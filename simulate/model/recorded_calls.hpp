/// \file
/// The counters of a recorded day: whenever somebody was called, an officer of that service presses next.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "common/protocol/message/counter.hpp"
#include "common/protocol/message/office.hpp"
#include "simulate/model/counter_view.hpp"
#include "simulate/model/play.hpp"

namespace panggil::simulate {

class RecordedCalls {
 public:
  explicit RecordedCalls(const protocol::Office& office);

  /// Somebody of `service` was called at `at`.
  /// \pre at a counter of the office `service` is taken
  void add(const ServiceId& service, WallTime at);
  std::vector<ClientId> officers() const;

  /// A number of this service has been given out: nobody is called before there is somebody to call.
  void issued(const ServiceId& service);

  /// The presses that are due. A counter opens when all that are open are taken or have pressed.
  std::vector<Press> due(WallTime now);
  std::optional<WallTime> next_due() const;
  /// From now on counters finish whom they have and close; calls that are left are not made.
  void close_down() { closing_ = true; }
  bool closing_down() const { return closing_; }

  void settled(const Press& press, const session::Outcome& outcome, WallTime now);
  void seen(const protocol::Counter& counter);
  bool has(const ClientId& client) const { return posts_.contains(client); }
  /// All that was recorded has been pressed, as far as there was anybody to call.
  bool done(WallTime now) const;
  bool anybody_pressing() const;
  bool all_closed() const;

 private:
  struct Line {
    std::vector<WallTime> calls;  ///< in order
    std::size_t made = 0;
    std::size_t issued = 0;
    bool is_due(WallTime now) const { return made < calls.size() && made < issued && calls[made] <= now; }
  };
  struct Post {
    CounterView view;
    std::vector<ServiceId> services;
    bool pressed = false;
    WallTime called{};    ///< when it pressed next last
    WallTime again_at{};  ///< presses nothing before
    std::optional<ServiceId> called_for;
    bool is_open() const { return view.now().state == "open"; }
  };
  std::optional<Press> call(const ServiceId& service, Line& line, WallTime now);
  Post* choose(const ServiceId& service, WallTime now);
  std::vector<Press> finish(WallTime now);
  Press press(Post& post, std::string action) const;

  std::map<ServiceId, Line> lines_;
  std::map<ClientId, Post> posts_;
  bool closing_ = false;
  WallTime looked_at_{};  ///< what was due by then waits for something else than time
};

}  // namespace panggil::simulate
