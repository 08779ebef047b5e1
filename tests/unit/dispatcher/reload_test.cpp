// The office's file read again while the dispatcher runs.
#include "dispatcher/reload.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/texts/spoken.hpp"
#include "tests/unit/dispatcher/the_engine.hpp"

namespace panggil {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// Services cs and photo; counter 1 takes both, counter 2 photo. The file is what `file` says.
class Reloading : public TheEngine {
 protected:
  core::Office file = gateway::sample_office();
  std::string faults;
  int commands = 0;

  void SetUp() override {
    engine.on_reload([this] {
      if (!faults.empty()) throw std::runtime_error(faults);
      return file;
    });
    TheEngine::SetUp();
  }
  protocol::Answer ask(const std::string& client, const std::string& action, const std::string& fields = "") {
    return TheEngine::ask(client, action, "{\"id\":\"" + std::to_string(++commands) + "\"" + fields + "}");
  }
  std::string reload() {
    const auto answer = ask("supervisor-1", "reload");
    return answer.ok() ? "ok" : answer.error->code + ": " + answer.error->message;
  }
  core::Service& photo() { return file.services[1]; }
  void remove_photo() {
    file.services.pop_back();
    file.counters.pop_back();
    file.counters[0].services.pop_back();
  }
  void issue(const std::string& service) {
    ASSERT_TRUE(ask("kiosk-1", "issue", R"(,"service":")" + service + "\"").ok());
  }
};

TEST_F(Reloading, IsForASupervisor) {
  EXPECT_EQ(ask("counter-1", "reload").error->code, "forbidden");
  EXPECT_EQ(ask("stranger", "reload").error->code, "forbidden");
  const auto answer = ask("supervisor-1", "reload");
  EXPECT_EQ(std::get<protocol::ReloadResult>(*answer.result), (protocol::ReloadResult{2, 2}));
}

TEST_F(Reloading, TellsAFilesFaultsInEachLanguage) {
  engine.on_reload([]() -> core::Office { throw std::runtime_error(spoken_text("fault.unknown_token")); });
  const auto text = ask("supervisor-1", "reload").error->text.value();
  for (const auto* language : {"en", "id"})
    EXPECT_THAT(text.at(language), HasSubstr(Catalogue::of(language).text("fault.unknown_token")))
        << language;
}

TEST_F(Reloading, BringsServicesAndCounters) {
  file.services.push_back({.id = ServiceId("pickup"), .name = {{"en", "Pickup"}}, .prefix = "C"});
  file.counters.push_back({CounterId("3"), {{"en", "Counter 3"}}, {AreaId("hall")}, {ServiceId("pickup")}});
  EXPECT_EQ(ask("kiosk-1", "issue", R"(,"service":"pickup")").error->code, "unknown_service");
  EXPECT_EQ(reload(), "ok");
  EXPECT_THAT(transport.topics(),
              testing::IsSupersetOf({"office", "queue/pickup", "counter/3", "board/hall"}));
  EXPECT_THAT(transport.topics(), Not(Contains("counter/1"))) << "as before";
  issue("pickup");
}

TEST_F(Reloading, ClearsTheTopicsOfWhatIsNoMore) {
  remove_photo();
  file.areas.pop_back();
  file.counters[0].areas.pop_back();
  EXPECT_EQ(reload(), "ok");
  for (const auto* topic : {"queue/photo", "counter/2", "board/gallery"}) {
    ASSERT_EQ(transport.on(topic).size(), 1u) << topic;
    EXPECT_EQ(transport.on(topic)[0], "") << topic;
  }
  EXPECT_EQ(ask("kiosk-1", "issue", R"(,"service":"photo")").error->code, "unknown_service");
  EXPECT_EQ(ask("counter-2", "open").error->code, "unknown_counter");
}

TEST_F(Reloading, TakesOverHoursAtOnce) {
  file.hours.emplace();
  EXPECT_EQ(reload(), "ok");
  EXPECT_THAT(transport.on("queue/cs").at(0), HasSubstr(R"("state":"closed")"));
  EXPECT_EQ(ask("kiosk-1", "issue", R"(,"service":"cs")").error->code, "service_closed");
}

TEST_F(Reloading, RefusesAFileWithFaultsAndTellsThem) {
  faults = "office.yaml:3:1: unknown key \"x\"\noffice.yaml:9:2: no";
  EXPECT_EQ(reload(),
            "bad_request: The office's file has faults, so the old one goes on:\n"
            "office.yaml:3:1: unknown key \"x\"\noffice.yaml:9:2: no");
  EXPECT_THAT(transport.topics(), Not(Contains("office")));
  EXPECT_EQ(engine.office().services.size(), 2u);
  issue("photo");
}

TEST_F(Reloading, TellsNoMoreFaultsThanSomebodyReads) {
  for (int line = 1; line <= 25; ++line) faults += (line == 1 ? "" : "\n") + ("o:" + std::to_string(line));
  EXPECT_THAT(reload(), testing::EndsWith("\no:19\no:20\n…"));
}

TEST_F(Reloading, RefusesToTakeAServiceFromThoseWhoWaitOrAreHeldOrServed) {
  issue("photo");
  remove_photo();
  EXPECT_THAT(reload(), HasSubstr("in_use: The office's file takes Photo away, but B001 is still there."));
  for (const auto* action : {"open", "next", "hold"}) {
    ASSERT_TRUE(ask("counter-2", action).ok()) << action;
    EXPECT_THAT(reload(), HasSubstr("in_use: ")) << action;
  }
  ASSERT_TRUE(ask("counter-2", "resume", R"(,"ticket":"B001")").ok());
  ASSERT_TRUE(ask("counter-2", "complete").ok());
  ASSERT_TRUE(ask("counter-2", "close").ok());
  EXPECT_EQ(reload(), "ok");
}

