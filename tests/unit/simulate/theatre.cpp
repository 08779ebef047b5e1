#include "theatre.hpp"

#include <algorithm>

namespace panggil::simulate {

core::Office core_office() {
  core::Office office{.site = SiteId("sample"), .zone = *Zone::find("Asia/Jakarta")};
  office.languages = {"en"};
  office.classes = {ClassId("regular"), ClassId("priority")};
  office.areas = {{AreaId("hall"), {}}};
  const ServiceId cs("cs"), interview("interview");
  office.services = {{.id = cs, .prefix = "A"}, {.id = interview, .prefix = "B"}};
  office.counters = {{.id = CounterId("1"), .areas = {AreaId("hall")}, .services = {cs}},
                     {.id = CounterId("2"), .areas = {AreaId("hall")}, .services = {cs}},
                     {.id = CounterId("3"), .areas = {AreaId("hall")}, .services = {interview}}};
  office.selection = {core::ReservedRule{},
                      core::AlternateRule{{{ClassId("priority"), 2}, {ClassId("regular"), 1}}},
                      core::EarliestRule{}};
  return office;
}

Theatre::Theatre(core::Office office, WallTime begins)
    : office_(std::move(office)), rehearsal_(office_, begins), wire_office_(rehearsal_.office()) {}

void Theatre::perform(Play& play, WallTime ends) {
  rehearsal_.perform(play, ends, [&](Press& each) {
    press(play, each);
    if (presses_.size() >= most_) play.wind_up();
  });
}

void Theatre::press(Play& play, const Press& press) {
  presses_.push_back(press.client.text() + " " + press.action);
  const auto end = rehearsal_.press(press);
  refusals_ += std::holds_alternative<session::Refused>(end);
  const bool swallowed = swallowed_.contains(presses_.size());
  play.settled(press, swallowed ? session::Unknown{} : end, now());
  rehearsal_.show(play);
  if (swallowed) play.settled_late(press, end, now());
}

std::size_t Theatre::tickets_in(core::TicketState state) const {
  return static_cast<std::size_t>(
      std::count_if(rehearsal_.state().tickets.begin(), rehearsal_.state().tickets.end(),
                    [&](const auto& each) { return each.second.state == state; }));
}

}  // namespace panggil::simulate
