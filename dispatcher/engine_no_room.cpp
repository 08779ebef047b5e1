// What the engine does while the disk is full: it refuses, says so, and goes on by itself when there is room.
#include "common/base/log.hpp"
#include "dispatcher/engine.hpp"
#include "dispatcher/gateway/intake.hpp"
#include "dispatcher/hindsight.hpp"
#include "dispatcher/journal/errors.hpp"

namespace panggil {
namespace {

constexpr const char* kReason =
    "the disk is full: nothing can be written down, so every command is refused. Make room where the state "
    "directory is; all goes on by itself then";

}  // namespace

void Engine::give_up_turn(const std::vector<mqtt::Incoming>& incoming, const std::string& why) {
  journal_.roll_back();
  writing_ = false;
  told_ = {};
  state_ = journal_.load();
  foresight_ = hindsight(office_, journal_, state_, now_);
  changed_ = true;
  run_out_of_room(why);
  // Each command gets an answer: one that was done before, the answer that it had.
  for (const auto& one : incoming) {
    if (std::holds_alternative<mqtt::Received>(one)) take(one);
  }
  commit_and_tell();
}

void Engine::run_out_of_room(const std::string& why) {
  if (!room_again_at_) log::error("{} ({})", kReason, why);
  room_again_at_ = clock_.mono() + kRoomPatience;
  publisher_.set_degraded(kReason, state_);
}

void Engine::look_for_room() {
  if (!room_again_at_ || clock_.mono() < *room_again_at_) return;
  try {
    // Larger than what an action writes, and of use.
    journal_.save_snapshot(state_);
  } catch (const journal::NoRoom& full) {
    return run_out_of_room(full.what());
  }
  snapshot_seq_ = state_.seq;
  room_again_at_.reset();
  log::info("there is room on the disk again: commands are taken");
  publisher_.set_degraded(damage_, state_);
}

void Engine::save_snapshot() {
  try {
    journal_.save_snapshot(state_);
    snapshot_seq_ = state_.seq;
  } catch (const journal::NoRoom& full) {
    run_out_of_room(full.what());
  }
}

}  // namespace panggil
