#include "dispatcher/engine.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/dispatcher/the_engine.hpp"

namespace panggil {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

bool retained(const mqtt::Message& message) {
  return message.retain;
}

TEST_F(TheEngine, AnswersFirstThenCallsThenTellsThenShows) {
  open_with_two_waiting();
  turn({command("counter-1", "next", R"({"id":"n"})")});
  EXPECT_THAT(transport.topics(),
              ElementsAre("reply/counter-1", "call/hall", "call/gallery", "event/ticket-called",
                          "board/gallery", "board/hall", "counter/1", "queue/cs", "beat"));
}

TEST_F(TheEngine, LetsAnswersPassBetweenMessagesOfState) {
  for (int i = 10; i < 50; ++i) {
    office.counters.push_back(office.counters.front());
    office.counters.back().id = CounterId(std::to_string(i));
  }
  engine.take_office(office);
  turn({});
  clock.pass(1s);
  transport.sent.clear();
  engine.turn({command("kiosk-1", "issue", R"({"id":"i","service":"cs"})")});
  const auto told = [&] { return std::count_if(transport.sent.begin(), transport.sent.end(), retained); };
  EXPECT_EQ(told(), kStateAtOnce);
  engine.turn({command("kiosk-1", "issue", R"({"id":"j","service":"cs"})")});
  EXPECT_EQ(transport.on("reply/kiosk-1").size(), 2u);
  EXPECT_EQ(told(), kStateAtOnce) << "an answer in between";
  clock.pass(kStateSpacing);
  engine.turn({});
  EXPECT_EQ(told(), kStateAtOnce + 1);
  tell_state();
  EXPECT_GT(told(), 40);
}

TEST_F(TheEngine, TellsEventsThatComeInQuickSuccessionTogether) {
  const auto press = [](int i) {
    return command("counter-1", i % 2 == 0 ? "open" : "pause", R"({"id":"p)" + std::to_string(i) + "\"}");
  };
  const auto events = [&] {
    const auto topics = transport.topics();
    return std::count_if(topics.begin(), topics.end(),
                         [](const std::string& topic) { return topic.starts_with("event/"); });
  };
  clock.pass(1s);
  engine.turn({press(0)});
  EXPECT_EQ(events(), 1) << "at once after a quiet";
  engine.turn({press(1)});
  engine.turn({press(2)});
  EXPECT_EQ(transport.on("reply/counter-1").size(), 3u) << "answers do not wait";
  EXPECT_EQ(events(), 1);
  EXPECT_LE(engine.next_turn() - clock.mono(), kEventPeriod);
  clock.pass(kEventPeriod);
  engine.turn({});
  EXPECT_EQ(events(), 3);
  constexpr int kMany = static_cast<int>(kEventsAtOnce);
  std::vector<mqtt::Incoming> many;
  for (int i = 3; i < 3 + kMany; ++i) many.push_back(press(i));
  engine.turn(many);
  EXPECT_EQ(events(), 3 + kMany) << "so many wait no longer";
}

TEST_F(TheEngine, AnEndTellsTheEventsThatWait) {
  turn({command("kiosk-1", "issue", R"({"id":"a","service":"cs"})")});
  engine.turn({command("kiosk-1", "issue", R"({"id":"b","service":"cs"})")});
  transport.sent.clear();
  engine.stop();
  EXPECT_EQ(transport.on("event/ticket-issued").size(), 1u);
}

TEST_F(TheEngine, ShowsOnlyWhatHasChanged) {
  ask("counter-2", "open", R"({"id":"o"})");
  EXPECT_THAT(transport.topics(),
              ElementsAre("reply/counter-2", "event/counter-opened", "board/gallery", "counter/2", "beat"));
}

TEST_F(TheEngine, ShowsWhatComesInQuickSuccessionAsOne) {
  open_with_two_waiting();
  clock.pass(1s);
  engine.turn({});
  transport.sent.clear();
  engine.turn({command("kiosk-1", "issue", R"({"id":"q1","service":"photo"})")});
  clock.pass(10ms);
  engine.turn({command("kiosk-1", "issue", R"({"id":"q2","service":"photo"})")});
  tell_state();
  EXPECT_EQ(transport.on("reply/kiosk-1").size(), 2u);
  ASSERT_EQ(transport.on("queue/photo").size(), 1u);
  EXPECT_THAT(transport.on("queue/photo")[0], HasSubstr(R"("waiting":2)"));
  clock.pass(kRefreshPeriod);
  engine.turn({});
  tell_state();
  ASSERT_EQ(transport.on("queue/photo").size(), 2u);
  EXPECT_THAT(transport.on("queue/photo")[1], HasSubstr(R"("waiting":3)"));
}

