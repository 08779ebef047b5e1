#include "tests/unit/gateway/sample_hall.hpp"

#include "dispatcher/core/apply.hpp"

namespace panggil::gateway {

core::Office sample_office() {
  core::Office office{
      .site = SiteId("cirebon"), .name = {{"en", "Cirebon"}, {"id", "Cirebon"}}, .languages = {"id", "en"}};
  office.zone = *Zone::find("Asia/Jakarta");
  office.classes = {ClassId("regular"), ClassId("priority")};
  office.areas = {{AreaId("hall"), {{"en", "Hall"}}}, {AreaId("gallery"), {{"en", "Gallery"}}}};
  core::Service cs{.id = ServiceId("cs"), .name = {{"en", "Customer service"}}, .prefix = "A"};
  cs.quota = 2;
  core::Service photo{.id = ServiceId("photo"), .name = {{"en", "Photo"}}, .prefix = "B"};
  office.services = {cs, photo};
  office.counters = {{CounterId("1"),
                      {{"en", "Counter 1"}},
                      {AreaId("hall"), AreaId("gallery")},
                      {ServiceId("cs"), ServiceId("photo")}},
                     {CounterId("2"), {{"en", "Counter 2"}}, {AreaId("gallery")}, {ServiceId("photo")}}};
  office.selection = {core::ReservedRule{}, core::EarliestRule{}};
  office.devices = {{ClientId("tablet-1"), core::Role::kCounter, {CounterId("1"), CounterId("2")}},
                    {ClientId("clerk"), core::Role::kDesk, {}}};
  return office;
}

SampleHall::SampleHall() : now(parse_stamp("2026-11-23T08:00:00+07:00")->time) {
  happen(core::DayStarted{*parse_day("2026-11-23")});
}

core::Event SampleHall::happen(core::EventBody body) {
  const core::Event event{state.seq + 1, now, *parse_day("2026-11-23"), "test", std::move(body)};
  core::apply(state, event);
  return event;
}

core::Event SampleHall::issue(std::string_view ticket, std::string_view service,
                              std::string_view ticket_class) {
  const int number = std::stoi(std::string(ticket.substr(1)));
  return happen(core::TicketIssued{TicketNumber(ticket), ServiceId(service), ClassId(ticket_class),
                                   ChannelId("kiosk"), std::string(ticket.substr(0, 1)), number});
}

core::Event SampleHall::call(std::string_view ticket, std::string_view counter, core::CallNumber number) {
  return happen(core::TicketCalled{
      number, TicketNumber(ticket), CounterId(counter), {"earliest", "came first"}, false});
}

}  // namespace panggil::gateway
