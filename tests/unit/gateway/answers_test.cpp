#include "dispatcher/gateway/answers.hpp"

#include <gtest/gtest.h>

#include "common/protocol/codec.hpp"
#include "dispatcher/core/apply.hpp"
#include "dispatcher/core/decide.hpp"
#include "dispatcher/gateway/intake.hpp"
#include "tests/unit/gateway/sample_hall.hpp"

namespace panggil::gateway {
namespace {

using namespace std::chrono_literals;

class Answers : public testing::Test {
 protected:
  SampleHall hall;
  core::Actor officer{ClientId("counter-1"), core::Role::kCounter, {CounterId("1")}};
  core::Actor kiosk{ClientId("kiosk-1"), core::Role::kKiosk, {}};

  /// The refusal of a service that has a name in each language.
  core::Rejection named_service_is_closed() {
    auto& service = hall.office.services.front();
    service.name = {{"id", "Layanan"}, {"en", "Customer service"}};
    return {core::ErrorCode::kServiceClosed,
            "refused.service_closed",
            {{"service", service.id.text()}},
            std::nullopt,
            std::nullopt};
  }

  /// Does it, and gives the answer's JSON from `"result":` on.
  std::string does(const core::Actor& actor, core::Action action, std::string_view name) {
    const core::Command command{actor, std::nullopt, std::nullopt, std::move(action)};
    const auto events = core::decide(hall.office, hall.state, command, hall.now);
    EXPECT_TRUE(events) << (events ? "" : events.error().text);
    for (const auto& body : *events) hall.happen(body);
    const auto answer = accepted(hall.office, hall.state, command, "x", name, *events, hall.now);
    EXPECT_EQ(answer.seq, hall.state.seq);
    EXPECT_EQ(protocol::decode<protocol::Answer>(protocol::encode(answer)).value(), answer);
    const std::string json = protocol::encode(answer);
    return json.substr(json.find("\"result\":") + 9, json.size() - json.find("\"result\":") - 10);
  }
};

TEST_F(Answers, TellAVisitorNumberPositionAndTime) {
  EXPECT_EQ(
      does(kiosk, core::Issue{ServiceId("cs"), {}, {}}, "issue"),
      R"({"ticket":"A001","service":"cs","position":1,"ahead":0,"estimate":null,"issued_at":"2026-11-23T08:00:00.000+07:00"})");
}

TEST_F(Answers, TellAVisitorHowLongItWillTakeWhereThatIsKnown) {
  const core::Command command{kiosk, {}, {}, core::Issue{ServiceId("cs"), {}, {}}};
  const auto event = hall.issue("A001");
  const auto answer = accepted(hall.office, hall.state, command, "x", "issue", {event.body}, hall.now,
                               estimates::Band{estimates::Minutes(5), estimates::Minutes(15)});
  ASSERT_TRUE(answer.result);
  EXPECT_EQ(std::get<protocol::IssueResult>(*answer.result).estimate, (protocol::Estimate{300, 900}));
}

TEST_F(Answers, TellAnOfficerWhoComesAndWhy) {
  does(kiosk, core::Issue{ServiceId("cs"), {}, {}}, "issue");
  does(kiosk, core::Issue{ServiceId("photo"), {}, {}}, "issue");
  does(officer, core::Open{"Sari"}, "open");
  hall.now += 14min;
  const std::string answer = does(officer, core::Next{}, "next");
  EXPECT_NE(
      answer.find(
          R"("completed":null,"called":{"ticket":"A001","service":"cs","class":"regular","channel":"kiosk","call":1,"waited_s":840})"),
      std::string::npos)
      << answer;
  EXPECT_NE(answer.find(R"("why":{"rule":"earliest",)"), std::string::npos) << answer;
  EXPECT_NE(answer.find(R"("waiting":1)"), std::string::npos) << answer;
}

TEST_F(Answers, TellThatNobodyWaits) {
  does(officer, core::Open{}, "open");
  EXPECT_EQ(does(officer, core::Next{}, "next"),
            R"({"counter":"1","completed":null,"called":null,"why":null,"waiting":0})");
}

TEST_F(Answers, TellWhatBecameOfATicket) {
  does(kiosk, core::Issue{ServiceId("cs"), {}, {}}, "issue");
  does(officer, core::Open{"Sari"}, "open");
  does(officer, core::Next{}, "next");
  EXPECT_NE(
      does(officer, core::Recall{}, "recall")
          .find(
              R"("recalled":{"ticket":"A001","service":"cs","class":"regular","channel":"kiosk","call":2,)"),
      std::string::npos);
  EXPECT_EQ(does(officer, core::Start{}, "start"),
            R"({"counter":"1","ticket":"A001","service":"cs","state":"serving"})");
  EXPECT_EQ(does(officer, core::Complete{}, "complete"),
            R"({"counter":"1","ticket":"A001","service":"cs","state":"completed"})");
  EXPECT_EQ(does(officer, core::Pause{"istirahat"}, "pause"),
            R"({"counter":"1","state":"paused","officer":"Sari","reason":"istirahat","waiting":0})");
}

TEST_F(Answers, TellASkippedTicketAndTheNext) {
  does(kiosk, core::Issue{ServiceId("cs"), {}, {}}, "issue");
  does(officer, core::Open{}, "open");
  does(officer, core::Next{}, "next");
  EXPECT_EQ(
      does(officer, core::Skip{}, "skip"),
      R"({"counter":"1","completed":null,"skipped":{"ticket":"A001"},"called":null,"why":null,"waiting":0})");
  EXPECT_EQ(does(officer, core::Reinstate{TicketNumber("A001")}, "reinstate"),
            R"({"counter":"1","ticket":"A001","service":"cs","state":"waiting"})");
}

TEST_F(Answers, OfARefusalSayWhyInTheOfficesLanguage) {
  const core::Rejection conflict{core::ErrorCode::kConflict,
                                 "refused.conflict",
                                 {{"counter", "3"}, {"ticket", "A017"}, {"expected", "A016"}},
                                 core::Expect{TicketNumber("A017")},
                                 std::nullopt};
  const auto english = refused(conflict, "x", "next", 8121, hall.office, Catalogue::of("en"));
  const auto indonesian = refused(conflict, "x", "next", 8121, hall.office, Catalogue::of("id"));
  EXPECT_EQ(english.error->code, "conflict");
  EXPECT_EQ(english.error->current->ticket, "A017");
  EXPECT_NE(english.error->message.find("A017"), std::string::npos);
  EXPECT_NE(english.error->message, indonesian.error->message);
  EXPECT_EQ(english.seq, 8121u);
}

TEST_F(Answers, OfARefusalNameTheServiceInTheOfficesLanguage) {
  const auto closed = named_service_is_closed();
  const auto message = [&](const char* language) {
    return refused(closed, "x", "issue", 1, hall.office, Catalogue::of(language)).error->message;
  };
  EXPECT_EQ(message("en"), "Customer service is closed now. Come back during its opening hours.");
  EXPECT_EQ(message("id"), "Layanan sedang tutup. Silakan datang pada jam layanan.");
}

TEST_F(Answers, OfARefusalSayTheSameInEveryLanguage) {
  const auto closed = named_service_is_closed();
  const auto error = refused(closed, "x", "issue", 1, hall.office, Catalogue::of("id")).error.value();
  const protocol::LocalText both{
      {"en", "Customer service is closed now. Come back during its opening hours."},
      {"id", "Layanan sedang tutup. Silakan datang pada jam layanan."}};
  EXPECT_EQ(error.text, both);
  EXPECT_EQ(error.message, both.at("id"));
}

/// What is wrong with a field or a file is words too.
TEST_F(Answers, OfARefusalWordFactsInEachLanguage) {
  const auto in = [&](const core::Rejection& rejection, const char* language) {
    return in_words(rejection, hall.office, Catalogue::of(language));
  };
  const auto no_id = bad_request("command_id", {{"field", "id"}});
  EXPECT_NE(in(no_id, "en").find("\"id\" should be 1 to 64"), std::string::npos) << in(no_id, "en");
  EXPECT_NE(in(no_id, "id").find("\"id\" harus terdiri atas 1"), std::string::npos) << in(no_id, "id");
  const auto file = bad_office({{"en", "1:1: the key is missing"}, {"id", "1:1: kunci tidak ada"}});
  EXPECT_NE(in(file, "en").find("1:1: the key is missing"), std::string::npos) << in(file, "en");
  EXPECT_NE(in(file, "id").find("1:1: kunci tidak ada"), std::string::npos) << in(file, "id");
}

TEST_F(Answers, OfABadCommandSayWhatTheCodecFoundInBothLanguages) {
  for (const auto* payload :
       {"[]", "{", "{}", R"({"id":5})", R"({"id":"a","counter":3})", R"({"id":"a","final":1})",
        R"({"id":"a","limit":-1})", R"({"id":"a","limit":1.5})", R"({"id":"a","limit":9007199254740993})",
        R"({"id":"a","lease":{"epoch":"x","mono_ms":-9007199254740993}})", R"({"id":"a","lease":7})",
        R"({"id":"a","lease":{}})", R"({"id":"a","until":"soon"})", R"({"id":"a","text":[]})",
        R"({"id":"a","text":{"en":1}})"}) {
    const auto command = protocol::decode_command(payload);
    ASSERT_FALSE(command) << payload;
    const auto& why = command.error().why;
    const auto rejection = bad_request(why.fault, {{"field", why.field}});
    EXPECT_NE(in_words(rejection, hall.office, Catalogue::of("en")).find(why.what), std::string::npos)
        << why.what;
    const auto indonesian = in_words(rejection, hall.office, Catalogue::of("id"));
    for (const auto* english : {"should", "not ", "missing", "too ", "{"})
      EXPECT_EQ(indonesian.find(english), std::string::npos) << indonesian;
  }
}

TEST_F(Answers, OfAClosedServiceSayWhenItOpens) {
  const core::Rejection closed{core::ErrorCode::kServiceClosed,
                               "refused.service_closed.until",
                               {{"service", "CS"}},
                               std::nullopt,
                               hall.now};
  const auto answer = refused(closed, std::nullopt, "issue", 1, hall.office, Catalogue::of("en"));
  EXPECT_EQ(to_text(*answer.error->opens_at), "2026-11-23T08:00:00.000+07:00");
  EXPECT_EQ(answer.error->message, "CS is closed now. It opens again on Monday 23 November at 08:00.");
  EXPECT_FALSE(answer.id);
}

}  // namespace
}  // namespace panggil::gateway
