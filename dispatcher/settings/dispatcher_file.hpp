/// \file
/// `dispatcher.yaml`: what the machine is on which the dispatcher runs. Explained in config/dispatcher.yaml.
#pragma once

#include <filesystem>
#include <optional>

#include "common/settings/machine.hpp"
#include "dispatcher/core/office.hpp"

namespace panggil::settings {

/// What stood on the command line; nothing: not given.
struct DispatcherFlags {
  CommonFlags common;
  std::optional<std::filesystem::path> office, state;
};

struct DispatcherSettings {
  Machine machine;                                   ///< `site` and `name` are always there
  std::filesystem::path state = "/var/lib/panggil";  ///< the directory of the journal
  core::Office office;
  std::filesystem::path office_directory;  ///< where that was read
  std::filesystem::path backups;           ///< the directory of the backups
  std::size_t keep_backups = 14;           ///< the newest so many stay
};

/// Reads the machine's file and the office's, with flags over both; `dispatcher` is its name unless they say
/// another. \throws BadSettings with the faults of both files; std::runtime_error when one cannot be read, or
/// the machine's `site` is not the office's; std::invalid_argument for a flag.
DispatcherSettings load_dispatcher(const DispatcherFlags& flags);

}  // namespace panggil::settings
