// What the engine does while the disk is full.
#include <gmock/gmock.h>

#include "tests/unit/dispatcher/the_engine.hpp"

namespace panggil {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

using OnAFullDisk = TheEngine;

TEST_F(OnAFullDisk, RefusesWhatAFullDiskCannotKeepAndGoesOnWhenThereIsRoom) {
  open_with_two_waiting();
  const auto before = engine.state();
  journal.full = true;
  EXPECT_EQ(code("counter-1", "next", R"({"id":"n"})"), "internal");
  EXPECT_THAT(transport.on("status"), ElementsAre(HasSubstr(R"("state":"degraded")")));
  EXPECT_EQ(code("kiosk-1", "dance", R"({"id":"d"})"), "internal");
  clock.pass(kRoomPatience);
  EXPECT_EQ(code("kiosk-1", "issue", R"({"id":"i3","service":"cs"})"), "internal") << "tried again, and full";
  EXPECT_EQ(code("kiosk-1", "issue", R"({"id":"i1","service":"cs"})"), "ok")
      << "what had its answer keeps it";
  EXPECT_EQ(engine.state(), before);
  EXPECT_TRUE(transport.on("call/hall").empty());

  journal.full = false;
  clock.pass(kRoomPatience);
  const auto answer = ask("counter-1", "next", R"({"id":"n"})");
  EXPECT_TRUE(answer.ok()) << "under the same id, as a refusal for that is not kept";
  EXPECT_EQ(answer.seq, before.seq + 1);
  EXPECT_THAT(transport.on("status"), ElementsAre(HasSubstr(R"("state":"online")")));
}

TEST_F(OnAFullDisk, RefusesAWholeTurnForWhichThereIsNoRoom) {
  open_with_two_waiting();
  const auto before = engine.state();
  journal.full = true;
  turn({command("kiosk-1", "issue", R"({"id":"i3","service":"cs"})"),
        command("kiosk-1", "issue", R"({"id":"i1","service":"cs"})"),
        command("counter-1", "next", R"({"id":"n"})")});
  const auto replies = transport.on("reply/kiosk-1");
  ASSERT_EQ(replies.size(), 2u);
  EXPECT_THAT(replies[0], HasSubstr(R"("ok":false)"));
  EXPECT_THAT(replies[1], HasSubstr(R"("ok":true)"));
  EXPECT_EQ(transport.on("reply/counter-1").size(), 1u);
  EXPECT_THAT(transport.topics(), Not(Contains(HasSubstr("event/"))));
  EXPECT_EQ(engine.state(), before);
}

}  // namespace
}  // namespace panggil
