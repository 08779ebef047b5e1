#include "display/sound/studio.hpp"

#include <algorithm>
#include <utility>

namespace panggil::sound {
namespace {
constexpr std::size_t kMostMade = 4096;

bool take_first(std::deque<Piece>& orders, Piece& piece) {
  if (orders.empty()) return false;
  piece = std::move(orders.front());
  orders.pop_front();
  return true;
}
}  // namespace

Studio::Studio(Workshop workshop)
    : workshop_(std::move(workshop)), made_(kMostMade), thread_([this] { work(); }) {}

Studio::~Studio() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  ordered_.notify_one();
  thread_.join();
}

void Studio::order(Piece piece, Need need) {
  {
    const std::lock_guard lock(mutex_);
    auto& orders = need == Need::kNow ? now_ : later_;
    if (std::find(orders.begin(), orders.end(), piece) != orders.end()) return;
    orders.push_back(std::move(piece));
  }
  ordered_.notify_one();
}

bool Studio::busy() {
  const std::lock_guard lock(mutex_);
  return busy_;
}

void Studio::work() {
  for (;;) {
    Piece piece;
    {
      std::unique_lock lock(mutex_);
      busy_ = false;
      ordered_.wait(lock, [this] { return closing_ || !now_.empty() || !later_.empty(); });
      if (closing_) return;
      if (!take_first(now_, piece)) take_first(later_, piece);
      busy_ = true;
    }
    auto clip = workshop_.make(piece);
    made_.post({std::move(piece), std::move(clip), workshop_.take_complaints()});
  }
}

}  // namespace panggil::sound
