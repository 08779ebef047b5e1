#include "simulate/load_run.hpp"

#include <fmt/format.h>

#include "common/protocol/codec.hpp"
#include "common/settings/command_line.hpp"
#include "common/texts/spoken.hpp"
#include "simulate/latencies.hpp"
#include "simulate/report.hpp"

namespace panggil::simulate {
namespace {

using std::chrono::steady_clock;
using Moment = steady_clock::time_point;

constexpr Seconds kToGetGoing{60};

std::optional<std::uint64_t> call_of(const session::Outcome& outcome) {
  const auto* done = std::get_if<session::Done>(&outcome);
  const auto* result = done ? std::get_if<protocol::CallResult>(&*done->answer.result) : nullptr;
  if (!result || !result->called) return std::nullopt;
  return result->called->call;
}

class Measurement {
 public:
  Measurement(const LoadSettings& settings, Load& load)
      : settings_(settings), load_(load), calls_(settings.subscribers) {}

  void settled(const Press& press, const session::Outcome& outcome, Micros took) {
    const auto now = steady_clock::now();
    if (!begun(now)) return;
    samples_[press.action].push_back(took);
    ++count_;
    last_ = now;
    if (const auto call = call_of(outcome); call && settings_.subscribers > 0 && press.action == "next")
      calls_.answered(*call, took);
    if ((settings_.lasts && now - *begin_ >= *settings_.lasts) ||
        (settings_.actions && count_ >= *settings_.actions))
      load_.wind_up();
  }

  void heard(const mqtt::Received& message) {
    if (const auto call = protocol::decode<protocol::Call>(message.payload)) calls_.heard(call->call);
  }

  LoadReport report() const {
    LoadReport report;
    if (begin_) report.measured_s = std::chrono::duration<double>(last_ - *begin_).count();
    std::vector<Micros> all;
    for (const auto& [action, samples] : samples_) {
      report.actions[action] = latency_figures(samples);
      all.insert(all.end(), samples.begin(), samples.end());
    }
    report.actions["all"] = latency_figures(std::move(all));
    report.calls = latency_figures(calls_.samples());
    return report;
  }

 private:
  /// Measuring begins some time after counters are open and numbers wait.
  bool begun(Moment now) {
    if (begin_) return true;
    if (!first_) first_ = now;
    if (!warm_ && load_.warm()) warm_ = now;
    if (!warm_ && now - *first_ > kToGetGoing) throw NoStage(spoken_text("simulate.not_going"));
    if (warm_ && now - *warm_ >= settings_.warm_up) begin_ = now;
    return false;
  }

  const LoadSettings& settings_;
  Load& load_;
  CallLatency calls_;
  std::optional<Moment> first_;
  std::optional<Moment> warm_;
  std::optional<Moment> begin_;
  Moment last_{};
  std::uint64_t count_ = 0;
  std::map<std::string, std::vector<Micros>> samples_;
};

int verdict(const LoadReport& report, bool every_action) {
  if (!every_action && report.all.tally.all_refused() > 0) return settings::kRefused;
  return report.all.tally.unknown > 0 ? settings::kNoAnswer : settings::kDone;
}

}  // namespace

int run_load(Stage& stage, Crew& crew, const protocol::Topics& topics, const protocol::Office& office,
             const Settings& settings) {
  Load load(settings.load->options, office);
  Measurement measurement(*settings.load, load);
  for (std::size_t i = 1; i <= settings.load->subscribers; ++i)
    crew.enlist(ClientId(fmt::format("display-{}", i)), {topics.every_call()});
  stage.on_settled([&](const auto&... all) { measurement.settled(all...); });
  stage.on_received([&](const ClientId& client, const protocol::Topic& topic, const mqtt::Received& message) {
    if (std::holds_alternative<protocol::CallTopic>(topic) && client != *settings.machine.name)
      measurement.heard(message);
  });
  const auto start = steady_clock::now();
  stage.perform(load, settings.at_most);
  auto report = measurement.report();
  report.all = {load.tally(), 0, std::chrono::duration<double>(steady_clock::now() - start).count()};
  fmt::print("{}\n", settings.json ? "{" + as_json(report) + "}" : in_words(report));
  return verdict(report, settings.load->options.every_action);
}

}  // namespace panggil::simulate
