#include "common/session/ending.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace panggil::session {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string in_words(const protocol::Answer&, const Wording&) {
  return "A017 is called.";
}

ErrandEnd end_with(Outcome outcome) {
  ErrandEnd end;
  end.outcome = std::move(outcome);
  end.site = "cirebon";
  return end;
}

Ending ending_of(Outcome outcome, bool json = false) {
  return ending(end_with(std::move(outcome)), Wording("en"), json, in_words);
}

Refused refused(std::string code) {
  Refused refused;
  refused.answer.error = protocol::Error{
      .code = std::move(code), .message = "Counter 3 has A017, not A016.", .current = {}, .opens_at = {}};
  refused.payload = R"({"ok":false})";
  return refused;
}

TEST(Ending, AYesIsToldInWordsWithCodeZero) {
  const auto ending = ending_of(Done{});
  EXPECT_EQ(ending.code, 0);
  EXPECT_EQ(ending.output, "A017 is called.");
  EXPECT_EQ(ending.complaint, "");
}

TEST(Ending, InJsonTheAnswerIsPrintedAsItCame) {
  const auto ending = ending_of(Done{{}, R"({"ok":true,"later":"field"})"}, true);
  EXPECT_EQ(ending.output, R"({"ok":true,"later":"field"})");
}

TEST(Ending, ANoIsTheCodeAndTheMessageOnStandardErrorWithCodeOne) {
  const auto ending = ending_of(refused("conflict"));
  EXPECT_EQ(ending.code, 1);
  EXPECT_EQ(ending.output, "");
  EXPECT_EQ(ending.complaint, "conflict: Counter 3 has A017, not A016.");
}

TEST(Ending, ANoOfAnOfficeOfAnotherLanguageIsToldInOnesOwn) {
  protocol::Office office;
  office.languages = {"id", "en"};
  const auto told = [&](const std::string& code, const char* language) {
    auto no = refused(code);
    no.answer.error->current = protocol::Expect{"A017"};
    return ending(end_with(no), Wording(language, office), false, in_words).complaint;
  };
  EXPECT_THAT(told("conflict", "en"),
              StartsWith("conflict: The counter has another ticket than expected: A017."));
  EXPECT_EQ(told("conflict", "id"), "conflict: Counter 3 has A017, not A016.");
  EXPECT_EQ(told("newer_than_we", "en"), "newer_than_we: Counter 3 has A017, not A016.");
}

TEST(Ending, ANoThatIsSaidInOnesOwnLanguageIsToldAsItIs) {
  protocol::Office office;
  office.languages = {"id", "en"};
  auto no = refused("forbidden");
  no.answer.error->text = {{"en", "Counter 3 does not take it.\x1b"}, {"id", "Loket 3 tidak melayaninya."}};
  const auto told = [&](const char* action, const char* language) {
    no.answer.action = action;
    return ending(end_with(no), Wording(language, office), false, in_words).complaint;
  };
  EXPECT_EQ(told("call", "en"), "forbidden: Counter 3 does not take it.?");
  EXPECT_EQ(told("call", "id"), "forbidden: Loket 3 tidak melayaninya.");
  EXPECT_EQ(told("reload", "id"), "forbidden: Loket 3 tidak melayaninya.");
}

TEST(Ending, ANoInJsonIsOnStandardOutputAsWell) {
  const auto ending = ending_of(refused("conflict"), true);
  EXPECT_EQ(ending.code, 1);
  EXPECT_EQ(ending.output, R"({"ok":false})");
  EXPECT_THAT(ending.complaint, StartsWith("conflict: "));
}

TEST(Ending, FaultsOfTheOfficesFileHaveALineEachAndSteerNoTerminal) {
  auto no = refused("bad_request");
  no.answer.action = "reload";
  no.answer.error->message = "faults:\noffice.yaml:3:1: one\noffice.yaml:9:2: \x1b[31m";
  EXPECT_EQ(ending_of(no).complaint, "bad_request: faults:\noffice.yaml:3:1: one\noffice.yaml:9:2: ?[31m");
}

TEST(Ending, AnInterruptedAnswerIsNoPatienceThatRanOut) {
  auto end = end_with(Unknown{});
  end.interrupted = true;
  const auto ending = panggil::session::ending(end, Wording("en"), false, in_words);
  EXPECT_EQ(ending.code, 3);
  EXPECT_THAT(ending.complaint, StartsWith("Interrupted before the answer came"));
}

