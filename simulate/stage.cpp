#include "simulate/stage.hpp"

#include <algorithm>
#include <utility>

#include "common/protocol/codec.hpp"
#include "common/texts/spoken.hpp"
#include "simulate/model/floor.hpp"

namespace panggil::simulate {
namespace {

constexpr Millis kToLearn{10'000};
constexpr Millis kToGather{20'000};
/// What is retained follows an answer at once.
constexpr Millis kToCatchUp{3000};
/// Plays may end by the mere passing of office time.
constexpr Millis kTick{100};

std::optional<Deadline> sooner(std::optional<Deadline> one, std::optional<Deadline> other) {
  if (!one || !other) return one ? one : other;
  return std::min(*one, *other);
}

}  // namespace

Stage::Stage(EventLoop& loop, const Clock& clock, const protocol::Topics& topics, Crew& crew,
             ClientId audience, Hears hears)
    : loop_(loop),
      clock_(clock),
      topics_(topics),
      crew_(crew),
      audience_(std::move(audience)),
      hears_(hears) {
  crew_.handle({.settled =
                    [this](const Press& press, const session::Outcome& outcome, Micros took) {
                      settled(press, outcome);
                      play_->settled(press, outcome, now());
                      if (on_settled_) on_settled_(press, outcome, took);
                    },
                .settled_late =
                    [this](const Press& press, const session::Outcome& outcome) {
                      settled(press, outcome);
                      play_->settled_late(press, outcome, now());
                    },
                .message = [this](const auto&... all) { received(all...); },
                .forget = [this] { forgotten_ = true; }});
  std::vector<std::string> follows{topics_.office()};
  if (hears_ == Hears::kEverything)
    follows.insert(follows.end(), {topics_.every_queue(), topics_.every_call(), topics_.every_event()});
  crew_.enlist(audience_, follows);
}

const protocol::Office& Stage::learn() {
  if (!wait_for([this] { return office_ && time_.known(); }, kToLearn))
    throw NoStage(crew_.all_up() ? spoken_text("simulate.no_office") : crew_.trouble());
  return *office_;
}

bool Stage::wait_for(const std::function<bool()>& ready, Millis patience) {
  const Deadline until = std::chrono::steady_clock::now() + patience;
  loop_.on_turn([&] {
    const auto next = crew_.turn();
    if (ready() || std::chrono::steady_clock::now() >= until) loop_.stop();
    return sooner(next, until);
  });
  loop_.run();
  return ready();
}

std::optional<std::string> Stage::counter_topic(const ClientId& client) const {
  for (const auto& counter : office_->counters)
    if (const CounterId id(counter.counter); client_of(id) == client) return topics_.counter(id);
  return std::nullopt;
}

void Stage::gather(Play& play) {
  play_ = &play;
  const auto cast = play.cast();
  for (const ClientId& client : cast) {
    std::vector<std::string> follows{topics_.office()};
    if (auto topic = counter_topic(client)) follows.push_back(std::move(*topic));
    if (!crew_.has(client)) crew_.enlist(client, follows);
  }
  if (!wait_for([this] { return crew_.all_up(); }, kToGather) && !loop_.interrupted())
    throw NoStage(crew_.trouble());
  if (hears_ == Hears::kEverything) return;
  // What is retained has come; from here on answers tell enough.
  for (const ClientId& client : cast)
    if (const auto topic = counter_topic(client)) crew_.unfollow(client, *topic);
}

void Stage::perform(Play& play, std::optional<Millis> at_most) {
  gather(play);
  if (loop_.interrupted()) return;
  const auto until =
      at_most ? std::optional<Deadline>(std::chrono::steady_clock::now() + *at_most) : std::nullopt;
  loop_.on_turn([&] { return turn(play, until); });
  loop_.run();
  if (loop_.interrupted()) {
    play.wind_up();
    loop_.run();
  }
  if (forgotten_) throw NoStage(spoken_text("simulate.other_database"));
}

std::optional<Deadline> Stage::turn(Play& play, std::optional<Deadline> until) {
  auto next = crew_.turn();
  if (until && std::chrono::steady_clock::now() >= *until) play.wind_up();
  auto presses = play.due(now());
  for (Press& press : presses) crew_.press(std::move(press));
  if (!presses.empty()) next = crew_.turn();
  if (forgotten_ || (play.over(now()) && crew_.under_way() == 0)) loop_.stop();
  if (const auto due = play.next_due()) next = sooner(next, Deadline(time_.when(*due)));
  return sooner(next, std::chrono::steady_clock::now() + kTick);
}

void Stage::settled(const Press&, const session::Outcome& outcome) {
  if (const auto* done = std::get_if<session::Done>(&outcome)) seq_ = std::max(seq_, done->answer.seq);
}

void Stage::received(const ClientId& client, const protocol::Topic& topic, const mqtt::Received& message) {
  if (on_received_) on_received_(client, topic, message);
  if (std::holds_alternative<protocol::CounterTopic>(topic) && play_)
    if (const auto counter = protocol::decode<protocol::Counter>(message.payload))
      play_->seen(*counter, now());
  if (client != audience_) return;
  if (std::holds_alternative<protocol::BeatTopic>(topic))
    if (const auto beat = protocol::decode<protocol::Beat>(message.payload)) time_.take(*beat, clock_.mono());
  if (std::holds_alternative<protocol::OfficeTopic>(topic))
    if (auto office = protocol::decode<protocol::Office>(message.payload)) office_ = std::move(*office);
  if (const auto* queue = std::get_if<protocol::QueueTopic>(&topic))
    if (auto seen = protocol::decode<protocol::Queue>(message.payload))
      queues_[queue->service.text()] = std::move(*seen);
  if (std::holds_alternative<protocol::EventTopic>(topic) && play_)
    if (const auto event = protocol::decode<protocol::Event>(message.payload)) play_->happened(*event, now());
}

std::size_t Stage::lost(const Play& play) {
  std::size_t missing = 0;
  const auto count = [&] {
    missing = 0;
    for (const auto& [service, waiting] : play.waiting()) {
      const auto there = queues_[service.text()].waiting;
      if (there < waiting) missing += waiting - there;
    }
    return missing == 0;
  };
  // What is retained may still be on its way.
  wait_for(count, kToCatchUp);
  return missing;
}

}  // namespace panggil::simulate
