#include "dispatcher/journal/event_codec.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/base/zone.hpp"
#include "dispatcher/journal/errors.hpp"

namespace panggil::journal {
namespace {

using testing::HasSubstr;

struct Golden {
  core::EventBody body;
  std::string kind;
  std::string json;
};

const TicketNumber kTicket("A017");
const CounterId kCounter("3");

// What stands in journals out in the offices: never change a line, only add.
const std::vector<Golden> kGolden = {
    {core::DayStarted{*parse_day("2026-11-23")}, "day-started", R"({"day":"2026-11-23"})"},
    {core::CounterOpened{kCounter, "b.santoso"}, "counter-opened",
     R"({"counter":"3","officer":"b.santoso"})"},
    {core::CounterOpened{kCounter, std::nullopt}, "counter-opened", R"({"counter":"3"})"},
    {core::CounterPaused{kCounter, "makan siang"}, "counter-paused",
     R"({"counter":"3","reason":"makan siang"})"},
    {core::CounterPaused{kCounter, std::nullopt}, "counter-paused", R"({"counter":"3"})"},
    {core::CounterClosed{kCounter}, "counter-closed", R"({"counter":"3"})"},
    {core::TicketIssued{kTicket, ServiceId("cs"), ClassId("priority"), ChannelId("kiosk"), "A", 17},
     "ticket-issued",
     R"({"ticket":"A017","service":"cs","class":"priority","channel":"kiosk","prefix":"A","number":17})"},
    {core::TicketCalled{411, kTicket, kCounter, {"alternate", "priority, turn 1 of 2"}, false},
     "ticket-called",
     R"({"call":411,"ticket":"A017","counter":"3","why":{"rule":"alternate","detail":"priority, turn 1 of 2"}})"},
    {core::TicketCalled{412, kTicket, kCounter, {"chosen", ""}, true}, "ticket-called",
     R"({"call":412,"ticket":"A017","counter":"3","why":{"rule":"chosen","detail":""},"out_of_order":true})"},
    {core::TicketRecalled{413, kTicket, kCounter}, "ticket-recalled",
     R"({"call":413,"ticket":"A017","counter":"3"})"},
    {core::ServiceStarted{kTicket, kCounter}, "service-started", R"({"ticket":"A017","counter":"3"})"},
    {core::TicketCompleted{kTicket, kCounter}, "ticket-completed", R"({"ticket":"A017","counter":"3"})"},
    {core::TicketSkipped{kTicket, kCounter}, "ticket-skipped", R"({"ticket":"A017","counter":"3"})"},
    {core::TicketReinstated{kTicket, core::Position::kSorted}, "ticket-reinstated",
     R"({"ticket":"A017","position":"sorted"})"},
    {core::TicketReinstated{kTicket, core::Position::kFirst}, "ticket-reinstated",
     R"({"ticket":"A017","position":"first"})"},
    {core::TicketReinstated{kTicket, core::Position::kLast}, "ticket-reinstated",
     R"({"ticket":"A017","position":"last"})"},
    {core::TicketCancelled{kTicket}, "ticket-cancelled", R"({"ticket":"A017"})"},
    {core::TicketCalled{414, kTicket, kCounter, {"earliest", ""}, false, true}, "ticket-called",
     R"({"call":414,"ticket":"A017","counter":"3","why":{"rule":"earliest","detail":""},"continues":true})"},
    {core::TicketCompleted{kTicket, kCounter, "complete", ServiceId("interview")}, "ticket-completed",
     R"({"ticket":"A017","counter":"3","outcome":"complete","then":"interview"})"},
    {core::TicketReinstated{kTicket, core::Position::kLast, kCounter}, "ticket-reinstated",
     R"({"ticket":"A017","position":"last","counter":"3"})"},
    {core::TicketCancelled{kTicket, kCounter}, "ticket-cancelled", R"({"ticket":"A017","counter":"3"})"},
    {core::TicketHeld{kTicket, kCounter, "photocopy"}, "ticket-held",
     R"({"ticket":"A017","counter":"3","reason":"photocopy"})"},
    {core::TicketHeld{kTicket, kCounter, std::nullopt}, "ticket-held", R"({"ticket":"A017","counter":"3"})"},
    {core::TicketTransferred{kTicket, kCounter, ServiceId("cs"), std::nullopt, core::Position::kSorted},
     "ticket-transferred", R"({"ticket":"A017","counter":"3","service":"cs","position":"sorted"})"},
    {core::TicketTransferred{kTicket, kCounter, ServiceId("cs"), CounterId("4"), core::Position::kFirst},
     "ticket-transferred",
     R"({"ticket":"A017","counter":"3","service":"cs","reserved_for":"4","position":"first"})"},
    {core::TicketReleased{kTicket, kCounter}, "ticket-released", R"({"ticket":"A017","counter":"3"})"},
    {core::ActionUndone{kCounter, 811, 812, {{kTicket, core::TicketState::kServing}}}, "action-undone",
     R"({"counter":"3","first":811,"last":812,"tickets":[{"ticket":"A017","state":"serving"}]})"},
    {core::ActionUndone{kCounter,
                        811,
                        812,
                        {{kTicket, core::TicketState::kServing}},
                        {{"counter-opened", std::nullopt}, {"ticket-completed", kTicket}}},
     "action-undone",
     R"({"counter":"3","first":811,"last":812,"undone":[{"kind":"counter-opened"},{"kind":"ticket-completed","ticket":"A017"}],"tickets":[{"ticket":"A017","state":"serving"}]})"},
    {core::ActionUndone{kCounter, 811, 811, {}}, "action-undone",
     R"({"counter":"3","first":811,"last":811,"tickets":[]})"},
    {core::NoticePosted{NoticeId("n1"),
                        AreaId("hall"),
                        core::NoticeLevel::kWarning,
                        {{"en", "Slow"}},
                        WallTime(Millis(1795399200000))},
     "notice-posted",
     R"({"notice":"n1","area":"hall","level":"warning","text":{"en":"Slow"},"until":1795399200000})"},
    {core::NoticePosted{NoticeId("n2"), std::nullopt, core::NoticeLevel::kEmergency, {{"en", "Leave"}}, {}},
     "notice-posted", R"({"notice":"n2","level":"emergency","text":{"en":"Leave"}})"},
    {core::NoticeCleared{NoticeId("n1")}, "notice-cleared", R"({"notice":"n1"})"},
    {core::ServiceSuspended{ServiceId("cs")}, "service-suspended", R"({"service":"cs"})"},
    {core::ServiceRestored{ServiceId("cs")}, "service-restored", R"({"service":"cs"})"},
};

TEST(EventCodec, WritesEveryKindAsTheGoldenLinesSay) {
  for (const auto& golden : kGolden) {
    EXPECT_EQ(core::kind(golden.body), golden.kind);
    EXPECT_EQ(encode_body(golden.body), golden.json);
  }
}

TEST(EventCodec, HasAGoldenLineForEveryKind) {
  std::set<std::size_t> kinds;
  for (const auto& golden : kGolden) kinds.insert(golden.body.index());
  EXPECT_EQ(kinds.size(), std::variant_size_v<core::EventBody>);
}

TEST(EventCodec, ReadsBackWhatItWrote) {
  for (const auto& golden : kGolden) {
    const auto read = decode_body(1, golden.kind, golden.json);
    EXPECT_EQ(read.index(), golden.body.index());
    EXPECT_EQ(encode_body(read), golden.json);
  }
}

TEST(EventCodec, PassesOverFieldsOfALaterVersion) {
  const auto read =
      decode_body(1, "ticket-cancelled", R"({"ticket":"A017","reason":"went home","by":{"x":[1]}})");
  EXPECT_EQ(std::get<core::TicketCancelled>(read).ticket, kTicket);
}

TEST(EventCodec, NamesTheEventWhoseKindItDoesNotKnow) {
  try {
    decode_body(812, "ticket-folded", "{}");
    FAIL() << "an unknown kind was read";
  } catch (const NewerJournal& error) {
    EXPECT_THAT(error.what(), HasSubstr("event 812"));
    EXPECT_THAT(error.what(), HasSubstr("ticket-folded"));
  }
}

TEST(EventCodec, DoesNotTakeAnUndoneEventOfALaterVersionForDamage) {
  EXPECT_THROW(
      decode_body(812, "action-undone",
                  R"({"counter":"3","first":8,"last":8,"undone":[{"kind":"ticket-folded"}],"tickets":[]})"),
      NewerJournal);
}

TEST(EventCodec, NamesTheEventWhoseBodyCannotBeRead) {
  for (const char* body : {"", "{", "[]", "null", "{}", R"({"ticket":17})", R"({"ticket":"not one"})"}) {
    try {
      decode_body(813, "ticket-cancelled", body);
      FAIL() << body << " was read";
    } catch (const JournalDamaged& error) {
      EXPECT_THAT(error.what(), HasSubstr("event 813"));
    }
  }
}

}  // namespace
}  // namespace panggil::journal
