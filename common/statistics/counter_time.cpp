#include "common/statistics/counter_time.hpp"

#include <map>
#include <optional>
#include <utility>

namespace panggil::statistics {
namespace {

/// What a counter does from an event on; nothing: it is closed.
using Doing = std::optional<Spent>;

/// Nothing: the event is none that changes what its counter does.
std::optional<Doing> doing_after(const std::string& kind) {
  static const std::map<std::string, Doing> kAfter{
      {"counter-opened", Spent::kIdle},     {"counter-paused", Spent::kBreak},
      {"counter-closed", std::nullopt},     {"ticket-called", Spent::kCalling},
      {"service-started", Spent::kServing}, {"ticket-completed", Spent::kIdle},
      {"ticket-skipped", Spent::kIdle},     {"ticket-held", Spent::kIdle},
      {"ticket-transferred", Spent::kIdle}};
  const auto found = kAfter.find(kind);
  // Not as one expression: its type would be Doing, and what is in none of these kinds a closing.
  if (found == kAfter.end()) return std::nullopt;
  return found->second;
}

struct Counter {
  Doing doing{};
  Stamp since{};
  bool seen_today = false;
  std::string officer{};
};

class Watch {
 public:
  std::vector<Stretch> over(const Events& events) {
    for (const auto& event : events) {
      if (event.day != day_) begin(event.day);
      last_ = event.at;
      if (event.counter) take(event, counters_[*event.counter]);
    }
    end_day();
    return std::move(stretches_);
  }

 private:
  void begin(const std::string& day) {
    end_day();
    day_ = day;
  }

  void end_day() {
    for (auto& [id, counter] : counters_) {
      close(id, counter, last_);
      counter.seen_today = false;
      // It stays open or paused, but nobody of yesterday is there.
      if (counter.doing && *counter.doing != Spent::kBreak) counter.doing = Spent::kIdle;
    }
  }

  void take(const protocol::Event& event, Counter& counter) {
    const auto after = doing_after(event.kind);
    if (!after) return;
    // Opening an open counter only changes who sits there.
    const bool goes_on = event.kind == "counter-opened" && counter.seen_today && counter.doing &&
                         *counter.doing != Spent::kBreak;
    close(*event.counter, counter, event.at);
    if (!goes_on) counter.doing = *after;
    counter.since = event.at;
    counter.seen_today = true;
    if (event.kind == "counter-opened") counter.officer = event.officer.value_or("");
    if (event.kind == "counter-closed") counter.officer.clear();
  }

  void close(const std::string& id, const Counter& counter, const Stamp& until) {
    if (!counter.seen_today || !counter.doing || until.time <= counter.since.time) return;
    stretches_.push_back({day_, id, counter.officer, *counter.doing, counter.since, until});
  }

  std::string day_;
  Stamp last_{};
  std::map<std::string, Counter> counters_;
  std::vector<Stretch> stretches_;
};

}  // namespace

std::vector<Stretch> stretches_of(const Events& events) {
  return Watch().over(events);
}

}  // namespace panggil::statistics