TEST_F(TheEngine, TellsNothingThatIsNotOnDisk) {
  open_with_two_waiting();
  transport.sent.clear();
  journal.broken = true;
  EXPECT_THROW(engine.turn({command("counter-1", "next", R"({"id":"n"})")}), std::runtime_error);
  EXPECT_TRUE(transport.sent.empty());
}

TEST_F(TheEngine, GivesTheSameAnswerToTheSameIdAndDoesItOnce) {
  const auto first = ask("kiosk-1", "issue", R"({"id":"i1","service":"cs"})");
  const auto seq = engine.state().seq;
  EXPECT_EQ(ask("kiosk-1", "issue", R"({"id":"i1","service":"cs"})"), first);
  EXPECT_EQ(ask("kiosk-1", "issue", R"({"id":"i1","service":"photo"})"), first);
  EXPECT_EQ(engine.state().seq, seq);
  EXPECT_EQ(ask("kiosk-2", "issue", R"({"id":"i1","service":"cs"})").seq, seq + 1);
}

TEST_F(TheEngine, AnswersTwiceWhenOneIdComesTwiceInATurn) {
  turn({command("kiosk-1", "issue", R"({"id":"i","service":"cs"})"),
        command("kiosk-1", "issue", R"({"id":"i","service":"cs"})")});
  const auto replies = transport.on("reply/kiosk-1");
  ASSERT_EQ(replies.size(), 2u);
  EXPECT_EQ(replies[0], replies[1]);
  EXPECT_EQ(engine.state().tickets.size(), 1u);
}

TEST_F(TheEngine, RemembersARefusalToo) {
  EXPECT_EQ(code("counter-1", "next", R"({"id":"n"})"), "counter_closed");
  ask("counter-1", "open", R"({"id":"o"})");
  EXPECT_EQ(code("counter-1", "next", R"({"id":"n"})"), "counter_closed");
  EXPECT_EQ(code("counter-1", "next", R"({"id":"n2"})"), "ok");
}

TEST_F(TheEngine, RefusesWhatIsOldOrOfAnotherEpoch) {
  open_with_two_waiting();
  const auto lease = [&](const std::string& epoch, Millis age) {
    return R"("lease":{"epoch":")" + epoch + R"(","mono_ms":)" +
           std::to_string((clock.steady - age).time_since_epoch().count()) + "}}";
  };
  EXPECT_EQ(code("counter-1", "next", R"({"id":"a",)" + lease(journal.epoch(), 10s)), "stale");
  EXPECT_EQ(code("counter-1", "next", R"({"id":"b",)" + lease("another", 0s)), "stale");
  EXPECT_EQ(code("counter-1", "next", R"({"id":"c",)" + lease(journal.epoch(), 0s)), "ok");
}

TEST_F(TheEngine, SaysBusyWhenItCannotGetItsAnswersAway) {
  open_with_two_waiting();
  transport.waiting = kBusyBacklog + 1;
  EXPECT_EQ(code("counter-1", "next", R"({"id":"n"})"), "busy");
  transport.waiting = 0;
  EXPECT_EQ(code("counter-1", "next", R"({"id":"n"})"), "ok");
}

TEST_F(TheEngine, DropsARetainedCommandAndClearsIt) {
  const std::string topic = "panggil/v1/cirebon/cmd/counter-1/open";
  turn({mqtt::Received{topic, R"({"id":"o"})", 1, true}});
  EXPECT_THAT(transport.on("reply/counter-1"), ElementsAre());
  EXPECT_THAT(transport.on("cmd/counter-1/open"), ElementsAre(""));
  EXPECT_TRUE(transport.sent.front().retain);
  // What clears it comes back over our own subscription.
  turn({mqtt::Received{topic, "", 1, true}});
  EXPECT_THAT(transport.topics(), ElementsAre("beat"));
}

