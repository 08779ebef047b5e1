#include "dispatcher/gateway/pictures.hpp"

#include <algorithm>

#include "dispatcher/core/calendar.hpp"
#include "dispatcher/core/quota.hpp"
#include "dispatcher/core/selection.hpp"
#include "dispatcher/gateway/names.hpp"

namespace panggil::gateway {
namespace {

std::string_view state_name(const core::Service& service, const core::State& state, const core::Hours& hours,
                            const std::optional<int>& quota_left, WallTime now) {
  if (state.suspended.contains(service.id)) return "suspended";
  if (!hours.open) return "closed";
  if (!hours.issues(now)) return "ending";
  return quota_left == 0 ? "full" : "open";
}

std::optional<std::string> text(const std::optional<TicketNumber>& number) {
  return number ? std::optional(number->text()) : std::nullopt;
}

template <class Name>
std::vector<std::string> texts(const std::vector<Name>& ids) {
  std::vector<std::string> all;
  for (const auto& id : ids) all.push_back(id.text());
  return all;
}

std::optional<Stamp> stamped(const Zone& zone, const std::optional<WallTime>& time) {
  return time ? std::optional(stamp(zone, *time)) : std::nullopt;
}

/// What the waits of a service are judged by; without a target of its own by when somebody is overdue.
std::optional<std::int64_t> target_wait(const core::Service& service) {
  const auto target = service.target_wait ? service.target_wait : service.max_wait;
  return target ? std::optional(whole_seconds(*target)) : std::nullopt;
}

protocol::OfficeService office_service(const core::Office& office, const core::State& state,
                                       const core::Service& service, WallTime now) {
  const auto hours = core::hours(office, service, now);
  return {service.id.text(),
          service.name,
          service.prefix,
          std::string(state_name(service, state, hours, core::quota_left(office, state, service), now)),
          stamped(office.zone, hours.opens_at),
          stamped(office.zone, hours.closes_at),
          stamped(office.zone, hours.last_ticket_at),
          target_wait(service)};
}

protocol::Office office_message(const core::Office& office, const core::State& state, const Run& run,
                                WallTime now) {
  protocol::Office message;
  message.site = office.site.text();
  message.name = office.name;
  message.languages = office.languages;
  message.timezone = office.zone.name();
  message.clock = run.clock;
  for (const auto& area : office.areas) message.areas.push_back({area.id.text(), area.name});
  message.classes = texts(office.classes);
  for (const auto& service : office.services)
    message.services.push_back(office_service(office, state, service, now));
  for (const auto& counter : office.counters)
    message.counters.push_back(
        {counter.id.text(), counter.label, texts(counter.areas), texts(counter.services)});
  return message;
}

protocol::Queue queue_message(const core::Office& office, const core::Service& service,
                              const core::State& state, const std::string& service_state,
                              const estimates::Outlook& outlook) {
  const auto& queue = state.queue(service.id);
  protocol::Queue message;
  message.service = service.id.text();
  message.state = service_state;
  message.waiting = queue.waiting();
  message.held = queue.held.size();
  const auto foreseen = outlook.find(service.id);
  if (foreseen != outlook.end() && service_state == "open")
    message.estimate = wire_estimate(foreseen->second);
  message.last_called = text(queue.last_called);
  message.quota_left = core::quota_left(office, state, service);
  return message;
}

protocol::CurrentTicket current_ticket(const core::Ticket& ticket, const Zone& zone) {
  const WallTime called = ticket.called_at.value_or(ticket.arrived_at);
  return {ticket.number.text(),
          ticket.service.text(),
          ticket.ticket_class.text(),
          ticket.channel.text(),
          std::string(wire_name(ticket.state)),
          stamp(zone, called),
          stamped(zone, ticket.started_at),
          ticket.last_call.value_or(0),
          whole_seconds(called - ticket.joined_at),
          ticket.recalls};
}

/// The latest of some places first, and no more than are listed.
std::vector<std::string> listed(std::vector<core::Place> places) {
  std::sort(places.begin(), places.end(), std::greater());
  std::vector<std::string> numbers;
  for (const auto& place : places)
    if (numbers.size() < kListedTickets) numbers.push_back(place.number.text());
  return numbers;
}

void add_latest(std::vector<core::Place>& places, const core::Line& line) {
  const auto count = static_cast<std::ptrdiff_t>(std::min(line.size(), kListedTickets));
  places.insert(places.end(), line.rbegin(), std::next(line.rbegin(), count));
}

std::vector<std::string> listed_no_shows(const core::Counter& counter, const core::State& state) {
  std::vector<core::Place> places;
  for (const auto& service : counter.services) add_latest(places, state.queue(service).no_shows);
  return listed(std::move(places));
}

/// Those of the counter's services, and those it has put on hold itself.
std::vector<std::string> listed_held(const core::Counter& counter, const core::State& state) {
  std::vector<core::Place> places;
  for (const auto& [service, queue] : state.queues) {
    if (counter.takes(service)) {
      add_latest(places, queue.held);
      continue;
    }
    for (const auto& place : queue.held)
      if (state.find(place.number)->counter == counter.id) places.push_back(place);
  }
  return listed(std::move(places));
}

bool in_area(const core::Counter& counter, const AreaId& area) {
  return std::find(counter.areas.begin(), counter.areas.end(), area) != counter.areas.end();
}

protocol::Call call_message(const core::Office& office, const core::Call& call, const core::Counter& counter,
                            const AreaId& area, const Run& run) {
  return {run.epoch,
          call.seq,
          call.number,
          call.recall ? "recall" : "call",
          stamp(office.zone, call.at),
          area.text(),
          call.ticket.text(),
          call.counter.text(),
          counter.label,
          call.service.text()};
}

std::vector<protocol::Call> board_calls(const core::Office& office, const core::State& state,
                                        const AreaId& area, const Run& run) {
  // Chosen first and written afterwards: writing them all costs more than everything else on a board.
  std::vector<std::pair<const core::Call*, const core::Counter*>> calls;
  for (const auto& counter : office.counters) {
    if (!in_area(counter, area)) continue;
    for (const auto& call : state.counter(counter.id).calls) calls.emplace_back(&call, &counter);
  }
  std::sort(calls.begin(), calls.end(),
            [](const auto& a, const auto& b) { return a.first->number > b.first->number; });
  calls.resize(std::min(calls.size(), kBoardCalls));
  std::vector<protocol::Call> messages;
  for (const auto& [call, counter] : calls)
    messages.push_back(call_message(office, *call, *counter, area, run));
  return messages;
}

/// The services that counters of an area take, in the office's order.
std::vector<const core::Service*> area_services(const core::Office& office, const AreaId& area) {
  std::vector<const core::Service*> services;
  for (const auto& service : office.services) {
    const auto served = [&](const core::Counter& c) { return in_area(c, area) && c.takes(service.id); };
    if (std::any_of(office.counters.begin(), office.counters.end(), served)) services.push_back(&service);
  }
  return services;
}

std::vector<protocol::Notice> board_notices(const core::Office& office, const core::State& state,
                                            const AreaId& area) {
  std::vector<protocol::Notice> notices;
  for (const auto& notice : state.notices) {
    if (notice.area && *notice.area != area) continue;
    notices.push_back({notice.id.text(), std::string(wire_name(notice.level)), notice.text,
                       stamped(office.zone, notice.until)});
  }
  return notices;
}

/// There is somebody to serve people, whether tickets are given out or not.
bool works(std::string_view service_state) {
  return service_state == "open" || service_state == "full" || service_state == "ending";
}

protocol::Board board_message(const core::Office& office, const core::State& state, const AreaId& area,
                              const Run& run, const std::map<ServiceId, protocol::Queue>& queues) {
  protocol::Board board;
  board.epoch = run.epoch;
  board.area = area.text();
  board.calls = board_calls(office, state, area, run);
  for (const auto& counter : office.counters) {
    if (!in_area(counter, area)) continue;
    const auto& status = state.counter(counter.id);
    board.counters.push_back(
        {counter.id.text(), counter.label, std::string(wire_name(status.state)), text(status.ticket)});
  }
  for (const auto* service : area_services(office, area)) {
    const auto& queue = queues.at(service->id);
    board.open = board.open || works(queue.state);
    board.services.push_back(
        {queue.service, service->name, queue.state, queue.waiting, queue.estimate, queue.last_called});
  }
  board.notices = board_notices(office, state, area);
  return board;
}

}  // namespace

Picture picture(const core::Office& office, const core::State& state, const Run& run, WallTime now,
                const estimates::Outlook& outlook) {
  Picture whole;
  whole.office = office_message(office, state, run, now);
  for (std::size_t i = 0; i < office.services.size(); ++i)
    whole.queues.emplace(office.services[i].id, queue_message(office, office.services[i], state,
                                                              whole.office.services[i].state, outlook));
  for (const auto& counter : office.counters)
    whole.counters.emplace(counter.id, counter_message(office, counter, state, now));
  for (const auto& area : office.areas)
    whole.boards.emplace(area.id, board_message(office, state, area.id, run, whole.queues));
  return whole;
}

protocol::Counter counter_message(const core::Office& office, const core::Counter& counter,
                                  const core::State& state, WallTime now) {
  const auto& status = state.counter(counter.id);
  protocol::Counter message;
  message.counter = counter.id.text();
  message.state = wire_name(status.state);
  message.officer = status.officer;
  message.reason = status.reason;
  if (status.ticket) message.ticket = current_ticket(*state.find(*status.ticket), office.zone);
  if (status.since != WallTime{}) message.since = stamp(office.zone, status.since);
  message.waiting = waiting_for(office, state, counter.id);
  message.held = listed_held(counter, state);
  message.no_show = listed_no_shows(counter, state);
  if (!status.calls.empty()) message.last_call = status.calls.front().number;
  message.next = texts(core::line_up(office, state, counter, now, kListedNext));
  return message;
}

std::optional<protocol::Estimate> wire_estimate(const std::optional<estimates::Band>& band) {
  if (!band) return std::nullopt;
  const auto seconds = [](estimates::Minutes time) { return std::chrono::round<Seconds>(time).count(); };
  return protocol::Estimate{seconds(band->low), seconds(band->high)};
}

std::string_view service_state(const core::Office& office, const core::State& state,
                               const core::Service& service, WallTime now) {
  return state_name(service, state, core::hours(office, service, now),
                    core::quota_left(office, state, service), now);
}

std::uint64_t waiting_for(const core::Office& office, const core::State& state, const CounterId& id) {
  const auto* counter = office.find(id);
  std::uint64_t waiting = 0;
  if (counter != nullptr)
    for (const auto& service : counter->services) waiting += state.queue(service).waiting();
  const auto reserved = state.reserved.find(id);
  if (reserved != state.reserved.end()) waiting += reserved->second.waiting();
  return waiting;
}

std::vector<protocol::Call> call_messages(const core::Office& office, const core::State& state,
                                          const core::Event& event, const Run& run) {
  const CounterId* at = nullptr;
  if (const auto* called = std::get_if<core::TicketCalled>(&event.body)) at = &called->counter;
  if (const auto* recalled = std::get_if<core::TicketRecalled>(&event.body)) at = &recalled->counter;
  const auto* counter = at == nullptr ? nullptr : office.find(*at);
  std::vector<protocol::Call> messages;
  if (counter == nullptr) return messages;
  // Several events of one turn may have called at this counter; the one meant bears the event's seq.
  const auto& calls = state.counter(*at).calls;
  const auto call =
      std::find_if(calls.begin(), calls.end(), [&](const auto& c) { return c.seq == event.seq; });
  if (call == calls.end()) return messages;
  for (const auto& area : counter->areas)
    messages.push_back(call_message(office, *call, *counter, area, run));
  return messages;
}

}  // namespace panggil::gateway
