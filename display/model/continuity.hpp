/// \file
/// Order, gaps and epochs: which payloads count, and when what is retained must be taken again.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "display/model/micros.hpp"

namespace panggil::display {

class Continuity {
 public:
  /// A beat may run ahead of what it speaks of for so long.
  static constexpr Micros kPatience = 1 * kSecond;
  /// Much of what happens concerns other areas only: when taking everything again brought nothing, the next
  /// time waits longer, up to this.
  static constexpr Micros kMostPatience = 8 * kSecond;

  enum class Verdict {
    kTake,
    kIgnore,
    kForget,  ///< of another history: forget everything, then take it
  };
  /// `leftover`: the broker had it retained, and beats of the present epoch are coming; it may be older than
  /// they are.
  Verdict judge(const std::string& epoch, bool leftover);
  /// True, and remembered, if `seq` is above the last one of that topic.
  bool is_news(const std::string& topic, std::uint64_t seq);
  /// True if `seq` is below the last one of that topic. State with the same one is to be taken: opening hours
  /// change it without an event.
  bool is_old(const std::string& topic, std::uint64_t seq) const;
  void beat(std::uint64_t seq, Micros now);

  /// All retained state is to be taken again now. Says so once.
  bool take_refresh(Micros now);
  void ask_refresh() { asked_ = true; }
  /// When take_refresh() will become true if nothing comes.
  std::optional<Micros> deadline() const;

 private:
  void raise(std::uint64_t seq);

  std::string epoch_;
  std::map<std::string, std::uint64_t> last_;  ///< by topic
  std::uint64_t have_ = 0;                     ///< everything up to here is known, or not for this display
  std::uint64_t beat_ = 0;
  std::optional<Micros> behind_since_;
  Micros patience_ = kPatience;
  bool asked_ = false;
};

}  // namespace panggil::display