TEST_F(TheEngine, DropsWhatIsTooLargeOrNotOnATopicOfOurs) {
  const auto seq = engine.state().seq;
  turn({command("kiosk-1", "issue", std::string(protocol::kMaxCommandBytes + 1, ' ')),
        mqtt::Received{"panggil/v1/cirebon/cmd/KIOSK/issue", R"({"id":"x","service":"cs"})", 1, false},
        mqtt::Received{"panggil/v1/melawi/cmd/kiosk-1/issue", R"({"id":"x","service":"cs"})", 1, false}});
  EXPECT_THAT(transport.topics(), ElementsAre("beat"));
  EXPECT_EQ(engine.state().seq, seq);
}

TEST_F(TheEngine, AnswersGarbageWithoutAnId) {
  const auto answer = ask("counter-1", "next", "garbage");
  EXPECT_FALSE(answer.id);
  EXPECT_EQ(answer.error->code, "bad_request");
}

TEST_F(TheEngine, PublishesEverythingAnewAtEachConnection) {
  open_with_two_waiting();
  turn({mqtt::Disconnected{mqtt::as_said("gone")}, mqtt::Connected{}});
  EXPECT_THAT(transport.topics(), ElementsAre("status", "office", "board/gallery", "board/hall", "counter/1",
                                              "counter/2", "queue/cs", "queue/photo", "beat"));
  transport.sent.pop_back();  // the beat
  for (const auto& message : transport.sent) EXPECT_TRUE(message.retain) << message.topic;
}

TEST_F(TheEngine, ClearsRetainedTopicsOfWhatIsNoMore) {
  turn({mqtt::Received{"panggil/v1/cirebon/counter/9", "{}", 1, true},
        mqtt::Received{"panggil/v1/cirebon/board/attic", "{}", 1, true},
        mqtt::Received{"panggil/v1/cirebon/queue/cs", "{}", 1, true}});
  EXPECT_THAT(transport.topics(), ElementsAre("counter/9", "board/attic", "beat"));
  EXPECT_EQ(transport.sent[0].payload, "");
  EXPECT_TRUE(transport.sent[0].retain);
}

TEST_F(TheEngine, StopsLookingForThemAfterAWhile) {
  EXPECT_THAT(transport.subscribed, Contains("panggil/v1/cirebon/counter/+"));
  for (int i = 0; i < 5; ++i) turn({});
  EXPECT_THAT(transport.unsubscribed, Contains("panggil/v1/cirebon/counter/+"));
}

TEST_F(TheEngine, BeatsTwiceASecond) {
  transport.sent.clear();
  for (int i = 0; i < 40; ++i) {
    clock.pass(50ms);
    engine.turn({});
  }
  EXPECT_EQ(transport.on("beat").size(), 4u);
}

TEST_F(TheEngine, AnnouncesEveryOneOfManyCallsInATurn) {
  open_with_two_waiting();
  ask("counter-1", "next", R"({"id":"n"})");
  std::vector<mqtt::Incoming> recalls;
  for (int i = 0; i < 30; ++i)
    recalls.push_back(command("counter-1", "recall", R"({"id":"r)" + std::to_string(i) + "\"}"));
  turn(recalls);
  EXPECT_EQ(transport.on("call/hall").size(), 30u);
  EXPECT_EQ(transport.on("board/hall").size(), 1u);
}

TEST_F(TheEngine, BeginsANewDayByItself) {
  open_with_two_waiting();
  clock.pass(24h);
  turn({});
  EXPECT_THAT(transport.topics(), Contains("event/day-started"));
  EXPECT_TRUE(engine.state().tickets.empty());
  // Yesterday's ids are forgotten, and numbers begin anew.
  const auto answer = ask("kiosk-1", "issue", R"({"id":"i1","service":"cs"})");
  EXPECT_EQ(std::get<protocol::IssueResult>(*answer.result).ticket, "A001");
}

TEST_F(TheEngine, ShowsThatTheHoursHaveChangedThoughNothingHappened) {
  core::WeekHours hours;
  hours[1] = {{8h, 12h}};
  office.hours = hours;
  engine.take_office(office);
  turn({mqtt::Connected{}});
  clock.pass(4h);
  turn({});
  ASSERT_EQ(transport.on("queue/cs").size(), 1u);
  EXPECT_THAT(transport.on("queue/cs")[0], HasSubstr(R"("state":"closed")"));
  EXPECT_THAT(transport.topics(), Contains("office"));
  turn({});
  EXPECT_THAT(transport.topics(), Not(Contains("office")));
}