TEST_F(Reloading, RefusesToTakeACounterFromItsTicketAndFromThoseWhoWaitForIt) {
  issue("photo");
  ASSERT_TRUE(ask("counter-1", "open").ok());
  ASSERT_TRUE(ask("counter-1", "next").ok());
  ASSERT_TRUE(ask("counter-2", "open").ok());
  ASSERT_TRUE(ask("counter-1", "transfer", R"(,"to_counter":"2")").ok());
  file.counters.pop_back();
  EXPECT_THAT(reload(), HasSubstr("in_use: The office's file takes counter 2 away, but B001"));
  ASSERT_TRUE(ask("counter-2", "next").ok());
  EXPECT_THAT(reload(), HasSubstr("in_use: The office's file takes counter 2 away, but B001"));
  ASSERT_TRUE(ask("counter-2", "complete").ok());
  EXPECT_THAT(reload(), HasSubstr("in_use: The office's file takes counter 2 away, but it is not closed."));
  ASSERT_TRUE(ask("counter-2", "close").ok());
  EXPECT_EQ(reload(), "ok");
}

TEST_F(Reloading, RefusesToTakeAClassFromThoseWhoHaveIt) {
  ASSERT_TRUE(ask("kiosk-1", "issue", R"(,"service":"cs","class":"priority")").ok());
  file.classes.pop_back();
  EXPECT_THAT(reload(), HasSubstr("in_use: The office's file takes the class priority away, but A001"));
}

TEST_F(Reloading, RefusesWhatTheNumbersOfTheDayHangOn) {
  const auto good = file;
  file.site = SiteId("batam");
  EXPECT_THAT(reload(), HasSubstr("bad_request: The office's file is now that of batam"));
  file = good;
  file.zone = *Zone::find("Asia/Jayapura");
  EXPECT_THAT(reload(), HasSubstr("bad_request: timezone in the office's file cannot change"));
  file = good;
  file.day_starts = 4h;
  EXPECT_THAT(reload(), HasSubstr("bad_request: day_starts"));
  file = good;
  file.last_number = 99;
  EXPECT_THAT(reload(), HasSubstr("bad_request: ticket_numbers"));
  file = good;
  file.services[0].prefix = "Z";
  EXPECT_THAT(reload(), HasSubstr("bad_request: services: cs: prefix"));
}

TEST_F(Reloading, ANoShowOfAServiceThatIsNoMoreStaysAway) {
  issue("photo");
  ASSERT_TRUE(ask("counter-1", "open").ok());
  ASSERT_TRUE(ask("counter-1", "next").ok());
  ASSERT_TRUE(ask("counter-1", "skip").ok());
  remove_photo();
  EXPECT_EQ(reload(), "ok");
  EXPECT_EQ(ask("counter-1", "undo").error->code, "nothing_to_undo");
  EXPECT_EQ(ask("counter-1", "reinstate", R"(,"ticket":"B001")").error->code, "unknown_service");
  EXPECT_EQ(ask("counter-1", "call", R"(,"ticket":"B001")").error->code, "forbidden");
}

TEST_F(Reloading, IsDoneOnceForOneCommand) {
  const mqtt::Incoming press =
      mqtt::Received{"panggil/v1/cirebon/cmd/supervisor-1/reload", R"({"id":"once"})", 1, false};
  int readings = 0;
  engine.on_reload([&] { return ++readings, file; });
  turn({press});
  const auto first = transport.on("reply/supervisor-1");
  turn({press});
  EXPECT_EQ(transport.on("reply/supervisor-1"), first);
  EXPECT_EQ(readings, 1);
}

TEST_F(Reloading, LeavesNothingInTheJournalAndWhatIsThereGivesTheSameQueueAgain) {
  issue("photo");
  ASSERT_TRUE(ask("counter-2", "open").ok());
  ASSERT_TRUE(ask("counter-2", "next").ok());
  ASSERT_TRUE(ask("counter-2", "complete").ok());
  ASSERT_TRUE(ask("counter-2", "close").ok());
  const auto before = engine.state();
  remove_photo();
  file.services.push_back({.id = ServiceId("pickup"), .name = {{"en", "Pickup"}}, .prefix = "B"});
  file.counters[0].services.push_back(ServiceId("pickup"));
  ASSERT_EQ(reload(), "ok");
  EXPECT_EQ(engine.state(), before);
  issue("pickup");
  const Engine again(file, journal, transport, clock, Catalogue::of("en"),
                     {{journal.epoch(), "real"}, 2, "0.1.0"});
  EXPECT_EQ(again.state(), engine.state()) << "old events are applied whatever the office is now";
  EXPECT_TRUE(again.state().find(TicketNumber("B002"))) << "the series goes on";
}

TEST_F(Reloading, BySignalIsTheSame) {
  file.hours.emplace();
  EXPECT_EQ(engine.reload("SIGHUP"), std::nullopt);
  turn({});
  EXPECT_THAT(transport.on("queue/cs").at(0), HasSubstr(R"("state":"closed")"));
  faults = "bad";
  ASSERT_TRUE(engine.reload("SIGHUP"));
  turn({});
  EXPECT_THAT(transport.on("office"), IsEmpty());
}

}  // namespace
}  // namespace panggil
