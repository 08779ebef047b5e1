#include "tests/unit/core/hall.hpp"

#include "dispatcher/core/apply.hpp"
#include "dispatcher/core/invariants.hpp"

namespace panggil::core {
namespace {

Service service(std::string_view id, std::string_view prefix) {
  return {ServiceId(id), {{"en", std::string(id)}}, std::string(prefix), std::nullopt, std::nullopt,
          std::nullopt};
}

Counter counter(std::string_view id, std::vector<ServiceId> services) {
  return {CounterId(id), {{"en", "Counter " + std::string(id)}}, {AreaId("hall")}, std::move(services)};
}

Actor actor(std::string_view client, Role role) {
  return {ClientId(client), role, {}};
}

}  // namespace

Office small_office() {
  const ServiceId cs("cs");
  const ServiceId interview("interview");
  Office office{.site = SiteId("sample"), .zone = *Zone::find("Asia/Jakarta")};
  office.name = {{"en", "Sample office"}};
  office.languages = {"en"};
  office.classes = {ClassId("regular"), ClassId("priority")};
  office.areas = {{AreaId("hall"), {{"en", "Hall"}}}};
  office.services = {service("cs", "A"), service("interview", "B"), service("pickup", "C")};
  office.counters = {counter("1", {cs}), counter("2", {cs, interview}), counter("3", {interview})};
  office.selection = {ReservedRule{}, OverdueRule{}, BookedRule{},
                      AlternateRule{{{ClassId("priority"), 2}, {ClassId("regular"), 1}}}, EarliestRule{}};
  return office;
}

WallTime monday(Millis after_midnight) {
  return Zone::find("Asia/Jakarta")
      ->to_wall(LocalTime(std::chrono::local_days(*parse_day("2026-11-23"))) + after_midnight);
}

Actor counter_client(std::string_view counter) {
  return {ClientId("counter-" + std::string(counter)), Role::kCounter, {CounterId(counter)}};
}

Actor kiosk() {
  return actor("kiosk-lobby", Role::kKiosk);
}

Actor desk() {
  return actor("desk-1", Role::kDesk);
}

Actor supervisor() {
  return actor("supervisor-1", Role::kSupervisor);
}

CallTicket call(std::string_view ticket) {
  return {TicketNumber(ticket)};
}

Reinstate reinstate(std::string_view ticket, Position position) {
  return {TicketNumber(ticket), position};
}

Cancel cancel(std::string_view ticket) {
  return {TicketNumber(ticket)};
}

Issue issue(std::string_view service, std::string_view ticket_class) {
  return {ServiceId(service), ClassId(ticket_class), std::nullopt};
}

std::string Hall::at(std::string_view counter, Action action, std::optional<Expect> expect) {
  return does({counter_client(counter), std::nullopt, std::move(expect), std::move(action)});
}

std::string Hall::does(const Actor& actor, Action action, std::optional<std::string_view> counter) {
  Command command{actor, std::nullopt, std::nullopt, std::move(action)};
  if (counter) command.counter = CounterId(*counter);
  return does(command);
}

std::string Hall::does(const Command& command) {
  const auto decision = ask(command);
  if (decision) happen(*decision, command.actor.client.text());
  return narrate(decision);
}

Result<std::vector<EventBody>, Rejection> Hall::ask(const Command& command) {
  happen(due(office, state, now), std::string(kDispatcher));
  return decide(office, state, command, now);
}

std::string Hall::issued(std::string_view service, std::string_view ticket_class) {
  const auto decision = ask({kiosk(), std::nullopt, std::nullopt, issue(service, ticket_class)});
  if (!decision) throw std::logic_error("the kiosk was refused a ticket: " + narrate(decision));
  happen(*decision, "kiosk-lobby");
  return std::get<TicketIssued>(decision->front()).ticket.text();
}

const Ticket& Hall::ticket(std::string_view number) const {
  const auto* found = state.find(TicketNumber(number));
  if (!found) throw std::logic_error("there is no ticket " + std::string(number));
  return *found;
}

std::string Hall::current(std::string_view counter) const {
  const auto& ticket = state.counter(CounterId(counter)).ticket;
  return ticket ? ticket->text() : "none";
}

void Hall::happen(const std::vector<EventBody>& bodies, const std::string& by) {
  for (const auto& body : bodies) {
    const auto* started = std::get_if<DayStarted>(&body);
    apply(state, {state.seq + 1, now, started ? started->day : *state.day, by, body});
    EXPECT_THAT(violations(state), testing::IsEmpty()) << "after " << narrate(body);
  }
}

}  // namespace panggil::core