TEST_F(TheEngine, ShowsTheHoursAnewWhenTheClockIsSetBack) {
  core::WeekHours hours;
  hours[1] = {{8h, 12h}};
  office.hours = hours;
  clock.now += 5h;
  engine.take_office(office);
  turn({});
  EXPECT_THAT(transport.on("queue/cs").at(0), HasSubstr(R"("state":"closed")"));
  clock.now -= 3h;
  turn({});
  ASSERT_EQ(transport.on("queue/cs").size(), 1u);
  EXPECT_THAT(transport.on("queue/cs")[0], HasSubstr(R"("state":"open")"));
}

TEST_F(TheEngine, StartsAgainWhereItWas) {
  open_with_two_waiting();
  ask("counter-1", "next", R"({"id":"n"})");
  engine.stop();
  EXPECT_EQ(journal.snapshots, 1);
  EXPECT_THAT(transport.on("status").back(), HasSubstr(R"("state":"offline")"));
  const Engine again(office, journal, transport, clock, Catalogue::of("en"),
                     {{journal.epoch(), "real"}, 2, "0.1.0"});
  EXPECT_EQ(again.state(), engine.state());
}

TEST_F(TheEngine, TakesASnapshotNowAndThen) {
  ask("counter-1", "open", R"({"id":"o"})");
  for (core::Seq i = 0; i < kSnapshotEvents; ++i) {
    const std::string id = std::to_string(i);
    engine.turn({command("counter-1", i % 2 == 0 ? "pause" : "open", "{\"id\":\"" + id + "\"}")});
    transport.sent.clear();
  }
  EXPECT_EQ(journal.snapshots, 1);
}

TEST(Snapshots, WriteNoMoreTicketsThanThereWereEventsSince) {
  EXPECT_EQ(snapshot_after(0), kSnapshotEvents);
  EXPECT_EQ(snapshot_after(kSnapshotEvents / 2), kSnapshotEvents);
  EXPECT_EQ(snapshot_after(30'000), 60'000u);
}

TEST_F(TheEngine, SaysThatSomebodyShouldLookAtTheJournal) {
  turn({});
  engine.report_damage("event 17 is damaged");
  EXPECT_THAT(transport.on("status").back(), HasSubstr(R"("state":"degraded")"));
  EXPECT_THAT(transport.on("status").back(), HasSubstr("event 17 is damaged"));
}

TEST_F(TheEngine, TellsHistoryToSupervisorsAndChangesNothingByIt) {
  open_with_two_waiting();
  const auto seq = engine.state().seq;
  EXPECT_EQ(code("counter-1", "events", R"({"id":"h"})"), "forbidden");
  EXPECT_EQ(code("supervisor-1", "events", R"({"id":"h","from":"soon"})"), "bad_request");
  const auto page = std::get<protocol::EventsResult>(
      *ask("supervisor-1", "events", R"({"id":"h","from":"2026-11-23","limit":2})").result);
  EXPECT_EQ(page.events.size(), 2U);
  EXPECT_EQ(page.events.front().kind, "day-started");
  EXPECT_EQ(page.next, 2U);
  EXPECT_EQ(engine.state().seq, seq);
  EXPECT_EQ(journal.answer(ClientId("supervisor-1"), CommandId("h")), std::nullopt);
}

TEST_F(TheEngine, ReadsNoMoreHistoryInATurnThanItsOtherWorkCanBear) {
  std::vector<mqtt::Incoming> questions;
  for (const char* id : {"1", "2", "3", "4", "5"})
    questions.push_back(command("supervisor-1", "events", R"({"id":"q)" + std::string(id) + R"("})"));
  turn(questions);
  const auto replies = transport.on("reply/supervisor-1");
  ASSERT_EQ(replies.size(), 5U);
  EXPECT_THAT(replies[3], HasSubstr(R"("ok":true)"));
  EXPECT_THAT(replies[4], HasSubstr(R"("busy")"));
  EXPECT_EQ(code("supervisor-1", "events", R"({"id":"q5"})"), "ok") << "the next turn";
}

}  // namespace
}  // namespace panggil
