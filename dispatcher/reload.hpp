/// \file
/// The office's file read again while the dispatcher runs.
#pragma once

#include <functional>

#include "common/base/result.hpp"
#include "dispatcher/core/command.hpp"
#include "dispatcher/core/office.hpp"
#include "dispatcher/core/state.hpp"

namespace panggil {

/// Reads and checks the whole file. \throws std::exception with all that is wrong with it.
using ReadOffice = std::function<core::Office()>;

/// The office as the file has it now, or why it cannot take over: the file's faults (kBadRequest), or what
/// core::refuse_change() says.
Result<core::Office, core::Rejection> read_again(const ReadOffice& read, const core::Office& present,
                                                 const core::State& state, WallTime now);

}  // namespace panggil
