/// \file
/// Logging to standard error, one line a thing, for journald. Never a name, birth date, phone number or
/// secret.
#pragma once

#include <spdlog/spdlog.h>

#include <string>
#include <string_view>

namespace panggil {

/// The names that `--log-level` takes, most talkative first.
inline constexpr std::string_view kLogLevels[] = {"trace", "debug", "info", "warning", "error"};

/// Sets up the process's one logger. Call once, before any thread starts.
/// Under systemd (`JOURNAL_STREAM` is set) lines carry a priority and no time, as the journal has its own.
/// \throws std::invalid_argument for a level that is not one of kLogLevels.
void set_up_log(std::string_view program, std::string_view level);

/// A stranger's text, fit for a log: its first 80 bytes, and `?` for all but printable ASCII.
std::string for_log(std::string_view text);

namespace log = spdlog;

}  // namespace panggil
