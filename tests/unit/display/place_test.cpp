// What a model tells of the place: words of its counters, and when the office opens.
#include <gtest/gtest.h>

#include "display/model/model.hpp"
#include "tests/unit/display/payloads.hpp"

namespace panggil::display {
namespace {

Micros after(double seconds) {
  return static_cast<Micros>(seconds * 1e6);
}

/// A display that has come on in the hall of an office at 09:14.
class ThePlace : public ::testing::Test {
 protected:
  ThePlace() {
    model_.take(office(90));
    model_.take(board(100, -60, {}), Delivery::kRetained, 0);
    model_.take(beat(100, 0), 0);
  }
  void hear(const protocol::Board& board, double seconds) {
    model_.take(board, Delivery::kLive, after(seconds));
  }
  Scene see(double seconds) {
    model_.advance(after(seconds));
    model_.presented(after(seconds));
    return model_.scene(after(seconds));
  }

  Model model_{AreaId("hall"), "", 0};
};

TEST_F(ThePlace, TellsTheWordsOfCountersWhereTheNumbersAreNotEnough) {
  auto three = board(110, 10, {call(2, 9, "A002", "7"), call(1, 8, "A001", "1")});
  three.calls[0].label = {{"id", "Loket Pengambilan 7"}};
  three.counters = {{"1", {{"id", "Loket 1"}}, "open", {}},
                    {"2", {{"id", "Loket 2"}}, "open", {}},
                    {"7", {{"id", "Loket Pengambilan 7"}}, "open", {}}};
  hear(three, 10);
  const auto scene = see(10);
  const auto matters = [&](const std::string& ticket) {
    if (scene.live && scene.live->ticket == ticket) return scene.live->word_matters;
    for (const auto& row : scene.recent)
      if (row.ticket == ticket) return row.word_matters;
    ADD_FAILURE() << "no " << ticket;
    return false;
  };
  EXPECT_TRUE(matters("A002")) << "7 alone would be Loket 7";
  EXPECT_FALSE(matters("A001"));
}

TEST_F(ThePlace, TellsWhenAClosedOfficeOpensAndForgetsTheLastCall) {
  model_.take(call(1, 1), after(1));
  EXPECT_TRUE(see(1).live);
  auto evening = board(110, 2, {call(1, 1)});
  evening.open = false;
  evening.services[0].waiting = 0;
  hear(evening, 2);
  EXPECT_TRUE(see(2).live) << "it has had no time yet";
  auto hours = office(120);
  const auto at_eight = [](int days) {
    return Stamp{at(0).time + std::chrono::hours(24 * days) - std::chrono::minutes(74), kOffset};
  };
  hours.services = {{"cs", {}, "A", "closed", at_eight(1), {}, {}, {}},
                    {"interview", {}, "B", "closed", at_eight(3), {}, {}, {}}};
  model_.take(hours);
  model_.take(beat(120, 20), after(20));
  const auto scene = see(20);
  ASSERT_TRUE(scene.closed && scene.opens);
  EXPECT_EQ(scene.opens->time, "08:00");
  EXPECT_EQ(scene.opens->days_off, 3) << "what other areas serve is not told here";
  EXPECT_FALSE(scene.live);
  EXPECT_FALSE(scene.recent.empty());
}

}  // namespace
}  // namespace panggil::display
