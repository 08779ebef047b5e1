/// \file
/// Makes a journal as it is after long use: days of tickets issued, called and completed, decided by the core
/// and kept by the journal's own library. The last day is today.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "common/base/clock.hpp"
#include "dispatcher/core/apply.hpp"
#include "dispatcher/core/calendar.hpp"
#include "dispatcher/core/decide.hpp"
#include "dispatcher/foresight/foresight.hpp"
#include "dispatcher/journal/open_journal.hpp"
#include "dispatcher/settings/office_file.hpp"

namespace {

using namespace panggil;

struct Options {
  std::filesystem::path office, state;
  core::Seq events = 1'000'000;
  core::Seq a_day = 2000;  ///< events
  core::Seq after_snapshot = 2500;
};

constexpr core::Seq kEventsACommit = 500;
constexpr Seconds kBetween{3};

class History {
 public:
  History(const Options& options, core::Office office)
      : options_(options),
        office_(std::move(office)),
        opened_(open(options, office_)),
        state_(opened_.journal->load()) {
    const auto days = static_cast<int>(options.events / options.a_day);
    now_ = RealClock().wall() - std::chrono::days(days) - kBetween * static_cast<int>(options.a_day);
  }

  void make() {
    journal().begin();
    happen(core::due(office_, state_, now_));
    for (const auto& counter : office_.counters) act(counter.id, core::Open{});
    while (state_.seq < options_.events) make_a_day();
    commit();
    fmt::print("{} events, the last of {}, {} tickets that day\n", state_.seq, to_text(*state_.day),
               state_.tickets.size());
  }

 private:
  static journal::Opened open(const Options& options, const core::Office& office) {
    return journal::open_journal({options.state, office.site, false, RealClock().wall()});
  }
  journal::Journal& journal() { return *opened_.journal; }

  void make_a_day() {
    const auto begins = now_;
    const auto last = std::min(options_.events, state_.seq + options_.a_day);
    for (std::size_t i = 0; state_.seq < last; ++i) {
      const auto& counter = office_.counters[i % office_.counters.size()];
      now_ += kBetween;
      issue(counter.services.front());
      act(counter.id, core::Next{});
    }
    now_ = begins + std::chrono::days(1);
    if (state_.seq < options_.events) happen(core::due(office_, state_, now_));
  }

  void issue(const ServiceId& service) {
    decide({{ClientId("kiosk-1"), core::Role::kKiosk, {}}, {}, {}, core::Issue{service, {}, {}}});
  }
  void act(const CounterId& counter, core::Action action) {
    decide({{ClientId("counter-" + counter.text()), core::Role::kCounter, {counter}},
            counter,
            {},
            std::move(action)});
  }

  void decide(const core::Command& command) {
    auto events = core::decide(office_, state_, command, now_);
    if (!events) throw std::runtime_error("the office refuses: " + events.error().text);
    happen(std::move(*events));
    // As the dispatcher keeps an answer to each command of the day.
    const CommandId id(fmt::format("command-{}", ++commands_));
    journal().remember(command.actor.client, id, *state_.day,
                       fmt::format(R"({{"id":"{}","filler":"{:>300}"}})", id.text(), ""));
  }

  void happen(std::vector<core::EventBody> bodies) {
    for (auto& body : bodies) {
      const auto* started = std::get_if<core::DayStarted>(&body);
      const Day day = started != nullptr ? started->day : *state_.day;
      const core::Event event{state_.seq + 1, now_, day, "counter-1", std::move(body)};
      journal().append(event);
      core::apply(state_, event);
      foresight_.happened(office_, state_, event);
      if (std::holds_alternative<core::DayStarted>(event.body)) {
        journal().forget_answers_before(day);
        journal().keep_morning(state_, foresight_.experience());
      }
      if (state_.seq % kEventsACommit == 0) commit_and_go_on();
    }
  }

  void commit_and_go_on() {
    commit();
    if (state_.seq == options_.events - options_.after_snapshot) journal().save_snapshot(state_);
    journal().begin();
  }
  void commit() { journal().commit(); }

  Options options_;
  core::Office office_;
  journal::Opened opened_;
  core::State state_;
  foresight::Foresight foresight_{office_.zone};
  WallTime now_{};
  std::uint64_t commands_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Makes a journal as it is after long use.", "fill_journal");
  Options options;
  app.add_option("--office", options.office)->required();
  app.add_option("--state", options.state)->required();
  app.add_option("--events", options.events);
  app.add_option("--a-day", options.a_day);
  app.add_option("--after-snapshot", options.after_snapshot,
                 "Events after the newest snapshot; a multiple of 500");
  CLI11_PARSE(app, argc, argv);
  History(options, settings::load_office(options.office)).make();
}
