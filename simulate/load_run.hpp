/// \file
/// A load with its measurements.
#pragma once

#include "common/protocol/message/office.hpp"
#include "simulate/settings.hpp"
#include "simulate/stage.hpp"

namespace panggil::simulate {

/// Loads the dispatcher, measures, prints; the exit code. A refusal is no fault where every action is tried.
int run_load(Stage& stage, Crew& crew, const protocol::Topics& topics, const protocol::Office& office,
             const Settings& settings);

}  // namespace panggil::simulate
