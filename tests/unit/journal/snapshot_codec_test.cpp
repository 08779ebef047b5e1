#include "dispatcher/journal/snapshot_codec.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "common/base/zone.hpp"
#include "dispatcher/journal/errors.hpp"
#include "tests/unit/journal/history.hpp"

namespace panggil::journal {
namespace {

using testing::HasSubstr;

TEST(SnapshotCodec, ReadsBackAnEmptyState) {
  EXPECT_EQ(decode_snapshot(encode_snapshot({})), core::State{});
}

TEST(SnapshotCodec, ReadsBackEveryStateOfManyHistories) {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    History history(seed);
    for (int step = 0; step < 40; ++step) {
      history.act_until(7);
      ASSERT_EQ(decode_snapshot(encode_snapshot(history.state())), history.state())
          << "seed " << seed << ", " << step;
    }
  }
}

TEST(SnapshotCodec, ReadsBackWhatTheRulesDoNotMakeYet) {
  core::State state;
  state.seq = 9;
  core::Ticket held{.number = TicketNumber("C1"),
                    .service = ServiceId("pickup"),
                    .ticket_class = ClassId("vip"),
                    .channel = ChannelId("booking"),
                    .state = core::TicketState::kHeld,
                    .arrived_at = {},
                    .queued_at = {}};
  held.recalls = 4;
  held.ended_at = held.arrived_at;
  state.enter_line(held);
  state.tickets.emplace(held.number, held);
  core::Ticket expired = held;
  expired.number = TicketNumber("C2");
  expired.state = core::TicketState::kExpired;
  state.tickets.emplace(expired.number, expired);
  expired.number = TicketNumber("C3");
  expired.earlier_legs = {{ServiceId("cs"), Millis(90'000)}, {ServiceId("interview"), Millis(1)}};
  state.tickets.emplace(expired.number, expired);
  state.served[ServiceId("cs")] = {{*parse_day("2026-11-20"), 40, Millis(9'000'000)},
                                   {*parse_day("2026-11-23"), 1, Millis(1)}};
  EXPECT_EQ(decode_snapshot(encode_snapshot(state)), state);
}

TEST(SnapshotCodec, WritesOneSmallObjectALine) {
  History history(1);
  history.act_until(600);
  std::istringstream lines(encode_snapshot(history.state()));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    // A counter's line holds its last twelve calls.
    const bool with_calls = line.starts_with(R"({"counter")") || line.starts_with(R"({"undoable")");
    EXPECT_LT(line.size(), with_calls ? 2600U : 400U) << line;
    EXPECT_TRUE(line.starts_with('{') && line.ends_with('}')) << line;
  }
  EXPECT_GT(count, history.state().tickets.size());
}

TEST(SnapshotCodec, NamesTheLineThatCannotBeRead) {
  try {
    decode_snapshot("{\"format\":1,\"seq\":3,\"calls\":0}\n{\"series\":\"A\"}\n");
    FAIL() << "half a line was read";
  } catch (const JournalDamaged& error) {
    EXPECT_THAT(error.what(), HasSubstr("line 2"));
  }
}

TEST(SnapshotCodec, DoesNotTakeAPartForTheWhole) {
  EXPECT_THROW(decode_snapshot(""), JournalDamaged);
  EXPECT_THROW(decode_snapshot("{\"format\":1,\"seq\":3,\"calls\":0}"), JournalDamaged);
  EXPECT_THROW(decode_snapshot("{\"series\":\"A\",\"last\":1}\n"), JournalDamaged);
}

TEST(SnapshotCodec, LeavesWhatALaterVersionWroteToThatVersion) {
  EXPECT_THROW(decode_snapshot("{\"format\":2,\"seq\":3,\"calls\":0}\n"), NewerJournal);
  EXPECT_THROW(decode_snapshot("{\"format\":1,\"seq\":3,\"calls\":0}\n{\"booking\":1}\n"), NewerJournal);
}

}  // namespace
}  // namespace panggil::journal
