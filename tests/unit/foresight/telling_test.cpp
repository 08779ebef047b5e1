#include "dispatcher/foresight/telling.hpp"

#include <fmt/format.h>

#include "common/base/zone.hpp"
#include "tests/unit/foresight/watched_office.hpp"

namespace panggil::foresight {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

/// Writes down what it is told.
struct Notes {
  std::vector<std::string> lines;
  void begin_day(Day day) { lines.push_back("day " + to_text(day)); }
  void open_hours(const ServiceId& id, const std::vector<estimates::Opening>& openings) {
    if (!openings.empty()) lines.push_back(fmt::format("{} openings of {}", openings.size(), id.text()));
  }
  void set_counters(const ServiceId& id, int open, WallTime) {
    lines.push_back(fmt::format("{} at {}", open, id.text()));
  }
  void arrive(const TicketNumber& ticket, const ServiceId& id, std::size_t ahead, WallTime) {
    lines.push_back(fmt::format("{} comes to {} behind {}", ticket.text(), id.text(), ahead));
  }
  void call(const TicketNumber& ticket, WallTime) { lines.push_back(ticket.text() + " is called"); }
  void leave(const TicketNumber& ticket, WallTime) { lines.push_back(ticket.text() + " leaves"); }
};

class Telling : public testing::Test {
 protected:
  Notes notes_;
  WatchedOffice hall_{[this](const core::State& state, const core::Event& event) {
    tell(notes_, hall_.office, state, event);
  }};

  void SetUp() override { hall_.wake(); }
  /// What has been told since this was last asked.
  std::vector<std::string> told() { return std::exchange(notes_.lines, {}); }
  void open_and_call_the_first_of(int people) {
    for (int i = 0; i < people; ++i) hall_.issue();
    hall_.at("1", core::Open{});
    hall_.at("1", core::Next{});
    told();
  }
};

TEST_F(Telling, BeginsTheDayWithTheCountersThatStandOpen) {
  hall_.at("2", core::Open{});
  told();
  hall_.now += 24h;
  hall_.wake();
  EXPECT_THAT(told(), ElementsAre("day 2026-11-24", "1 at cs", "1 at interview", "0 at pickup"));
}

TEST_F(Telling, SaysHowManyAreAheadByTheOfficesRules) {
  hall_.issue();
  hall_.issue();
  told();
  hall_.does(core::kiosk(), core::issue("cs", "priority"));
  EXPECT_THAT(told(), ElementsAre("A003 comes to cs behind 0"));
}

TEST_F(Telling, CountsTheOpenCountersOfEachService) {
  told();
  hall_.at("2", core::Open{});
  EXPECT_THAT(told(), ElementsAre("1 at cs", "1 at interview", "0 at pickup"));
  hall_.at("2", core::Pause{});
  EXPECT_THAT(told(), ElementsAre("0 at cs", "0 at interview", "0 at pickup"));
}

TEST_F(Telling, LetsPeopleLeaveWhoAreCalledOrCancelled) {
  open_and_call_the_first_of(2);
  hall_.at("1", core::Next{});
  EXPECT_THAT(told(), ElementsAre("A001 leaves", "A002 is called"));
  hall_.issue();
  told();
  hall_.does(core::desk(), core::cancel("A003"));
  EXPECT_THAT(told(), ElementsAre("A003 leaves"));
}

TEST_F(Telling, LetsANoShowComeAgainWhenReinstated) {
  open_and_call_the_first_of(2);
  hall_.at("1", core::Skip{false});
  told();
  hall_.at("1", core::reinstate("A001"));
  EXPECT_THAT(told(), ElementsAre("A001 comes to cs behind 1"));
}

TEST_F(Telling, LetsPeopleComeToEachFurtherLegOfTheirVisit) {
  hall_.office.services[0].then = ServiceId("interview");
  open_and_call_the_first_of(2);
  hall_.at("1", core::Complete{});
  EXPECT_THAT(told(), ElementsAre("A001 comes to interview behind 0"));
  hall_.at("1", core::Next{});
  told();
  hall_.at("1", core::Transfer{ServiceId("pickup"), core::Position::kLast});
  EXPECT_THAT(told(), ElementsAre("A002 comes to pickup behind 0"));
}

TEST_F(Telling, PassesOverThoseWhoWaitForOneCounterAlone) {
  open_and_call_the_first_of(1);
  hall_.at("3", core::Open{});
  told();
  hall_.at("1", core::Transfer{CounterId("3"), core::Position::kSorted});
  EXPECT_THAT(told(), ElementsAre("A001 leaves"));
}

TEST_F(Telling, PassesOverServicesThatTheOfficeHasNoMore) {
  open_and_call_the_first_of(1);
  hall_.at("1", core::Skip{false});
  told();
  hall_.office.services.erase(hall_.office.services.begin());
  hall_.happen(core::TicketReinstated{TicketNumber("A001"), core::Position::kLast});
  EXPECT_THAT(told(), ElementsAre("A001 leaves"));
}

TEST_F(Telling, TakesBackAnUndoneCall) {
  open_and_call_the_first_of(2);
  hall_.at("1", core::Undo{});
  EXPECT_THAT(told(), ElementsAre("A001 comes to cs behind 0", "1 at cs", "0 at interview", "0 at pickup"));
}

TEST_F(Telling, TakesBackAnUndonePause) {
  hall_.at("1", core::Open{});
  hall_.at("1", core::Pause{});
  told();
  hall_.at("1", core::Undo{});
  EXPECT_THAT(told(), ElementsAre("1 at cs", "0 at interview", "0 at pickup"));
}

TEST_F(Telling, HasNothingToSayOfNotices) {
  told();
  hall_.does(core::supervisor(), core::SuspendService{ServiceId("cs")});
  EXPECT_THAT(told(), IsEmpty());
}

class Openings : public testing::Test {
 protected:
  core::Office office = core::small_office();
  const Day monday = *parse_day("2026-11-23");

  void open_every_day(std::vector<core::Opening> openings) {
    core::WeekHours week;
    week.fill(openings);
    office.hours = week;
  }
  /// In minutes after Monday's midnight.
  std::vector<std::pair<long, long>> of_monday() const {
    std::vector<std::pair<long, long>> minutes;
    const auto since = [](WallTime time) {
      return static_cast<long>((time - core::monday(0h)) / std::chrono::minutes(1));
    };
    for (const auto& each : openings(office, office.services[0], monday))
      minutes.emplace_back(since(each.from), since(each.until));
    return minutes;
  }
};

TEST_F(Openings, AreNoneWhereTheOfficeIsAlwaysOpen) {
  EXPECT_THAT(of_monday(), IsEmpty());
}

TEST_F(Openings, AreTheServicesOwnWhereItHasAny) {
  open_every_day({{8h, 16h}});
  core::WeekHours week;
  week[1] = {{8h, 12h}, {13h, 15h}};
  office.services[0].hours = week;
  EXPECT_THAT(of_monday(), ElementsAre(std::pair(480, 720), std::pair(780, 900)));
}

TEST_F(Openings, BelongToTheServiceDayThatTheyLieIn) {
  office.day_starts = 4h;
  open_every_day({{0h, 2h}, {3h, 5h}, {20h, 24h}});
  EXPECT_THAT(of_monday(), ElementsAre(std::pair(240, 300), std::pair(1200, 1440), std::pair(1440, 1560),
                                       std::pair(1620, 1680)));
}

}  // namespace
}  // namespace panggil::foresight
