/// \file
/// The small office of the core's tests, with somebody who watches.
#pragma once

#include <functional>

#include "dispatcher/foresight/foresight.hpp"
#include "tests/unit/core/hall.hpp"

namespace panggil::foresight {

class WatchedOffice {
 public:
  /// Is told each event, with the state after it.
  using Watcher = std::function<void(const core::State&, const core::Event&)>;

  explicit WatchedOffice(Watcher watcher) : watcher_(std::move(watcher)) {}

  core::Office office = core::small_office();
  core::State state;
  WallTime now = core::monday(std::chrono::hours(8));

  /// What time alone brings about.
  void wake();
  /// \pre the office does not refuse.
  TicketNumber issue(std::string_view service = "cs");
  void at(std::string_view counter, core::Action action);
  void does(const core::Actor& actor, core::Action action);
  void happen(core::EventBody body);

  /// So many come to `cs` two minutes apart and are called at counter 1, `behind` people later.
  void serve(int people, std::size_t behind = 3);

 private:
  void act(const core::Command& command);

  Watcher watcher_;
};

}  // namespace panggil::foresight