TEST(Ending, AnUnknownServiceIsFollowedByThoseThatThereAre) {
  protocol::Office office;
  office.services.resize(2);
  office.services[0].service = "cs";
  office.services[0].name = {{"en", "Customer service"}};
  office.services[1].service = "interview";
  const auto ending =
      panggil::session::ending(end_with(refused("unknown_service")), Wording("en", office), false, in_words);
  EXPECT_THAT(ending.complaint, HasSubstr("cs (Customer service), interview (interview)"));
}

TEST(Ending, NoAnswerIsCodeThreeAndSaysThatItMayHaveBeenDone) {
  const auto ending = ending_of(Unknown{});
  EXPECT_EQ(ending.code, 3);
  EXPECT_THAT(ending.complaint, HasSubstr("may or may not have been done"));
}

TEST(Ending, NobodyThereIsCodeFourAndSaysThatNothingWasSent) {
  for (const auto link : {LinkState::kNoBroker, LinkState::kSilent, LinkState::kOffline, LinkState::kUp}) {
    const auto ending = ending_of(NotSent{link});
    EXPECT_EQ(ending.code, 4);
    EXPECT_THAT(ending.complaint, StartsWith("Nothing was sent: "));
  }
}

TEST(Ending, EachWayOfNobodyThereIsToldApart) {
  auto end = end_with(NotSent{LinkState::kNoBroker});
  end.trouble = mqtt::Trouble{.kind = mqtt::Trouble::Kind::kUnreachable, .broker = "tcp://127.0.0.1:1"};
  EXPECT_THAT(ending(end, Wording("en"), false, in_words).complaint, HasSubstr("tcp://127.0.0.1:1"));
  EXPECT_THAT(ending_of(NotSent{LinkState::kOffline}).complaint,
              HasSubstr("dispatcher of cirebon is not running"));
  EXPECT_THAT(ending_of(NotSent{LinkState::kSilent}).complaint, HasSubstr("nothing is heard"));
}

TEST(Ending, ABrokerThatIsNotThereIsToldInTheLanguageOfWhoeverAsked) {
  auto end = end_with(NotSent{LinkState::kNoBroker});
  using Kind = mqtt::Trouble::Kind;
  const auto said = [&](const char* language) {
    return ending(end, Wording(language), false, in_words).complaint;
  };
  const std::pair<mqtt::Trouble, const char*> all[] = {
      {{.kind = Kind::kUnreachable, .broker = "tcp://b:1"}, "tidak ada sambungan ke broker di tcp://b:1;"},
      {{.kind = Kind::kUnreachableTls, .broker = "ssl://b:1"}, "berkas CA"},
      {{.kind = Kind::kSilent, .broker = "tcp://b:1"}, "tidak ada jawaban dari broker di tcp://b:1"},
      {{Kind::kRefused, "ssl://b:2", "counter-1", "Not authorized"}, "menolak counter-1: Not authorized"},
      {{.kind = Kind::kLost}, "terputus"},
      {{.kind = Kind::kEnded, .detail = "Server busy"}, "mengakhiri sambungan: Server busy"},
      {{.kind = Kind::kNameTaken}, "--name"},
      {mqtt::as_said("something new"), "something new"}};
  for (const auto& [trouble, indonesian] : all) {
    end.trouble = trouble;
    // As the log has it.
    EXPECT_EQ(said("en"), "Nothing was sent: " + to_text(trouble) + ".");
    EXPECT_THAT(said("id"), HasSubstr(indonesian));
  }
}

TEST(Ending, SeveralOfficesAtOneBrokerAreAMatterOfUsage) {
  SiteSearch search;
  search.reached = true;
  search.sites = {SiteId("batam"), SiteId("cirebon")};
  // Also where only one is at work: the other may have stopped for a moment.
  search.at_work = {SiteId("cirebon")};
  const auto ending = no_single_site(search, "tcp://b:1883", Wording("en"));
  EXPECT_EQ(ending.code, 2);
  EXPECT_THAT(ending.complaint, HasSubstr("batam (offline), cirebon (online)"));
}

TEST(Ending, NoOfficeAtTheBrokerIsNobodyThere) {
  SiteSearch search;
  search.reached = true;
  EXPECT_EQ(no_single_site(search, "tcp://b:1883", Wording("en")).code, 4);
  search.reached = false;
  EXPECT_EQ(no_single_site(search, "tcp://b:1883", Wording("en")).code, 4);
}

}  // namespace
}  // namespace panggil::session
