#include "tests/unit/statistics/day.hpp"

namespace panggil::statistics {

protocol::Event& ToldDay::at(const std::string& time, const std::string& kind, const std::string& ticket,
                             const std::string& counter) {
  protocol::Event event;
  event.seq = events_.size() + 1;
  event.at = parse_stamp(day_ + "T" + time + ":00+07:00").value();
  event.day = day_;
  event.kind = kind;
  event.by = "somebody";
  if (!ticket.empty()) event.ticket = ticket;
  if (!counter.empty()) event.counter = counter;
  return events_.emplace_back(std::move(event));
}

void ToldDay::issue(const std::string& time, const std::string& ticket, const std::string& service) {
  auto& event = at(time, "ticket-issued", ticket);
  event.service = service;
  event.ticket_class = "regular";
  event.channel = "kiosk";
}

void ToldDay::begin(const std::string& day) {
  day_ = day;
  at("00:00", "day-started");
}

}  // namespace panggil::statistics
