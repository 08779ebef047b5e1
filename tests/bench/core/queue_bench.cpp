// What the queue core costs with a hall full of people: decide and apply, no broker, no disk.
#include <benchmark/benchmark.h>

#include "dispatcher/core/apply.hpp"
#include "dispatcher/core/calendar.hpp"
#include "dispatcher/core/decide.hpp"
#include "dispatcher/core/invariants.hpp"
#include "dispatcher/core/selection.hpp"

namespace panggil::core {
namespace {

using namespace std::chrono_literals;

const CounterId kCounter("1");
const Actor kOfficer{ClientId("counter-1"), Role::kCounter, {kCounter}};
const Actor kKiosk{ClientId("kiosk-lobby"), Role::kKiosk, {}};

Office office() {
  Office office{.site = SiteId("bench"), .zone = *Zone::find("Asia/Jakarta")};
  office.last_number = 999999;
  office.hours.emplace().fill({{7h, 12h}, {13h, 23h}});
  office.classes = {ClassId("regular"), ClassId("priority")};
  Counter counter{kCounter, {}, {AreaId("hall")}, {}};
  for (const auto* id : {"cs", "interview", "pickup", "complaints"}) {
    const std::string prefix(1, static_cast<char>('A' + office.services.size()));
    office.services.push_back({ServiceId(id), {}, prefix, std::nullopt, std::nullopt, 600min});
    counter.services.emplace_back(id);
  }
  office.counters = {counter};
  office.selection = {ReservedRule{}, OverdueRule{}, BookedRule{},
                      AlternateRule{{{ClassId("priority"), 2}, {ClassId("regular"), 1}}}, EarliestRule{}};
  return office;
}

/// An open counter, and so many waiting for its four services, every fifth of them with priority.
class Hall {
 public:
  explicit Hall(std::int64_t waiting) {
    happen(due(office_, state_, now_));
    does(kOfficer, Open{});
    for (std::int64_t i = 0; i < waiting; ++i) comes();
  }

  void comes() {
    const auto& service = office_.services[arrived_ % office_.services.size()].id;
    does(kKiosk, Issue{service, ClassId(++arrived_ % 5 == 0 ? "priority" : "regular"), std::nullopt});
  }
  void next() { does(kOfficer, Next{}); }

  const Office& office() const { return office_; }
  const State& state() const { return state_; }
  WallTime now() const { return now_; }

 private:
  void does(const Actor& actor, const Action& action) {
    now_ += 10ms;
    const auto decision = decide(office_, state_, {actor, std::nullopt, std::nullopt, action}, now_);
    if (!decision) std::abort();
    happen(*decision);
  }
  void happen(const std::vector<EventBody>& bodies) {
    for (const auto& body : bodies)
      apply(state_, {state_.seq + 1, now_, service_day(office_, now_), "bench", body});
  }

  Office office_ = core::office();
  State state_;
  WallTime now_ = parse_stamp("2026-11-23T08:00:00+07:00")->time;
  std::size_t arrived_ = 0;
};

/// One *next*: the choice, the completion of the current ticket and the call of the chosen one.
void next(benchmark::State& run) {
  constexpr int kBatch = 500;
  Hall hall(run.range(0));
  while (run.KeepRunningBatch(kBatch)) {
    for (int i = 0; i < kBatch; ++i) hall.next();
    run.PauseTiming();
    hall = Hall(run.range(0));
    run.ResumeTiming();
  }
}
BENCHMARK(next)->Arg(500)->Arg(5000)->Unit(benchmark::kMicrosecond);

/// One ticket from the kiosk, opening hours included.
void issue(benchmark::State& run) {
  constexpr int kBatch = 500;
  Hall hall(run.range(0));
  while (run.KeepRunningBatch(kBatch)) {
    for (int i = 0; i < kBatch; ++i) hall.comes();
    run.PauseTiming();
    hall = Hall(run.range(0));
    run.ResumeTiming();
  }
}
BENCHMARK(issue)->Arg(0)->Arg(5000)->Unit(benchmark::kMicrosecond);

/// How many are ahead of the one who came last.
void ahead(benchmark::State& run) {
  const Hall hall(run.range(0));
  const auto& last = hall.state().tickets.rbegin()->first;
  for (auto _ : run) benchmark::DoNotOptimize(ahead_of(hall.office(), hall.state(), last, hall.now()));
}
BENCHMARK(ahead)->Arg(400)->Arg(20000)->Unit(benchmark::kMicrosecond);

void check_invariants(benchmark::State& run) {
  const Hall hall(run.range(0));
  for (auto _ : run) benchmark::DoNotOptimize(violations(hall.state()));
}
BENCHMARK(check_invariants)->Arg(5000)->Unit(benchmark::kMicrosecond);

void opening_hours(benchmark::State& run) {
  const auto office = core::office();
  const auto now = parse_stamp("2026-11-23T08:00:00+07:00")->time;
  for (auto _ : run) benchmark::DoNotOptimize(hours(office, office.services[0], now));
}
BENCHMARK(opening_hours)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace panggil::core

BENCHMARK_MAIN();
