#include "display/proofs.hpp"

namespace panggil::display {

void Proofs::add(const protocol::Shown& shown) {
  kept_.push_back(shown);
  if (kept_.size() <= kMost) return;
  kept_.pop_front();
  if (sent_ > 0) --sent_;
}

std::vector<protocol::Shown> Proofs::due(bool connected, bool acknowledged) {
  if (!connected) {
    sent_ = 0;
    return {};
  }
  if (acknowledged) {
    kept_.erase(kept_.begin(), kept_.begin() + static_cast<std::ptrdiff_t>(sent_));
    sent_ = 0;
  }
  std::vector<protocol::Shown> due(kept_.begin() + static_cast<std::ptrdiff_t>(sent_), kept_.end());
  sent_ = kept_.size();
  return due;
}

}  // namespace panggil::display
