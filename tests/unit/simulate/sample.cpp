#include "sample.hpp"

namespace panggil::simulate::sample {

using std::chrono::hours;
using std::chrono::minutes;

WallTime at(int h, int m, int s) {
  return std::chrono::sys_days(day()) + hours(h - 7) + minutes(m) + Seconds(s);
}

Day day() {
  return Day{std::chrono::year(2026), std::chrono::November, std::chrono::day(23)};
}

protocol::Office office() {
  protocol::Office made{
      .site = "sample", .timezone = "Asia/Jakarta", .clock = "simulated", .classes = {"regular", "priority"}};
  made.services = {{.service = "cs", .prefix = "A", .state = "open"},
                   {.service = "interview", .prefix = "B", .state = "open"}};
  made.counters = {{.counter = "1", .services = {"cs"}},
                   {.counter = "2", .services = {"cs"}},
                   {.counter = "3", .services = {"interview"}}};
  return made;
}

Habits habits() {
  Habits made{};
  made.services.push_back({.service = ServiceId("cs"),
                           .at = ClientId("kiosk-1"),
                           .arrivals = {{hours(8), 40}, {hours(10), 0}},
                           .classes = {{ClassId("priority"), 0.25}},
                           .no_show = 0.1,
                           .service_time = {minutes(3), 0.5},
                           .then = Follow{ServiceId("interview"), 0.5, Spread{minutes(1), 0}}});
  made.services.push_back({.service = ServiceId("interview"),
                           .at = ClientId("desk-1"),
                           .arrivals = {},
                           .classes = {},
                           .service_time = {minutes(3), 0},
                           .then = {}});
  for (const char* id : {"1", "2", "3"})
    made.officers.push_back(
        {CounterId(id), "o-" + std::string(id), hours(8), hours(11), {{hours(9), hours(9) + minutes(30)}}});
  made.manners = {.walk = {Seconds(10), 0.5},
                  .recall_after = Seconds(30),
                  .recalls = 2,
                  .pause_between = {Seconds(20), 0},
                  .tidies_first = 0.3,
                  .patience = Seconds(1800)};
  return made;
}

protocol::Counter counter(const std::string& id, const std::string& state, std::uint64_t waiting) {
  return {.seq = 1, .counter = id, .state = state, .waiting = waiting};
}

protocol::CurrentTicket called(const std::string& ticket, WallTime time) {
  return {.ticket = ticket, .service = "cs", .state = "called", .called_at = {time, {}}};
}

protocol::CurrentTicket serving(const std::string& ticket, WallTime called_at, WallTime started_at) {
  auto made = called(ticket, called_at);
  made.state = "serving";
  made.started_at = Stamp{started_at, {}};
  return made;
}

session::Outcome yes(protocol::ActionResult result, std::uint64_t seq) {
  return session::Done{{.id = "x", .seq = seq, .result = std::move(result)}, {}};
}

session::Outcome no(const std::string& code, std::optional<WallTime> opens_at) {
  protocol::Error error{.code = code};
  if (opens_at) error.opens_at = Stamp{*opens_at, {}};
  return session::Refused{{.id = "x", .error = error}, {}};
}

protocol::IssueResult issued(const std::string& ticket, const std::string& service) {
  return {.ticket = ticket, .service = service};
}

protocol::CallResult calling(const std::string& counter, const std::string& ticket,
                             std::optional<std::string> completed, std::int64_t waited_s) {
  protocol::CallResult made{.counter = counter};
  if (completed) made.completed = protocol::TicketRef{*completed};
  made.called = protocol::CalledTicket{.ticket = ticket, .service = "cs", .call = 1, .waited_s = waited_s};
  return made;
}

}  // namespace panggil::simulate::sample
