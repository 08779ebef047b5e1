#include "kiosk/words.hpp"

#include <gtest/gtest.h>

namespace panggil::kiosk {
namespace {

std::string words(std::uint64_t ahead, std::optional<protocol::Estimate> estimate = {}) {
  protocol::Answer answer;
  answer.action = "issue";
  answer.result = protocol::IssueResult{.ticket = "A018",
                                        .service = "cs",
                                        .position = ahead + 1,
                                        .ahead = ahead,
                                        .estimate = estimate,
                                        .issued_at = {}};
  return in_words(answer, session::Wording("en"));
}

TEST(KioskWords, SayTheNumberAndHowManyAreAhead) {
  EXPECT_EQ(words(3), "A018, cs. 3 ahead of you.");
}

TEST(KioskWords, SayThatOneIsNext) {
  EXPECT_EQ(words(0), "A018, cs. You are next.");
}

TEST(KioskWords, SayTheEstimateWhereThereIsOne) {
  EXPECT_EQ(words(3, protocol::Estimate{.low_s = 600, .high_s = 1200}),
            "A018, cs. 3 ahead of you.\nWait about 10 to 20 minutes");
}

TEST(KioskWords, SayTheMostWhereItMayBeAtOnce) {
  EXPECT_EQ(words(0, protocol::Estimate{.low_s = 0, .high_s = 300}),
            "A018, cs. You are next.\nWait up to 5 minutes");
}

}  // namespace
}  // namespace panggil::kiosk
