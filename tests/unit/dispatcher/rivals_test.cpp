#include "dispatcher/rivals.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/protocol/codec.hpp"

namespace panggil {
namespace {
using ::testing::HasSubstr;
using ::testing::Optional;

constexpr bool kRetained = true;
constexpr bool kLive = false;

/// Ours was started at nine.
class Rival : public ::testing::Test {
 protected:
  std::optional<std::string> hear(const std::string& state, std::uint64_t seq, const std::string& since,
                                  bool retained, const std::string& epoch = "theirs") {
    const protocol::Status status{state, epoch, 1, seq, "0.1.0", "real", std::nullopt, at(since)};
    return rivals.notice(protocol::StatusTopic{}, {"", protocol::encode(status), 1, retained});
  }
  static Stamp at(const std::string& time) { return *parse_stamp("2026-11-23T" + time + "+07:00"); }

  Rivals rivals{SiteId("cirebon"), "ours", at("09:00:00").time};
};

TEST_F(Rival, OfALaterStartIsLeftTheSiteByItsWillAlone) {
  rivals.connected();
  rivals.connected();  // it had the name meanwhile, and the broker has its will since we took it back
  EXPECT_THAT(hear("offline", 0, "09:00:01", kRetained), Optional(HasSubstr("took the site")));
  EXPECT_TRUE(rivals.yields());
}

TEST_F(Rival, OfAnEarlierStartHasToGoItself) {
  rivals.connected();
  rivals.connected();
  EXPECT_FALSE(hear("offline", 0, "08:59:59", kRetained));
  EXPECT_THAT(hear("online", 7, "08:59:59", kLive), Optional(HasSubstr("is at work")));
  EXPECT_FALSE(rivals.yields());
}

TEST_F(Rival, ThatHasStoppedOfItsOwnAccordIsNoReasonToEnd) {
  rivals.connected();
  rivals.connected();
  EXPECT_THAT(hear("offline", 3, "09:00:01", kRetained), Optional(HasSubstr("has ended")));
  EXPECT_FALSE(hear("offline", 3, "09:00:01", kRetained)) << "it has been said";
  EXPECT_FALSE(rivals.yields());
}

TEST_F(Rival, StartedAtTheSameMomentStaysIfItsEpochIsTheGreaterOne) {
  rivals.connected();
  EXPECT_TRUE(hear("online", 3, "09:00:00", kLive, "a"));
  EXPECT_FALSE(rivals.yields());
  EXPECT_TRUE(hear("online", 3, "09:00:00", kLive, "z"));
  EXPECT_TRUE(rivals.yields());
}

TEST_F(Rival, LeftAtTheBrokerBeforeWeCameIsOnlySpokenOf) {
  rivals.connected();
  EXPECT_THAT(hear("online", 3, "09:00:01", kRetained), Optional(HasSubstr("is at work")));
  EXPECT_FALSE(rivals.yields());
}

}  // namespace
}  // namespace panggil
