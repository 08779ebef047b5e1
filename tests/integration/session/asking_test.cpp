// A command's way over a real broker: answered, unanswered, cut off.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/integration/session/hand.hpp"

namespace panggil::test {
namespace {

using namespace std::chrono_literals;
using session::LinkState;
using testing::Each;
using testing::HasSubstr;

class Asking : public testing::Test {
 protected:
  /// Beats come, and the session knows.
  void come_up() {
    client_.meanwhile = [this] { dispatcher_.beat(); };
    ASSERT_TRUE(client_.run_until([this] { return client_.session().link_state() == LinkState::kUp; }));
  }
  template <class Kind>
  bool ended_as(std::size_t index) const {
    return client_.settled.size() > index && std::holds_alternative<Kind>(client_.settled[index].outcome);
  }

  PrivateBroker broker_;
  Dispatcher dispatcher_{broker_};
  Client client_{broker_};
};

TEST_F(Asking, NothingIsSentWhileNobodyIsHeard) {
  client_.run_for(500ms);
  EXPECT_TRUE(client_.session().ask("next", {}));
  EXPECT_TRUE(ended_as<session::NotSent>(0));
  client_.meanwhile = [this] { dispatcher_.beat(); };
  client_.run_for(500ms);
  EXPECT_TRUE(dispatcher_.commands().empty()) << "a press from the time without a link fired later";
}

TEST_F(Asking, ACommandGoesOutWithAnIdAndTheLastBeatsLeaseAndExpires) {
  come_up();
  client_.session().ask("next", {});
  ASSERT_TRUE(client_.run_until([this] { return dispatcher_.commands().size() == 1; }));
  const auto seen = dispatcher_.client().seen().back();
  EXPECT_EQ(seen.topic, "panggil/v1/trial/cmd/counter-3/next");
  EXPECT_THAT(seen.payload, HasSubstr(R"("lease":{"epoch":"e1","mono_ms":)"));
  EXPECT_FALSE(seen.retained);
  EXPECT_LE(seen.expiry_s.value_or(99), 5u);
}

TEST_F(Asking, TheAnswerEndsIt) {
  come_up();
  client_.session().ask("next", {});
  ASSERT_TRUE(client_.run_until([this] { return dispatcher_.commands().size() == 1; }));
  dispatcher_.say_yes(dispatcher_.commands()[0]);
  ASSERT_TRUE(client_.run_until([this] { return ended_as<session::Done>(0); }));
  EXPECT_FALSE(client_.session().under_way("next"));
  client_.run_for(1500ms);
  EXPECT_EQ(dispatcher_.commands().size(), 1u);
}

TEST_F(Asking, WithoutAnAnswerTheSameIsSentFourTimesAndIsUnknownAfterEightSeconds) {
  come_up();
  const auto pressed = std::chrono::steady_clock::now();
  client_.session().ask("next", {});
  EXPECT_FALSE(client_.session().ask("next", {})) << "the same action was sent twice";
  ASSERT_TRUE(client_.run_until([this] { return ended_as<session::Unknown>(0); }, 10s));
  EXPECT_NEAR(std::chrono::duration<double>(std::chrono::steady_clock::now() - pressed).count(), 8.0, 0.3);
  ASSERT_EQ(dispatcher_.commands().size(), 4u);
  EXPECT_THAT(dispatcher_.commands(), Each(dispatcher_.commands()[0]));
  dispatcher_.say_yes(dispatcher_.commands()[0]);
  EXPECT_TRUE(client_.run_until([this] { return ended_as<session::Done>(1); }))
      << "the truth came late and was lost";
}

TEST_F(Asking, AnAnswerLostInACutConnectionIsAskedForAgain) {
  come_up();
  client_.session().ask("next", {});
  ASSERT_TRUE(client_.run_until([this] { return dispatcher_.commands().size() == 1; }));
  client_.wire().cut();
  dispatcher_.say_yes(dispatcher_.commands()[0]);  // to nobody
  ASSERT_TRUE(client_.run_until([this] { return dispatcher_.commands().size() >= 2; }));
  EXPECT_EQ(dispatcher_.commands()[1], dispatcher_.commands()[0]);
  dispatcher_.say_yes(dispatcher_.commands()[1]);
  EXPECT_TRUE(client_.run_until([this] { return ended_as<session::Done>(0); }));
}

TEST_F(Asking, APulledCableIsNoticedThreeSecondsAfterTheLastBeat) {
  come_up();
  client_.wire().go_silent();
  const auto pulled = std::chrono::steady_clock::now();
  ASSERT_TRUE(client_.run_until([this] { return client_.session().link_state() != LinkState::kUp; }));
  EXPECT_NEAR(std::chrono::duration<double>(std::chrono::steady_clock::now() - pulled).count(), 3.0, 0.4);
  client_.session().ask("next", {});
  EXPECT_TRUE(ended_as<session::NotSent>(0));
  client_.wire().speak_again();
  EXPECT_TRUE(client_.run_until([this] { return client_.session().link_state() == LinkState::kUp; }, 15s));
  EXPECT_TRUE(dispatcher_.commands().empty());
}

}  // namespace
}  // namespace panggil::test
