#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "dispatcher/settings/office_file.hpp"
#include "simulate/habits_file.hpp"
#include "simulate/model/simulated_day.hpp"
#include "simulate/trace_office.hpp"

namespace panggil::simulate {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

Habits read(const std::string& text) {
  return read_habits(settings::Document::parse("simulation.yaml", text));
}

std::string faults(const std::string& text) {
  try {
    read(text);
    return {};
  } catch (const settings::BadSettings& bad) {
    return bad.what();
  }
}

const std::string kManners = R"(
manners: {walk: {median: 12s, sigma: 0.6}, recall_after: 30s, recalls: 2, pause_between: {median: 20s, sigma: 0.5},
          tidies_first: 0.35, patience: 90min}
officers: [{counter: 1, name: o-1, from: "08:00", until: "15:00"}]
)";

std::string services(const std::string& text) {
  return kManners + "services:\n  - " + text + "\n";
}

TEST(SimulationYaml, IsReadInFull) {
  const Habits habits = read(services(
      R"({id: cs, at: kiosk-1, arrivals: [{from: "08:00", per_hour: 40}, {from: "09:00", per_hour: 0}], no_show: 0.02,
     classes: {priority: 0.1}, service_time: {median: 3min, sigma: 0.5},
     then: {service: photo, share: 0.9, after: {median: 1min, sigma: 0}}}
  - {id: photo, at: desk-1, service_time: {median: 5min, sigma: 0.4}})"));
  ASSERT_EQ(habits.services.size(), 2U);
  const ServiceHabits& cs = habits.services.front();
  EXPECT_EQ(cs.arrivals, (std::vector<Rate>{{std::chrono::hours(8), 40}, {std::chrono::hours(9), 0}}));
  EXPECT_EQ(cs.classes.at(ClassId("priority")), 0.1);
  EXPECT_EQ(cs.then, (Follow{ServiceId("photo"), 0.9, Spread{Seconds(60), 0}}));
  EXPECT_EQ(habits.officers.front().until, std::chrono::hours(15));
  EXPECT_EQ(habits.manners.recalls, 2);
}

TEST(SimulationYaml, SaysWhatIsWrong) {
  const std::string time = "service_time: {median: 3min, sigma: 0.5}";
  EXPECT_THAT(
      faults(services("{id: cs, at: kiosk-1, " + time + R"(, arrivals: [{from: "08:00", per_hour: 40}]})")),
      HasSubstr("per_hour: 0"));
  EXPECT_THAT(
      faults(services("{id: cs, at: kiosk-1, " + time +
                      R"(, arrivals: [{from: "09:00", per_hour: 4}, {from: "08:00", per_hour: 0}]})")),
      HasSubstr("not after"));
  EXPECT_THAT(faults(services("{id: cs, at: kiosk-1, " + time +
                              ", then: {service: x, share: 1, after: {median: 1s, sigma: 0}}}")),
              HasSubstr("not among"));
  EXPECT_THAT(faults(services("{id: cs, at: kiosk-1, " + time +
                              ", then: {service: cs, share: 1, after: {median: 1s, sigma: 0}}}")),
              HasSubstr("for ever"));
  EXPECT_THAT(faults(services("{id: cs, at: kiosk-1, " + time + ", classes: {priority: 0.7, other: 0.7}}")),
              HasSubstr("more than everybody"));
  EXPECT_THAT(faults(services("{id: cs, at: kiosk-1, service_tme: {median: 3min, sigma: 0.5}}")),
              HasSubstr("service_tme"));
}

/// The wire's view of an office's file, as far as mismatches() looks.
protocol::Office on_the_wire(const core::Office& office) {
  protocol::Office made;
  for (const auto& each : office.classes) made.classes.push_back(each.text());
  for (const auto& each : office.services)
    made.services.push_back({.service = each.id.text(), .prefix = each.prefix});
  for (const auto& each : office.counters) {
    protocol::OfficeCounter counter{.counter = each.id.text()};
    for (const auto& service : each.services) counter.services.push_back(service.text());
    made.counters.push_back(counter);
  }
  return made;
}

TEST(SimulationYaml, OfEverySampleOfficeFitsIt) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(PANGGIL_OFFICES)) {
    ++count;
    const auto office = on_the_wire(settings::load_office(entry.path()));
    EXPECT_THAT(mismatches(load_habits(entry.path()), office), IsEmpty()) << entry.path();
  }
  EXPECT_EQ(count, 5U);
}

TEST(ATraceOffice, IsOneThatTheDispatcherTakesAndHasWhatTheTraceNeeds) {
  const auto trace = parse_trace("arrived_at,service,called_at\n08:00:00,A,\n08:00:00,n,\n08:00:00,AB,\n",
                                 "at,service,open_counters\n08:00:00,A,3\n");
  const auto text = office_for(*trace);
  ASSERT_TRUE(text) << text.error();
  const auto office = settings::read_office(settings::Document::parse("office.yaml", *text));
  EXPECT_EQ(office.services.size(), 3U);
  EXPECT_EQ(office.counters.size(), 5U);
  EXPECT_FALSE(office.hours);
  EXPECT_EQ(office.last_number, 9999);
  EXPECT_EQ(office.zone.name(), "Europe/Warsaw");
  EXPECT_TRUE(match_services(*trace, on_the_wire(office)));
}

TEST(ATraceOffice, IsNotMadeForServicesThatCannotHaveNumbers) {
  const auto trace = parse_trace("arrived_at,service,called_at\n08:00:00,Ż,\n", "");
  EXPECT_THAT(office_for(*trace).error(), HasSubstr("Ż"));
}

}  // namespace
}  // namespace panggil::simulate
