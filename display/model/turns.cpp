#include "display/model/turns.hpp"

#include <utility>

namespace panggil::display {
namespace {
/// An emergency goes over it.
std::optional<std::uint64_t> read_call(const Scene& scene) {
  if (!scene.calling || !scene.live || scene.stage == Stage::kEmergency) return std::nullopt;
  return scene.live->call;
}
}  // namespace

std::uint64_t Turns::at(const Scene& scene, Micros now) {
  if (scene.emergencies != emergencies_) {
    emergencies_ = scene.emergencies;
    // A new emergency begins with its first page.
    if (!emergencies_.empty()) from_ = now;
  }
  const auto before = std::exchange(read_, read_call(scene));
  if (!read_ || read_ != before) turn_ = static_cast<std::uint64_t>((now - from_) / kTurn);
  return turn_;
}

}  // namespace panggil::display
