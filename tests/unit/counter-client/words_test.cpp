#include "counter-client/model/words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace panggil::counter {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string words(std::string action, protocol::ActionResult result, std::string_view language = "en") {
  protocol::Answer answer;
  answer.action = std::move(action);
  answer.result = std::move(result);
  return in_words(answer, session::Wording(language));
}

protocol::CallResult called() {
  protocol::CallResult result;
  result.counter = "3";
  result.completed = protocol::TicketRef{"A016"};
  result.called = protocol::CalledTicket{.ticket = "A017",
                                         .service = "interview",
                                         .ticket_class = "regular",
                                         .channel = "kiosk",
                                         .call = 312,
                                         .waited_s = 840};
  result.why = protocol::Why{"alternate", "regular's turn after 2 priority"};
  result.waiting = 11;
  return result;
}

TEST(CounterWords, NextSaysWhoIsDoneWhoIsCalledAndWhy) {
  EXPECT_EQ(words("next", called()),
            "A016 is completed.\n"
            "A017 is called to counter 3.\n"
            "interview, regular, waited 14 min.\n"
            "Why: its class is in turn (regular's turn after 2 priority).\n"
            "11 waiting");
}

TEST(CounterWords, NextWithNobodyWaitingSaysSo) {
  protocol::CallResult result;
  result.counter = "3";
  EXPECT_EQ(words("next", result), "Nobody is waiting.\n0 waiting");
}

TEST(CounterWords, ASkipThatCallsNobodyOnPurposeDoesNotSayThatNobodyWaits) {
  protocol::CallResult result;
  result.counter = "3";
  result.skipped = protocol::TicketRef{"A017"};
  result.waiting = 4;
  EXPECT_EQ(words("skip", result), "A017 did not come.\n4 waiting");
}

TEST(CounterWords, TellsWhatBecameOfACounter) {
  protocol::CounterResult result;
  result.counter = "3";
  result.waiting = 2;
  result.state = "open";
  EXPECT_EQ(words("open", result), "Counter 3 is open.\n2 waiting");
  result.state = "paused";
  EXPECT_THAT(words("pause", result), HasSubstr("paused"));
  result.state = "closed";
  EXPECT_THAT(words("close", result), HasSubstr("closed"));
}

TEST(CounterWords, TellsWhatBecameOfATicketByWhatWasDone) {
  const protocol::TicketResult result{.counter = "3", .ticket = "A017", .service = "cs", .state = "waiting"};
  EXPECT_EQ(words("start", result), "A017 is being served.");
  EXPECT_EQ(words("complete", result), "A017 is completed here and waits for cs.");
  EXPECT_EQ(words("transfer", result), "A017 waits for cs.");
  EXPECT_EQ(words("hold", result), "A017 is on hold.");
  EXPECT_EQ(words("reinstate", result), "A017 is back in the line.");
  EXPECT_EQ(words("cancel", result), "A017 is cancelled.");
}

TEST(CounterWords, TellsWhatWasTakenBack) {
  protocol::UndoResult result{"3", "open", protocol::TicketRef{"A016"}, {}, {{"A016", "serving"}}, 2};
  EXPECT_THAT(words("undo", result), testing::StartsWith("Undone.\n")) << "of an earlier dispatcher";
  result.undone = {{{"ticket-completed", "A016"}, {"ticket-called", "A017"}}};
  EXPECT_THAT(words("undo", result),
              testing::StartsWith("Taken back: the call of A017, the completion of A016.\nA016: serving\n"));
  EXPECT_THAT(words("undo", result, "id"),
              testing::StartsWith("Diurungkan: panggilan A017, penyelesaian A016.\n"));
  result.undone = {{{"counter-paused", {}}}};
  protocol::Answer answer{"x", "undo", 1, result, {}};
  EXPECT_EQ(in_short(answer, session::Wording("en")), "Taken back: the pause.");
}

TEST(CounterWords, SpeaksIndonesian) {
  EXPECT_THAT(words("next", called(), "id"), HasSubstr("A017 dipanggil ke loket 3."));
}

TEST(CounterWords, ShowsNoControlCharactersOfAPayload) {
  auto result = called();
  result.why->detail = "\x1b]0;owned\x07";
  EXPECT_THAT(words("next", result), Not(HasSubstr("\x1b")));
}

TEST(CounterWords, TheOneLineThatMattersIsWhoComes) {
  protocol::Answer answer;
  answer.action = "next";
  answer.result = called();
  EXPECT_EQ(in_short(answer, session::Wording("en")), "A017 is called to counter 3.");
  auto nobody = called();
  nobody.called.reset();
  nobody.waiting = 0;
  answer.result = nobody;
  EXPECT_EQ(in_short(answer, session::Wording("en")), "Nobody is waiting.");
  auto skipped = nobody;
  skipped.completed.reset();
  skipped.skipped = protocol::TicketRef{"A016"};
  skipped.waiting = 3;
  answer.action = "skip";
  answer.result = skipped;
  EXPECT_EQ(in_short(answer, session::Wording("en")), "A016 did not come.");
}

}  // namespace
}  // namespace panggil::counter
