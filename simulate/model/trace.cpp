#include "simulate/model/trace.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "common/texts/spoken.hpp"
#include "simulate/model/table.hpp"

namespace panggil::simulate {
namespace {

std::optional<int> whole(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

/// `08:00:40`.
std::optional<Seconds> time_of_day(std::string_view text) {
  if (text.size() != 8 || text[2] != ':' || text[5] != ':') return std::nullopt;
  const auto h = whole(text.substr(0, 2));
  const auto m = whole(text.substr(3, 2));
  const auto s = whole(text.substr(6, 2));
  if (!h || !m || !s || *h > 23 || *m > 59 || *s > 59) return std::nullopt;
  return std::chrono::hours(*h) + std::chrono::minutes(*m) + Seconds(*s);
}

std::string of_line(const Table& table, const char* text, std::string_view word = {}) {
  return spoken_text("simulate.line", {{"line", std::to_string(table.line_number())},
                                       {"what", spoken_text(text, {{"word", std::string(word)}})}});
}

Result<RecordedTicket, std::string> ticket_of(const Table& table) {
  const auto arrived = time_of_day(table["arrived_at"]);
  const auto called = time_of_day(table["called_at"]);
  if (!arrived) return fail(of_line(table, "simulate.arrived_at", table["arrived_at"]));
  if (!called && !table["called_at"].empty())
    return fail(of_line(table, "simulate.called_at", table["called_at"]));
  if (table["service"].empty()) return fail(of_line(table, "simulate.no_service"));
  if (called && *called < *arrived) return fail(of_line(table, "simulate.called_early"));
  return RecordedTicket{*arrived, std::string(table["service"]), called};
}

std::string lacks(std::string_view column) {
  return spoken_text("simulate.heading", {{"column", std::string(column)}});
}
std::string of_counters(const std::string& what) {
  return spoken_text("simulate.counters", {{"what", what}});
}

Result<std::map<std::string, int>, std::string> parse_counters(std::string_view text) {
  std::map<std::string, int> most;
  if (text.empty()) return most;
  Table table(text);
  for (const auto column : {"service", "open_counters"})
    if (!table.has(column)) return fail(of_counters(lacks(column)));
  while (table.next()) {
    const auto open = whole(table["open_counters"]);
    if (!open) return fail(of_counters(of_line(table, "simulate.open_counters", table["open_counters"])));
    int& known = most[std::string(table["service"])];
    known = std::max(known, *open);
  }
  return most;
}

std::string lower(std::string_view text) {
  std::string made(text);
  for (char& c : made)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return made;
}

const protocol::OfficeService* find_service(const protocol::Office& office, const std::string& name) {
  const auto found = std::find_if(office.services.begin(), office.services.end(), [&](const auto& each) {
    return lower(each.prefix) == lower(name) || each.service == lower(name);
  });
  return found == office.services.end() ? nullptr : &*found;
}

}  // namespace

std::vector<std::string> Trace::services() const {
  std::set<std::string> names;
  for (const RecordedTicket& ticket : tickets) names.insert(ticket.service);
  return {names.begin(), names.end()};
}

int Trace::counters_of(const std::string& service) const {
  const auto found = counters.find(service);
  return found == counters.end() ? 1 : std::max(1, found->second);
}

Seconds Trace::ends() const {
  Seconds last{0};
  for (const RecordedTicket& ticket : tickets)
    last = std::max({last, ticket.arrived, ticket.called.value_or(Seconds(0))});
  return last;
}

Result<Trace, std::string> parse_trace(std::string_view tickets, std::string_view counters) {
  Trace trace;
  Table table(tickets);
  for (const auto column : {"arrived_at", "service", "called_at"})
    if (!table.has(column)) return fail(lacks(column));
  while (table.next()) {
    auto ticket = ticket_of(table);
    if (!ticket) return fail(std::move(ticket.error()));
    trace.tickets.push_back(std::move(*ticket));
  }
  if (trace.tickets.empty()) return fail(spoken_text("simulate.no_ticket"));
  std::stable_sort(trace.tickets.begin(), trace.tickets.end(),
                   [](const auto& a, const auto& b) { return a.arrived < b.arrived; });
  auto most = parse_counters(counters);
  if (!most) return fail(std::move(most.error()));
  trace.counters = std::move(*most);
  return trace;
}

Result<std::map<std::string, ServiceId>, std::string> match_services(const Trace& trace,
                                                                     const protocol::Office& office) {
  std::map<std::string, ServiceId> matched;
  std::vector<std::string> missing;
  for (const std::string& name : trace.services()) {
    const auto* service = find_service(office, name);
    if (service) matched.emplace(name, ServiceId(service->service));
    if (!service) missing.push_back(name);
  }
  if (missing.empty()) return matched;
  return fail(spoken_text("simulate.unmatched", {{"list", fmt::format("{}", fmt::join(missing, ", "))}}));
}

}  // namespace panggil::simulate
