// A display under any weather: messages lost, doubled and overtaken, lines cut, for many days made by chance.
#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <iterator>
#include <map>
#include <random>
#include <set>

#include "display/model/model.hpp"
#include "tests/unit/display/payloads.hpp"

namespace panggil::display {
namespace {

/// An hour of an office, a line to one display, and what a visitor in front of it sees.
class Hour {
 public:
  explicit Hour(unsigned seed) : chance_(seed) {}

  void pass() {
    for (now_ = 0; now_ < 3600; now_ += 0.25) step();
    cut_ = false;
    take_retained();
    // Nobody is called any more, so that the last of those who wait is shown as well.
    for (; now_ < 3600 + 1200; now_ += 0.25) {
      if (at_full_half()) beat_now();
      look();
    }
  }

  std::vector<std::uint64_t> seen;          ///< on the live panel, in order
  std::map<std::uint64_t, double> stood_s;  ///< how long each
  std::set<std::uint64_t> delivered;        ///< by a message of its own
  std::set<std::uint64_t> out_of_date;      ///< reached the display in no way before it was too old
  std::multiset<std::uint64_t> proven;
  std::deque<protocol::Call> calls;  ///< newest first
  Scene last;

 private:
  static Micros mono(double seconds) { return 99 * kMinute + static_cast<Micros>(seconds * 1e6); }
  bool likely(double part) { return std::uniform_real_distribution<>(0, 1)(chance_) < part; }
  bool at_full_half() const { return static_cast<int>(now_ * 4) % 2 == 0; }

  void step() {
    if (likely(cut_ ? 0.01 : 0.002)) turn_weather();
    if (likely(0.03)) call_somebody();
    if (at_full_half() && !cut_) beat_now();
    look();
  }

  void turn_weather() {
    cut_ = !cut_;
    if (!cut_) take_retained();
  }

  void call_somebody() {
    ++seq_;
    calls.push_front(call(seq_, now_));
    calls.front().seq = seq_;
    if (calls.size() > 12) calls.pop_back();
    born_[seq_] = now_;
    if (cut_) return;
    const bool board_first = likely(0.3);
    if (board_first) send_board();
    for (int copies = likely(0.8) ? (likely(0.1) ? 2 : 1) : 0; copies > 0; --copies) send_call();
    if (!board_first) send_board();
  }

  void send_call() {
    delivered.insert(calls.front().call);
    model_.take(calls.front(), mono(now_));
  }

  void send_board() {
    if (likely(0.2)) return;
    reach();
    model_.take(now_board(), Delivery::kLive, mono(now_));
  }

  void take_retained() {
    reach();
    model_.take(now_board(), Delivery::kRetained, mono(now_));
  }

  /// A board brings all that is on it; what is too old by then has missed its time.
  void reach() {
    for (const auto& one : calls)
      if (!reached_.contains(one.call) && !delivered.contains(one.call) && now_ - born_[one.call] > 32)
        out_of_date.insert(one.call);
    for (const auto& one : calls) reached_.insert(one.call);
  }

  protocol::Board now_board() const { return board(seq_, now_, {calls.begin(), calls.end()}); }
  void beat_now() { model_.take(beat(seq_, now_), mono(now_)); }

  void look() {
    if (model_.take_refresh(mono(now_)) && !cut_) take_retained();
    model_.advance(mono(now_));
    model_.presented(mono(now_));
    last = model_.scene(mono(now_));
    if (last.live && (seen.empty() || seen.back() != last.live->call)) seen.push_back(last.live->call);
    if (last.live) stood_s[last.live->call] += 0.25;
    for (const auto& shown : model_.take_shown(mono(now_))) proven.insert(shown.call);
  }

  std::mt19937 chance_;
  Model model_{AreaId("hall"), "id", mono(0)};
  double now_ = 0;
  std::uint64_t seq_ = 0;
  bool cut_ = false;
  std::map<std::uint64_t, double> born_;
  std::set<std::uint64_t> reached_;
};

/// Each is passed once, however many tests look at it.
const Hour& hour_of(unsigned seed) {
  static std::map<unsigned, Hour> hours;
  const auto [found, added] = hours.try_emplace(seed, seed);
  if (added) found->second.pass();
  return found->second;
}

class AnyWeather : public ::testing::TestWithParam<unsigned> {
 protected:
  const Hour& hour_ = hour_of(GetParam());
};

TEST_P(AnyWeather, ShowsEachCallOnceAndInOrder) {
  EXPECT_GT(hour_.seen.size(), 50u);
  // What came late, from a board, may have been overtaken.
  std::vector<std::uint64_t> prompt;
  std::copy_if(hour_.seen.begin(), hour_.seen.end(), std::back_inserter(prompt),
               [this](auto call) { return hour_.delivered.contains(call); });
  EXPECT_TRUE(std::is_sorted(prompt.begin(), prompt.end()));
  EXPECT_EQ(std::set(hour_.seen.begin(), hour_.seen.end()).size(), hour_.seen.size());
}

TEST_P(AnyWeather, ShowsAndProvesWhateverReachedItInTime) {
  for (const auto call : hour_.delivered) EXPECT_EQ(hour_.proven.count(call), 1u) << call;
  for (const auto call : hour_.seen) EXPECT_EQ(hour_.proven.count(call), 1u) << call;
  for (const auto call : hour_.out_of_date) EXPECT_EQ(hour_.proven.count(call), 0u) << call;
}

TEST_P(AnyWeather, HoldsEachCallItsTime) {
  for (const auto& [call, stood_s] : hour_.stood_s) EXPECT_GE(stood_s, 4) << call;
}

TEST_P(AnyWeather, ListsWhatTheOfficeHasOnItsBoardInTheEnd) {
  std::vector<std::uint64_t> expected;
  for (const auto& call : hour_.calls) {
    const bool live = hour_.last.live && hour_.last.live->call == call.call;
    if (!live && expected.size() < Model::kRecentRows) expected.push_back(call.call);
  }
  std::vector<std::uint64_t> listed;
  for (const auto& row : hour_.last.recent) listed.push_back(row.call);
  EXPECT_EQ(listed, expected);
}

INSTANTIATE_TEST_SUITE_P(Seeds, AnyWeather, ::testing::Range(1U, 31U));

}  // namespace
}  // namespace panggil::display
