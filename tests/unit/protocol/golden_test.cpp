// Each file in golden/ is one payload to the byte, as docs/protocol.md shows it. Others read and write these;
// a change here is a change of the protocol.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "common/protocol/codec.hpp"

namespace panggil::protocol {
namespace {

std::string golden(const std::string& name) {
  std::ifstream file(std::string(PANGGIL_GOLDEN) + "/" + name + ".json");
  EXPECT_TRUE(file) << name;
  std::stringstream text;
  text << file.rdbuf();
  std::string payload = text.str();
  if (!payload.empty() && payload.back() == '\n') payload.pop_back();
  return payload;
}

template <class Message>
void expect_golden(const std::string& name, const Message& message) {
  EXPECT_EQ(encode(message), golden(name));
  const auto read = decode<Message>(golden(name));
  ASSERT_TRUE(read) << name << ": " << read.error().what;
  EXPECT_EQ(*read, message) << name;
}

Stamp at(const char* time) {
  return parse_stamp(time).value();
}
const Stamp kNow = at("2026-11-23T09:14:02.125+07:00");
const LocalText kLabel{{"en", "Counter 3"}, {"id", "Loket 3"}};
const LocalText kInterview{{"en", "Interview and photo"}, {"id", "Wawancara dan foto"}};

Call a_call() {
  return {"k3f9mqxw2rtd7hbn", 8121, 312, "call", kNow, "hall", "A017", "3", kLabel, "interview"};
}
CalledTicket a_called_ticket() {
  return {"A017", "interview", "regular", "kiosk", 312, 840};
}

TEST(Golden, Status) {
  Status status{"online", "k3f9mqxw2rtd7hbn", 42, 8121, "0.1.0", "real", std::nullopt, kNow};
  expect_golden("status-online", status);
  status.state = "degraded";
  status.reason = "the journal is damaged at event 17";
  expect_golden("status-degraded", status);
}

TEST(Golden, Beat) {
  expect_golden("beat", Beat{"k3f9mqxw2rtd7hbn", 8121, 5123400, kNow});
}

TEST(Golden, Office) {
  Office office;
  office.seq = 8000;
  office.site = "cirebon";
  office.name = {{"en", "Cirebon Immigration Office"}, {"id", "Kantor Imigrasi Cirebon"}};
  office.languages = {"id", "en"};
  office.timezone = "Asia/Jakarta";
  office.clock = "real";
  office.areas = {{"hall", {{"en", "Main hall"}, {"id", "Aula utama"}}}};
  office.classes = {"regular", "priority"};
  office.services = {
      {"interview", kInterview, "B", "open", std::nullopt, at("2026-11-23T12:00:00+07:00"),
       at("2026-11-23T11:30:00+07:00")},
      {"cs", {{"id", "Layanan pelanggan"}}, "A", "closed", at("2026-11-23T13:00:00+07:00"), std::nullopt}};
  office.counters = {{"3", kLabel, {"hall"}, {"interview"}}};
  expect_golden("office", office);
}

TEST(Golden, Call) {
  Call call = a_call();
  expect_golden("call", call);
  call.seq = 8122;
  call.call = 313;
  call.kind = "recall";
  expect_golden("call-recall", call);
}

TEST(Golden, Board) {
  Board board{"k3f9mqxw2rtd7hbn", 8121, kNow, "hall", true, {a_call()}, {}, {}, {}};
  board.counters = {{"3", kLabel, "open", "A017"}, {"4", {{"id", "Loket 4"}}, "closed", std::nullopt}};
  board.services = {{"interview", kInterview, "open", 11, Estimate{900, 1500}, "A017"},
                    {"cs", {{"id", "Layanan pelanggan"}}, "full", 0, std::nullopt, std::nullopt}};
  board.notices = {{"n1", "warning", {{"id", "Sistem pusat terganggu"}}, at("2026-11-23T11:00:00+07:00")}};
  expect_golden("board", board);
}

TEST(Golden, Queue) {
  expect_golden("queue", Queue{8121, "interview", "open", 11, 1, Estimate{900, 1500}, "A017", 89});
  expect_golden("queue-unknown",
                Queue{8121, "interview", "closed", 0, 0, std::nullopt, std::nullopt, std::nullopt});
}

TEST(Golden, Counter) {
  Counter counter;
  counter.seq = 8121;
  counter.counter = "3";
  counter.state = "open";
  counter.officer = "Sari";
  counter.ticket = CurrentTicket{
      "A017", "interview", "regular", "kiosk", "serving", kNow, at("2026-11-23T09:14:32.000+07:00"),
      312,    840,         1};
  counter.since = at("2026-11-23T08:00:00+07:00");
  counter.waiting = 11;
  counter.held = {"A009"};
  counter.no_show = {"A012", "A003"};
  counter.last_call = 312;
  counter.next = {{"A018", "A020", "A019"}};
  expect_golden("counter-serving", counter);
  expect_golden("counter-closed", Counter{.seq = 8121, .counter = "4", .state = "closed"});
}

TEST(Golden, Event) {
  Event event;
  event.seq = 8121;
  event.at = kNow;
  event.day = "2026-11-23";
  event.kind = "ticket-called";
  event.by = "counter-3";
  event.ticket = "A017";
  event.counter = "3";
  event.call = 312;
  event.rule = "alternate";
  event.detail = "regular's turn after 2 priority";
  expect_golden("event-ticket-called", event);
  Event undone{8121, kNow, "2026-11-23", "action-undone", "counter-3"};
  undone.counter = "3";
  undone.first = 8119;
  undone.last = 8120;
  undone.undone = std::vector{UndoneEvent{"ticket-called", "A017"}};
  undone.tickets = std::vector{RestoredTicket{"A017", "waiting"}};
  expect_golden("event-action-undone", undone);
}

TEST(Golden, Command) {
  Command next{.id = "0192f6c8-0001"};
  next.expect = Expect{"A016"};
  next.lease = Lease{"k3f9mqxw2rtd7hbn", 5123400};
  expect_golden("command-next", next);
  expect_golden("command-issue", Command{.id = "0192f6c8-0002", .service = "cs", .ticket_class = "priority"});
  Command skip{.id = "0192f6c8-0003", .counter = "3"};
  skip.expect = Expect{std::nullopt};
  skip.call_next = false;
  expect_golden("command-skip", skip);
  expect_golden("command-transfer",
                Command{.id = "0192f6c8-0004", .service = "interview", .position = "last"});
  expect_golden("command-complete",
                Command{.id = "0192f6c8-0005", .outcome = "papers missing", .final_service = true});
  Command notice{.id = "0192f6c8-0006", .area = "hall", .level = "warning"};
  notice.text = LocalText{{"en", "Slow"}, {"id", "Lambat"}};
  notice.until = at("2026-11-23T11:00:00+07:00");
  expect_golden("command-notice", notice);
  expect_golden("command-notice-plain", Command{.id = "0192f6c8-0007", .level = "info", .text = "Slow"});
}

TEST(Golden, Answer) {
  Answer next{"0192f6c8-0001", "next", 8121, std::nullopt, std::nullopt};
  next.result = CallResult{"3",
                           TicketRef{"A016"},
                           std::nullopt,
                           a_called_ticket(),
                           Why{"alternate", "regular's turn after 2 priority"},
                           11};
  expect_golden("answer-next", next);
  next.result = CallResult{"3", TicketRef{"A017"}, std::nullopt, std::nullopt, std::nullopt, 0};
  expect_golden("answer-next-nobody", next);
  expect_golden(
      "answer-skip",
      Answer{"x", "skip", 8122,
             CallResult{"3", std::nullopt, TicketRef{"A017"}, std::nullopt, std::nullopt, 0}, std::nullopt});
  expect_golden("answer-recall",
                Answer{"x", "recall", 8122, RecallResult{"3", a_called_ticket()}, std::nullopt});
  expect_golden("answer-open", Answer{"x", "open", 8122, CounterResult{"3", "open", "Sari", std::nullopt, 11},
                                      std::nullopt});
  expect_golden("answer-start",
                Answer{"x", "start", 8122, TicketResult{"3", "A017", "interview", "serving"}, std::nullopt});
  Event opened{8120, kNow, "2026-11-23", "counter-opened", "counter-3"};
  opened.counter = "3";
  opened.officer = "Sari";
  expect_golden(
      "answer-events",
      Answer{"x", "events", 8122, EventsResult{"2026-11-23", {opened}, {{8117, 8119}}, 8120}, std::nullopt});
  expect_golden("answer-events-none",
                Answer{"x", "events", 8122, EventsResult{"2026-11-23", {}, {}, std::nullopt}, std::nullopt});
  expect_golden("answer-issue", Answer{"x", "issue", 8122,
                                       IssueResult{"A018", "cs", 4, 3, std::nullopt, kNow}, std::nullopt});
}

TEST(Golden, AnswersOfLaterActions) {
  const auto answer = [](std::string action, std::uint64_t seq, ActionResult result) {
    return Answer{"x", std::move(action), seq, std::move(result), std::nullopt};
  };
  expect_golden("answer-next-goes-on",
                answer("next", 8122, CallResult{"3", TicketRef{"A016", "pickup"}, {}, {}, {}, 0}));
  expect_golden("answer-transfer",
                answer("transfer", 8122, TicketResult{"3", "A017", "interview", "waiting", "4"}));
  expect_golden("answer-undo", answer("undo", 8123,
                                      UndoResult{"3",
                                                 "open",
                                                 TicketRef{"A016"},
                                                 {{{"ticket-completed", "A016"}, {"ticket-called", "A017"}}},
                                                 {{"A016", "serving"}, {"A017", "waiting"}},
                                                 12}));
  expect_golden("answer-notice", answer("notice", 8122, NoticeResult{"n1"}));
  expect_golden("answer-suspend", answer("suspend-service", 8122, ServiceResult{"cs", "suspended"}));
  expect_golden("answer-reload", answer("reload", 8122, ReloadResult{4, 7}));
  expect_golden("answer-backup",
                answer("backup", 8122,
                       BackupResult{"journal-20261123T081502Z", "done",
                                    "/var/lib/panggil/backups/journal-20261123T081502Z.db", 1048576, 0}));
}

TEST(Golden, Refusal) {
  Answer conflict{"0192f6c8-0001", "next", 8121, std::nullopt,
                  Error{"conflict",
                        "counter 3 has A017, not A016",
                        {{{"en", "counter 3 has A017, not A016"}, {"id", "di loket 3 ada A017, bukan A016"}}},
                        Expect{"A017"},
                        std::nullopt}};
  expect_golden("answer-conflict", conflict);
  expect_golden("answer-no-id", Answer{std::nullopt, "next", 8121, std::nullopt,
                                       Error{"bad_request", "not JSON", {}, std::nullopt, std::nullopt}});
  expect_golden("answer-closed",
                Answer{"x", "issue", 8121, std::nullopt,
                       Error{"service_closed", "closed", {}, std::nullopt, at("2026-11-23T13:00:00+07:00")}});
}

TEST(Golden, Device) {
  expect_golden("device-state", DeviceState{"online", 1795399200000, "panggil-display", "0.1.0", kNow});
  expect_golden("device-offline",
                DeviceState{"offline", 1795399200000, "panggil-display", "0.1.0", std::nullopt});
  expect_golden("device-health", Health{.uptime_s = 3600,
                                        .resident_kib = 65536,
                                        .frames = 120,
                                        .last_call = 312,
                                        .screen = "1920x1080",
                                        .sound = "none",
                                        .temperature_c = 48.5,
                                        .clock_synchronised = true});
  expect_golden("device-health-least", Health{.uptime_s = 3600, .resident_kib = 65536});
  expect_golden("device-shown", Shown{312, kNow});
}

}  // namespace
}  // namespace panggil::protocol
