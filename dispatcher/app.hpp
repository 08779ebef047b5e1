/// \file
/// The dispatcher as a program: it owns journal, connection and loop, and lets the engine turn.
#pragma once

#include <memory>

#include "common/base/clock.hpp"
#include "common/runtime/event_loop.hpp"
#include "dispatcher/engine.hpp"
#include "dispatcher/settings/dispatcher_file.hpp"

namespace panggil {

/// What a dispatcher runs with.
struct DispatcherRun {
  const settings::DispatcherSettings& settings;
  std::unique_ptr<Clock> clock;
};

/// Runs until a signal ends it. \returns an exit code; 75 when another process has the
/// state directory, or another dispatcher has taken the site.
/// \throws std::exception when the journal or the machine fails: systemd starts it again.
int run_dispatcher(DispatcherRun run);

/// `--verify`: reads the whole journal without changing it and prints what it holds.
/// \returns 0 when it is sound, 1 when not, 75 when a dispatcher is running on it.
int verify_journal(const settings::DispatcherSettings& settings);

/// `--restore`: puts a backup in the journal's place and prints what became of it. `skip` as in
/// journal::RestoreRequest. \returns 0 when it is there, 1 when the backup cannot be used, 2 when `skip` is
/// needed, 75 when a dispatcher is running.
int restore_journal(const settings::DispatcherSettings& settings, const std::filesystem::path& backup,
                    std::optional<int> skip, const Clock& clock);

}  // namespace panggil
