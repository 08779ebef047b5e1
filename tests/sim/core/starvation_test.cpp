// Full days at 95 % load with three priority cases in ten people: no regular visitor is passed over for long.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "dispatcher/core/apply.hpp"
#include "dispatcher/core/decide.hpp"

namespace panggil::core {
namespace {

using std::chrono::minutes;

const ServiceId kCs("cs");
const ClassId kRegular("regular");
const ClassId kPriority("priority");
constexpr minutes kMaxWait{30};
constexpr minutes kService{5};
constexpr int kCounters = 4;
constexpr double kLoad = 0.95;
constexpr double kPriorityShare = 0.3;

Office office(std::vector<SelectionRule> selection) {
  Office made{.site = SiteId("full"), .zone = *Zone::find("Asia/Jakarta")};
  made.languages = {"en"};
  made.classes = {kRegular, kPriority};
  made.areas = {{AreaId("hall"), {}}};
  made.services = {{.id = kCs, .prefix = "A", .max_wait = kMaxWait}};
  for (int i = 1; i <= kCounters; ++i)
    made.counters.push_back(
        {.id = CounterId(std::to_string(i)), .areas = {AreaId("hall")}, .services = {kCs}});
  made.selection = std::move(selection);
  return made;
}

struct Shortage {
  Millis longest_passed_over{0};  ///< of a regular one, while a later one of the service was called
  Millis longest_wait{0};
  int called = 0;
  int overdue = 0;  ///< calls by that rule
};

class FullDay {
 public:
  FullDay(Office office, unsigned seed) : office_(std::move(office)), random_(seed) {
    happens(due(office_, state_, now_));
    for (const auto& counter : office_.counters) act(officer(counter.id), Open{});
  }

  Shortage play() {
    const WallTime closes = now_ + std::chrono::hours(10);
    while (next_arrival_ < closes || state_.queue(kCs).waiting() > 0) {
      const auto counter = std::min_element(free_at_.begin(), free_at_.end());
      const bool somebody_comes = next_arrival_ < closes;
      if (somebody_comes && (next_arrival_ <= *counter || state_.queue(kCs).waiting() == 0)) {
        arrive();
      } else {
        now_ = std::max(now_, *counter);
        call_at(static_cast<std::size_t>(counter - free_at_.begin()));
      }
    }
    return shortage_;
  }

 private:
  static Actor officer(const CounterId& counter) {
    return {ClientId("counter-" + counter.text()), Role::kCounter, {counter}};
  }

  void act(const Actor& actor, const Action& action) {
    const auto decision = decide(office_, state_, {actor, std::nullopt, std::nullopt, action}, now_);
    ASSERT_TRUE(decision.has_value());
    happens(*decision);
  }

  void happens(const std::vector<EventBody>& bodies) {
    for (const auto& body : bodies) {
      if (const auto* called = std::get_if<TicketCalled>(&body)) judge(*called);
      const auto* started = std::get_if<DayStarted>(&body);
      apply(state_, {state_.seq + 1, now_, started ? started->day : *state_.day, "somebody", body});
    }
  }

  void arrive() {
    now_ = std::max(now_, next_arrival_);
    const bool priority = std::bernoulli_distribution(kPriorityShare)(random_);
    act({ClientId("kiosk-1"), Role::kKiosk, {}},
        Issue{kCs, priority ? kPriority : kRegular, ChannelId("kiosk")});
    next_arrival_ += exponential(Millis(kService) / (kCounters * kLoad));
  }

  void call_at(std::size_t counter) {
    act(officer(office_.counters.at(counter).id), Next{});
    free_at_.at(counter) = now_ + exponential(Millis(kService));
  }

  /// Before it is applied: who waits still waits.
  void judge(const TicketCalled& call) {
    const auto& taken = *state_.find(call.ticket);
    ++shortage_.called;
    shortage_.overdue += call.why.rule == "overdue";
    for (const auto& [number, ticket] : state_.tickets) {
      if (ticket.state != TicketState::kWaiting || ticket.ticket_class != kRegular) continue;
      const Millis waited = now_ - ticket.arrived_at;
      shortage_.longest_wait = std::max(shortage_.longest_wait, waited);
      if (ticket.arrived_at < taken.arrived_at)
        shortage_.longest_passed_over = std::max(shortage_.longest_passed_over, waited);
    }
  }

  template <class Mean>
  Millis exponential(Mean mean) {
    const double mean_ms = std::chrono::duration<double, std::milli>(mean).count();
    return Millis(static_cast<Millis::rep>(std::exponential_distribution<double>(1 / mean_ms)(random_)) + 1);
  }

  Office office_;
  std::mt19937 random_;
  State state_;
  WallTime now_ = parse_stamp("2026-11-23T08:00:00+07:00")->time;
  WallTime next_arrival_ = now_;
  std::vector<WallTime> free_at_ = std::vector<WallTime>(kCounters, now_);
  Shortage shortage_;
};

/// The worst of many days.
Shortage worst(const std::vector<SelectionRule>& selection) {
  Shortage all;
  for (unsigned seed = 1; seed <= 40; ++seed) {
    const Shortage day = FullDay(office(selection), seed).play();
    all.longest_passed_over = std::max(all.longest_passed_over, day.longest_passed_over);
    all.longest_wait = std::max(all.longest_wait, day.longest_wait);
    all.called += day.called;
    all.overdue += day.overdue;
  }
  return all;
}

const AlternateRule kTwoToOne{{{kPriority, 2}, {kRegular, 1}}};

TEST(AFullDay, PassesNoRegularVisitorOverForLongerThanMaxWaitAndOneService) {
  const auto all = worst({ReservedRule{}, OverdueRule{}, BookedRule{}, kTwoToOne, EarliestRule{}});
  EXPECT_GT(all.called, 40 * 350);
  EXPECT_GT(all.overdue, 100);                // the days are full enough to try it
  EXPECT_GT(all.longest_wait, kMaxWait * 2);  // and waits do get long
  EXPECT_LE(all.longest_passed_over, kMaxWait + kService);
}

TEST(AFullDay, WithoutTheRuleForOverduePeopleDoesPassThemOver) {
  EXPECT_GT(worst({kTwoToOne, EarliestRule{}}).longest_passed_over, kMaxWait + kService);
}

}  // namespace
}  // namespace panggil::core
