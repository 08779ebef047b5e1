#include "dispatcher/gateway/intake.hpp"

#include <gtest/gtest.h>

#include "dispatcher/gateway/read_action.hpp"
#include "tests/unit/gateway/sample_hall.hpp"

namespace panggil::gateway {
namespace {

using namespace std::chrono_literals;

const core::Office kOffice = sample_office();

Result<core::Command, core::Rejection> read(std::string_view client, std::string_view action,
                                            protocol::Command message = {}) {
  message.id = "x";
  return read_command(kOffice, ClientId(client), action, message);
}

core::ErrorCode refusal(std::string_view client, std::string_view action, protocol::Command message = {}) {
  const auto command = read(client, action, std::move(message));
  EXPECT_FALSE(command);
  return command ? core::ErrorCode::kInternal : command.error().code;
}

TEST(AClient, IsWhatTheFirstWordOfItsNameSays) {
  EXPECT_EQ(actor_of(kOffice, ClientId("kiosk-lobby"))->role, core::Role::kKiosk);
  EXPECT_EQ(actor_of(kOffice, ClientId("desk-1"))->role, core::Role::kDesk);
  EXPECT_EQ(actor_of(kOffice, ClientId("supervisor-1"))->role, core::Role::kSupervisor);
  EXPECT_EQ(actor_of(kOffice, ClientId("display-hall-1"))->role, core::Role::kDisplay);
  EXPECT_EQ(actor_of(kOffice, ClientId("booking-wa"))->role, core::Role::kBooking);
  EXPECT_FALSE(actor_of(kOffice, ClientId("toaster-1")));
}

TEST(ATextOfPeoples, IsCountedInCharactersAndStaysOnOneLine) {
  const auto read_officer = [](std::string officer) {
    return read("counter-1", "open", {.officer = std::move(officer)});
  };
  std::string longest;
  for (int i = 0; i < 64; ++i) longest += "é";
  EXPECT_TRUE(read_officer(longest));
  EXPECT_FALSE(read_officer(longest + "x"));
  for (const auto* text : {"a\nb", "a\x7f", "a\u2028z", "a\u2029", "a\u0085", "\x1b[2J"})
    EXPECT_FALSE(read_officer(text)) << text;
  EXPECT_TRUE(read_officer("Ayu – loket 3 “pagi”"));
  EXPECT_EQ(std::get<core::Open>(read_officer("")->action).officer, std::nullopt);
}

TEST(AClient, NamedAfterACounterActsThere) {
  const auto actor = actor_of(kOffice, ClientId("counter-2"));
  EXPECT_EQ(actor->role, core::Role::kCounter);
  EXPECT_EQ(actor->counters, std::vector{CounterId("2")});
}

TEST(AClient, IsWhatTheOfficeSaysFirst) {
  EXPECT_EQ(actor_of(kOffice, ClientId("clerk"))->role, core::Role::kDesk);
  EXPECT_EQ(actor_of(kOffice, ClientId("tablet-1"))->counters.size(), 2u);
}

TEST(AMessage, BecomesTheActionItsTopicNames) {
  for (const char* action : {"open", "pause", "close", "next", "recall", "start", "complete", "skip"}) {
    ASSERT_TRUE(is_action(action)) << action;
    EXPECT_TRUE(read("counter-1", action)) << action;
  }
  const auto call = read("counter-1", "call", {.ticket = "A001"});
  EXPECT_EQ(std::get<core::CallTicket>(call->action).ticket.text(), "A001");
  const auto issue = read("kiosk-1", "issue", {.service = "cs", .ticket_class = "priority"});
  EXPECT_EQ(std::get<core::Issue>(issue->action).ticket_class->text(), "priority");
  const auto reinstate = read("counter-1", "reinstate", {.ticket = "A001", .position = "first"});
  EXPECT_EQ(std::get<core::Reinstate>(reinstate->action).position, core::Position::kFirst);
  EXPECT_FALSE(std::get<core::Skip>(read("counter-1", "skip", {.call_next = false})->action).call_next);
}

TEST(AMessage, KeepsWhatItsSenderExpects) {
  EXPECT_FALSE(read("counter-1", "next")->expect);
  EXPECT_FALSE(read("counter-1", "next", {.expect = protocol::Expect{}})->expect->ticket);
  EXPECT_EQ(read("counter-1", "next", {.expect = protocol::Expect{"A001"}})->expect->ticket->text(), "A001");
}

TEST(AMessage, SaysWhereATicketGoes) {
  const auto to_service = read("counter-1", "transfer", {.service = "cs", .position = "last"});
  EXPECT_EQ(std::get<core::Transfer>(to_service->action).to,
            (std::variant<ServiceId, CounterId>(ServiceId("cs"))));
  EXPECT_EQ(std::get<core::Transfer>(to_service->action).position, core::Position::kLast);
  const auto to_counter = read("tablet-1", "transfer", {.counter = "1", .to_counter = "2"});
  EXPECT_EQ(std::get<CounterId>(std::get<core::Transfer>(to_counter->action).to).text(), "2");
  EXPECT_EQ(std::get<core::Transfer>(to_counter->action).position, core::Position::kSorted);
  EXPECT_EQ(to_counter->counter->text(), "1");
}

TEST(AMessage, MeansTheDestinationByTheOnlyCounterOfATransfer) {
  const auto command = read("counter-1", "transfer", {.counter = "2"});
  EXPECT_EQ(std::get<CounterId>(std::get<core::Transfer>(command->action).to).text(), "2");
  EXPECT_FALSE(command->counter);
}

TEST(AMessage, HasANoticeInOneTextOrInEachLanguage) {
  const auto plain = read("supervisor-1", "notice", {.level = "warning", .text = "Slow"});
  EXPECT_EQ(std::get<core::PostNotice>(plain->action).text, (core::LocalText{{"", "Slow"}}));
  const auto each =
      read("supervisor-1", "notice",
           {.area = "hall", .level = "emergency", .text = protocol::LocalText{{"id", "Keluar"}}});
  EXPECT_EQ(std::get<core::PostNotice>(each->action).text, (core::LocalText{{"id", "Keluar"}}));
  EXPECT_EQ(std::get<core::PostNotice>(each->action).level, core::NoticeLevel::kEmergency);
}

TEST(AMessage, ThatCannotBeTakenIsRefusedForItsReason) {
  using enum core::ErrorCode;
  EXPECT_EQ(refusal("counter-1", "dance"), kUnknownAction);
  EXPECT_EQ(refusal("counter-1", "transfer"), kBadRequest);
  EXPECT_EQ(refusal("counter-1", "transfer", {.service = "cs", .to_counter = "2"}), kBadRequest);
  EXPECT_EQ(refusal("counter-1", "resume"), kBadRequest);
  EXPECT_EQ(refusal("supervisor-1", "notice", {.level = "info"}), kBadRequest);
  EXPECT_EQ(refusal("supervisor-1", "notice", {.level = "loud", .text = "x"}), kBadRequest);
  EXPECT_EQ(refusal("supervisor-1", "notice", {.level = "info", .text = ""}), kBadRequest);
  EXPECT_EQ(refusal("supervisor-1", "clear-notice"), kBadRequest);
  EXPECT_EQ(refusal("supervisor-1", "suspend-service"), kBadRequest);
  EXPECT_EQ(refusal("toaster-1", "next"), kForbidden);
  EXPECT_EQ(refusal("counter-1", "call"), kBadRequest);
  EXPECT_EQ(refusal("counter-1", "call", {.ticket = "a1"}), kBadRequest);
  EXPECT_EQ(refusal("kiosk-1", "issue"), kBadRequest);
  EXPECT_EQ(refusal("kiosk-1", "issue", {.service = "C S"}), kBadRequest);
  EXPECT_EQ(refusal("counter-1", "next", {.counter = "../1"}), kBadRequest);
  EXPECT_EQ(refusal("counter-1", "next", {.expect = protocol::Expect{"none"}}), kBadRequest);
  EXPECT_EQ(refusal("counter-1", "reinstate", {.ticket = "A001", .position = "middle"}), kBadRequest);
  EXPECT_EQ(refusal("counter-1", "open", {.officer = std::string(65, 'x')}), kBadRequest);
  EXPECT_EQ(refusal("counter-1", "pause", {.reason = "two\nlines"}), kBadRequest);
}

TEST(ALease, IsGoodForFiveSecondsOfItsEpoch) {
  const MonoTime now{100s};
  const auto with = [](std::string epoch, Millis at) {
    return protocol::Command{.id = "x", .lease = protocol::Lease{std::move(epoch), at.count()}};
  };
  EXPECT_FALSE(check_lease({.id = "x"}, "e", now));
  EXPECT_FALSE(check_lease(with("e", 100s), "e", now));
  EXPECT_FALSE(check_lease(with("e", 95s), "e", now));
  EXPECT_EQ(check_lease(with("e", 95s - 1ms), "e", now)->code, core::ErrorCode::kStale);
  EXPECT_EQ(check_lease(with("e", 100s + 1ms), "e", now)->code, core::ErrorCode::kStale);
  EXPECT_EQ(check_lease(with("other", 100s), "e", now)->code, core::ErrorCode::kStale);
}

}  // namespace
}  // namespace panggil::gateway
