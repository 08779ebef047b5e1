#include "common/session/event_words.hpp"

#include <gtest/gtest.h>

namespace panggil::session {
namespace {

const Wording kEnglish("en");
const Wording kIndonesian("id");

protocol::Event call(const std::string& detail) {
  protocol::Event event;
  event.seq = 12;
  event.at = parse_stamp("2026-11-23T09:14:05+07:00").value();
  event.kind = "ticket-called";
  event.by = "counter-3";
  event.ticket = "A017";
  event.counter = "3";
  event.rule = "alternate";
  event.detail = detail;
  return event;
}

TEST(EventsInWords, SayWhoWasCalledWhereAndWhy) {
  EXPECT_EQ(event_words(call("regular's turn after 2 priority"), kEnglish),
            "A017 to 3: regular's turn after 2 priority");
  EXPECT_EQ(dated_event_words(call("put first"), kEnglish),
            "2026-11-23 09:14:05  A017 to 3: put first  (counter-3, 12)");
}

/// Every reason that the dispatcher's rules write, to the letter.
TEST(EventsInWords, HaveEveryReasonInBothLanguages) {
  const std::pair<const char*, const char*> reasons[] = {
      {"for this counter alone", "khusus untuk loket ini"},
      {"put first", "didahulukan"},
      {"waited 31 min, more than 30", "menunggu 31 mnt, lebih dari 30"},
      {"booked", "ada janji"},
      {"regular's turn", "giliran reguler"},
      {"regular's turn after 2 priority", "giliran reguler setelah 2 prioritas"},
      {"priority's turn, 2 of 2", "giliran prioritas, 2 dari 2"},
      {"priority, as nobody of another class waits",
       "prioritas, karena tidak ada golongan lain yang menunggu"},
      {"waited 7 min", "menunggu 7 mnt"},
      {"waited 7 min, with a head start of 20 min", "menunggu 7 mnt, dengan keutamaan 20 mnt"},
      {"a held ticket, by its number", "tiket yang ditunda, dipilih menurut nomornya"},
      {"a no-show, by its number", "tiket tidak hadir, dipilih menurut nomornya"},
      {"a waiting ticket, by its number", "tiket menunggu, dipilih menurut nomornya"}};
  for (const auto& [english, indonesian] : reasons) {
    EXPECT_EQ(why_words(english, kEnglish), english);
    EXPECT_EQ(why_words(english, kIndonesian), indonesian);
  }
}

TEST(EventsInWords, SayWhyNobodyPressedAKey) {
  auto event = call("");
  event.kind = "ticket-skipped";
  EXPECT_EQ(event_words(event, kEnglish), "A017 did not come to 3");
  event.by = "dispatcher";
  EXPECT_EQ(event_words(event, kEnglish), "A017 did not come to 3; by itself, as nobody came in time");
}

TEST(EventsInWords, SayHowATicketCameAbout) {
  auto event = call("");
  event.kind = "ticket-issued";
  event.service = "cs";
  event.ticket_class = "priority";
  event.channel = "kiosk";
  EXPECT_EQ(event_words(event, kEnglish), "A017 issued for cs (priority, kiosk)");
  EXPECT_EQ(event_words(event, kIndonesian), "A017 diterbitkan untuk cs (prioritas, dari mesin tiket)");
  event.channel = "wa-2";
  EXPECT_EQ(event_words(event, kEnglish), "A017 issued for cs (priority, wa-2)");
}

TEST(EventsInWords, SayWhatAnUndoHasTakenBack) {
  auto event = call("");
  event.kind = "action-undone";
  event.ticket.reset();
  event.tickets = {{{"A016", "serving"}, {"A017", "waiting"}}};
  EXPECT_EQ(event_words(event, kEnglish), "3 takes back its last action: A016 serving, A017 waiting")
      << "as an earlier version wrote it";
  event.undone = {{{"ticket-completed", "A016"}, {"ticket-called", "A017"}}};
  EXPECT_EQ(event_words(event, kEnglish),
            "3 takes back the call of A017, the completion of A016: A016 serving, A017 waiting");
  EXPECT_EQ(event_words(event, kIndonesian),
            "3 mengurungkan panggilan A017, penyelesaian A016: A016 dilayani, A017 menunggu");
  EXPECT_EQ(undone_words({{"counter-closed", {}}, {"ticket-released", "A017"}}, kIndonesian),
            "penutupan loket");
  EXPECT_EQ(undone_words({{"ticket-sung", "A017"}}, kEnglish), "its last action");
}

/// Whatever an officer's action may be made of.
TEST(EventsInWords, NameEveryActionThatCanBeUndone) {
  for (const char* kind : {"counter-opened", "counter-paused", "counter-closed", "ticket-called",
                           "ticket-recalled", "service-started", "ticket-completed", "ticket-skipped",
                           "ticket-reinstated", "ticket-cancelled", "ticket-held", "ticket-transferred"}) {
    for (const auto* words : {&kEnglish, &kIndonesian})
      EXPECT_NE(undone_words({{kind, "A017"}}, *words), words->text("undone.last_action")) << kind;
  }
}

TEST(EventsInWords, LeaveWhatTheyDoNotKnowAsItIsButHarmless) {
  EXPECT_EQ(why_words("by a rule of next year", kIndonesian), "by a rule of next year");
  EXPECT_EQ(why_words("red\x1b[31m", kEnglish), "red?[31m");
  auto event = call("");
  event.kind = "ticket-sung";
  EXPECT_EQ(event_words(event, kEnglish), "ticket-sung A017");
}

TEST(EventsInWords, SayMoreWhereThereIsMoreToSay) {
  auto event = call("");
  event.kind = "ticket-completed";
  event.outcome = "documents missing";
  event.then = "photo";
  EXPECT_EQ(event_words(event, kEnglish), "A017 done at 3; outcome: documents missing; goes on to photo");
}

}  // namespace
}  // namespace panggil::session
