#include "what_if/past_day.hpp"

#include <gtest/gtest.h>

#include "dispatcher/gateway/pictures.hpp"
#include "simulate/model/simulated_day.hpp"
#include "tests/unit/simulate/sample.hpp"
#include "tests/unit/simulate/theatre.hpp"
#include "what_if/forecast.hpp"
#include "what_if/rehearsal.hpp"

namespace panggil::what_if {
namespace {

using simulate::sample::at;

statistics::Events events_of_a_day(const core::Office& office, const simulate::Habits& habits) {
  statistics::Events events;
  Rehearsal rehearsal(office, at(7), [&](const core::Event& event, const core::State&) {
    events.push_back(gateway::event_message(event, office.zone));
  });
  simulate::SimulatedDay day(habits, rehearsal.office(), at(7), 3);
  rehearsal.perform(day, at(16));
  return events;
}

/// An office where visits go on from cs to the interview under one number.
core::Office onward_office() {
  auto office = simulate::core_office();
  office.services[0].then = ServiceId("interview");
  return office;
}

simulate::Habits onward_habits() {
  auto habits = simulate::sample::habits();
  habits.services[0].then->after.reset();
  return habits;
}

TEST(APastDay, PlayedAgainIsMuchAsItWas) {
  const auto office = onward_office();
  const auto events = events_of_a_day(office, onward_habits());
  const auto was = statistics::report_of(events, "9999", {});
  const auto past = past_day(events, office.zone);
  EXPECT_EQ(past.visitors.size(), static_cast<std::size_t>(was.total.issued));
  EXPECT_EQ(past.habits.officers.size(), 3U);
  const auto again = play_day({office, past.habits}, simulate::sample::day(), past.visitors).report;
  for (const char* service : {"cs", "interview"}) {
    const auto &then = was.by_service.at(service), &now = again.by_service.at(service);
    EXPECT_EQ(now.legs, then.legs) << service;
    EXPECT_EQ(now.no_show, then.no_show) << service;
    const auto close =
        std::chrono::duration<double>(std::max<Millis>(then.wait->mean / 4, Seconds(60))).count();
    EXPECT_NEAR(std::chrono::duration<double>(now.wait->mean).count(),
                std::chrono::duration<double>(then.wait->mean).count(), close)
        << service;
  }
}

TEST(APastDay, HasTheOfficersWhenTheyWereThere) {
  const auto past = past_day(events_of_a_day(onward_office(), onward_habits()), onward_office().zone);
  const auto& officer = past.habits.officers.front();
  EXPECT_EQ(officer.from, std::chrono::hours(8));
  EXPECT_GE(officer.until, std::chrono::hours(10));
  ASSERT_FALSE(officer.breaks.empty());
  EXPECT_GE(officer.breaks.front().first, std::chrono::hours(9));
  EXPECT_EQ(officer.breaks.front().second, std::chrono::hours(9) + std::chrono::minutes(30));
}

/// Hand-made: one event after the other, a minute apart.
class Told {
 public:
  void tell(protocol::Event event) {
    event.seq = events_.size() + 1;
    event.at = {at(8) + std::chrono::minutes(events_.size()), std::chrono::hours(7)};
    event.day = "2026-11-23";
    events_.push_back(std::move(event));
  }
  PastDay past() const { return past_day(events_, *Zone::find("Asia/Jakarta")); }

 private:
  statistics::Events events_;
};

Told somebody_called() {
  Told told;
  told.tell({.kind = "day-started"});
  told.tell({.kind = "counter-opened", .counter = "1"});
  told.tell({.kind = "ticket-issued",
             .ticket = "A001",
             .service = "cs",
             .ticket_class = "regular",
             .channel = "kiosk"});
  told.tell({.kind = "ticket-called", .ticket = "A001", .counter = "1", .call = 1});
  return told;
}

TEST(APastDay, TakesSomebodyTransferredToTheOtherServiceForAnotherNumber) {
  Told told = somebody_called();
  told.tell({.kind = "ticket-transferred", .ticket = "A001", .service = "interview", .counter = "1"});
  const auto past = told.past();
  ASSERT_EQ(past.visitors.size(), 1U);
  const auto& visitor = past.visitors.front();
  EXPECT_TRUE(visitor.person.goes_on_after);
  ASSERT_EQ(visitor.later.size(), 1U);
  EXPECT_EQ(visitor.later.front().service, ServiceId("interview"));
}

TEST(APastDay, LeavesOutWhatWasUndone) {
  Told told = somebody_called();
  told.tell({.kind = "ticket-skipped", .ticket = "A001", .counter = "1"});
  told.tell({.kind = "action-undone", .counter = "1", .first = 5, .last = 5});
  told.tell({.kind = "ticket-completed", .ticket = "A001", .counter = "1"});
  const auto past = told.past();
  ASSERT_EQ(past.visitors.size(), 1U);
  EXPECT_TRUE(past.visitors.front().person.comes);
  EXPECT_EQ(past.visitors.front().person.service_time, std::chrono::minutes(3));
}

TEST(APastDay, WithoutEventsHasNobody) {
  EXPECT_TRUE(Told().past().visitors.empty());
  EXPECT_TRUE(Told().past().habits.officers.empty());
}

}  // namespace
}  // namespace panggil::what_if
