/// \file
/// A workshop on a thread of its own, so that the screen never waits for a sound.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "common/runtime/mailbox.hpp"
#include "display/sound/workshop.hpp"

namespace panggil::sound {

/// What became of an order.
struct Made {
  Piece piece;
  Result<Clip, std::string> clip;
  std::vector<std::string> complaints;
};

/// All but its thread's own work is called on one thread, the one that made it.
class Studio {
 public:
  explicit Studio(Workshop workshop);
  /// Waits for the piece that is being made.
  ~Studio();
  Studio(const Studio&) = delete;
  Studio& operator=(const Studio&) = delete;

  /// What is needed now goes before what may be.
  enum class Need { kNow, kLater };
  void order(Piece piece, Need need);
  /// Something is being made.
  bool busy();

  /// Readable when there is something to take().
  int fd() const { return made_.fd(); }
  std::vector<Made> take() { return made_.take(kAtOnce); }

 private:
  static constexpr std::size_t kAtOnce = 256;
  void work();

  Workshop workshop_;
  Mailbox<Made> made_;
  std::mutex mutex_;
  std::condition_variable ordered_;
  std::deque<Piece> now_;  // guarded by mutex_, as are the next three
  std::deque<Piece> later_;
  bool busy_ = false;
  bool closing_ = false;
  std::thread thread_;  // last: it uses the others
};

}  // namespace panggil::sound
