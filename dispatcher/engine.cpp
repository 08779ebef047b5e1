#include "dispatcher/engine.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "common/base/log.hpp"
#include "common/protocol/codec.hpp"
#include "dispatcher/core/apply.hpp"
#include "dispatcher/core/calendar.hpp"
#include "dispatcher/core/decide.hpp"
#include "dispatcher/core/quota.hpp"
#include "dispatcher/gateway/answers.hpp"
#include "dispatcher/gateway/intake.hpp"
#include "dispatcher/hindsight.hpp"
#include "dispatcher/journal/errors.hpp"

namespace panggil {
namespace {

/// For the log, where each thing has a line.
std::string in_one_line(std::string_view lines) {
  std::string text;
  for (const char c : lines) text += c != '\n' ? std::string(1, c) : text.ends_with(':') ? " " : "; ";
  return text;
}

/// Somebody tries what is not theirs.
bool forbidden(const protocol::Answer& answer) {
  return answer.error && answer.error->code == "forbidden";
}

/// So that somebody can say afterwards why there were as many tickets as there were.
void log_quotas(const core::Office& office, const core::State& state) {
  for (const auto& service : office.services) {
    if (!service.computed_quota) continue;
    const auto time = core::expected_service_time(state, service, *service.computed_quota);
    log::info("today's quota of {}: {} tickets, of {:.1f} min a person, {}", service.id.text(),
              core::computed_quota(office, service, *state.day, time),
              std::chrono::duration<double, std::ratio<60>>(time).count(),
              time == service.computed_quota->service_time ? "as configured" : "as measured");
  }
}

}  // namespace

Engine::Engine(core::Office office, journal::Journal& journal, mqtt::Transport& transport, const Clock& clock,
               const Catalogue& texts, Publisher::Identity identity)
    : office_(std::move(office)),
      journal_(journal),
      transport_(transport),
      clock_(clock),
      texts_(texts),
      run_(identity.run),
      rivals_(office_.site, identity.run.epoch, identity.since.time),
      publisher_(office_, transport, std::move(identity)),
      state_(journal.load()),
      foresight_(hindsight(office_, journal, state_, clock.wall())),
      snapshot_seq_(state_.seq) {}

std::optional<core::Rejection> Engine::reload(std::string_view by) {
  now_ = clock_.wall();
  auto fresh = read_again(read_office_, office_, state_, now_);
  if (!fresh) {
    log::error("the office's file is not taken over, as {} asked: {}", by,
               in_one_line(gateway::in_words(fresh.error(), office_, Catalogue::of("en"))));
    return fresh.error();
  }
  take_office(std::move(*fresh));
  log::info("the office's file is taken over, as {} asked: {} services, {} counters", by,
            office_.services.size(), office_.counters.size());
  return std::nullopt;
}

void Engine::take_office(core::Office office) {
  // What is noted may be of a counter that is no more.
  publisher_.tell_all_state();
  office_ = std::move(office);
  foresight_.reloaded(office_, state_, now_);
  hours_change_.reset();
  changed_ = true;
}

void Engine::start() {
  // Our own beat keeps Paho's receiving thread from dozing off between commands.
  transport_.subscribe({publisher_.topics().beat(), 0, false, 2});
  // To notice another dispatcher that works, or has worked, for this site.
  transport_.subscribe({publisher_.topics().status(), 1, false, 0});
  // A command that somebody left retained must not fire at every start, and is recognised when it is
  // published.
  transport_.subscribe({publisher_.topics().every_command(), 1, true, 2});
  transport_.start();
}

void Engine::turn(const std::vector<mqtt::Incoming>& incoming) {
  const WallTime last_turn = std::exchange(now_, clock_.wall());
  pages_read_ = 0;
  const core::Seq before = state_.seq;
  for (const auto& line : complaints_.untold(clock_.mono())) log::warn("{}", line);
  look_for_room();
  try {
    if (!room_again_at_) happen(core::due(office_, state_, now_), "dispatcher");
    for (const auto& one : incoming) take(one);
    commit_and_tell();
  } catch (const journal::NoRoom& full) {
    give_up_turn(incoming, full.what());
  }
  tell_events_if_due();
  // A clock that was set back may have gone back to before a change.
  const bool hours_changed = now_ < last_turn || (hours_change_ && now_ >= *hours_change_);
  changed_ = changed_ || state_.seq != before || hours_changed || foresight_.due(now_);
  if (reconnected_) {
    publisher_.connected(state_, now_, foresight_.outlook(office_, state_, now_));
    changed_ = false;
  }
  refresh_if_due();
  tell_state_if_due();
  if (reconnected_ || hours_changed || !hours_change_) hours_change_ = core::next_change(office_, now_);
  reconnected_ = false;
  beat_if_due();
  publisher_.tidy(clock_.mono());
  snapshot_if_due();
}

MonoTime Engine::next_turn() const {
  MonoTime next = next_beat_;
  if (!untold_events_.empty()) next = std::min(next, next_events_);
  if (publisher_.has_state_to_tell()) return std::min(next, next_telling_);
  return changed_ ? std::min(next, next_refresh_) : next;
}

void Engine::report_damage(const std::string& found) {
  log::error("degraded: {}", found);
  damage_ = found;
  if (!room_again_at_) publisher_.set_degraded(found, state_);
}

void Engine::stop() {
  now_ = clock_.wall();
  next_events_ = {};
  tell_events_if_due();
  if (state_.seq != snapshot_seq_) save_snapshot();
  publisher_.tell_all_state();
  publisher_.refresh(state_, now_, foresight_.outlook(office_, state_, now_));
  publisher_.tell_all_state();
  publisher_.offline(state_);
}

void Engine::take(const mqtt::Incoming& incoming) {
  if (const auto* received = std::get_if<mqtt::Received>(&incoming)) return take(*received);
  if (const auto* lost = std::get_if<mqtt::Disconnected>(&incoming)) {
    const bool name_taken = lost->trouble.kind == mqtt::Trouble::Kind::kNameTaken;
    log::log(name_taken ? log::level::err : log::level::warn, "no connection to the broker: {}; trying again",
             to_text(lost->trouble));
    reconnected_ = false;
    return;
  }
  log::info("connected to the broker");
  rivals_.connected();
  reconnected_ = true;
}

void Engine::take(const mqtt::Received& message) {
  const auto topic = protocol::parse_topic(publisher_.topics(), message.topic);
  if (!topic)
    return complain(ClientId("somebody"),
                    fmt::format("dropped a message on a topic that is none of ours: {} ({} bytes)",
                                for_log(message.topic), message.payload.size()));
  if (const auto rival = rivals_.notice(*topic, message)) log::error("{}", *rival);
  if (const auto* command = std::get_if<protocol::CommandTopic>(&*topic))
    return take_command(*command, message);
  publisher_.received(message, *topic);
}

void Engine::complain(const ClientId& of, const std::string& line) {
  if (complaints_.may_tell(of, clock_.mono())) log::warn("{}", line);
}

void Engine::take_command(const protocol::CommandTopic& topic, const mqtt::Received& message) {
  if (message.retained) {
    // What clears it comes by here as well.
    if (message.payload.empty()) return;
    complain(topic.client, fmt::format("dropped a retained {} of {}, and cleared it", for_log(topic.action),
                                       topic.client.text()));
    return publisher_.clear_retained(message.topic);
  }
  if (message.payload.size() > protocol::kMaxCommandBytes)
    return complain(
        topic.client,
        fmt::format("dropped {} bytes of {}: more than {}, the {}. such message since the start",
                    message.payload.size(), topic.client.text(), protocol::kMaxCommandBytes, ++oversized_));
  const auto decoded = protocol::decode_command(message.payload);
  const auto id = decoded ? std::optional(decoded->id) : decoded.error().id;
  if (id) {
    if (auto known = journal_.answer(topic.client, CommandId(*id)))
      return told_.replies.emplace_back(topic.client, std::move(*known)), void();
  }
  if (room_again_at_) return remember_and_reply(topic.client, refuse(gateway::no_room(), id, topic.action));
  if (decoded) {
    const auto told = answer(topic, *decoded);
    if (forbidden(told))
      complain(topic.client,
               fmt::format("{} asked for {}, which it may not", topic.client.text(), for_log(topic.action)));
    return remember_and_reply(topic.client, told);
  }
  complain(topic.client, fmt::format("{} of {} is no command: {}", for_log(topic.action), topic.client.text(),
                                     decoded.error().why.what));
  const auto& why = decoded.error().why;
  remember_and_reply(topic.client,
                     refuse(gateway::bad_request(why.fault, {{"field", why.field}}), id, topic.action));
}

void Engine::happen(std::vector<core::EventBody> bodies, std::string_view by) {
  for (auto& body : bodies) {
    const auto* new_day = std::get_if<core::DayStarted>(&body);
    const Day day = new_day != nullptr ? new_day->day : *state_.day;
    core::Event event{state_.seq + 1, now_, day, std::string(by), std::move(body)};
    write();
    journal_.append(event);
    core::apply(state_, event);
    foresight_.happened(office_, state_, event);
    if (std::holds_alternative<core::DayStarted>(event.body)) {
      journal_.forget_answers_before(day);
      journal_.keep_morning(state_, foresight_.experience());
      log_quotas(office_, state_);
    }
    for (auto& call : gateway::call_messages(office_, state_, event, run_))
      told_.calls.push_back(std::move(call));
    told_.events.push_back(std::move(event));
  }
}

void Engine::write() {
  if (writing_) return;
  journal_.begin();
  writing_ = true;
}

void Engine::commit_and_tell() {
  if (writing_) journal_.commit();
  writing_ = false;
  Told told = std::exchange(told_, {});
  for (auto& [client, payload] : told.replies) publisher_.reply(client, std::move(payload));
  for (const auto& call : told.calls) publisher_.call(call);
  std::move(told.events.begin(), told.events.end(), std::back_inserter(untold_events_));
}

void Engine::tell_events_if_due() {
  if (untold_events_.empty()) return;
  const MonoTime now = clock_.mono();
  if (now < next_events_ && untold_events_.size() < kEventsAtOnce) return;
  next_events_ = now + kEventPeriod;
  for (const auto& event : untold_events_) publisher_.event(gateway::event_message(event, office_.zone));
  untold_events_.clear();
}

void Engine::beat_if_due() {
  const MonoTime now = clock_.mono();
  if (now < next_beat_) return;
  // From now, not from when it was due: after a stall one beat is worth as much as ten.
  next_beat_ = now + kBeatPeriod;
  if (transport_.connected()) publisher_.beat(state_.seq, now, now_);
}

void Engine::refresh_if_due() {
  const MonoTime now = clock_.mono();
  if (!changed_ || publisher_.has_state_to_tell() || now < next_refresh_) return;
  changed_ = false;
  next_refresh_ = now + kRefreshPeriod;
  publisher_.refresh(state_, now_, foresight_.outlook(office_, state_, now_));
}

void Engine::tell_state_if_due() {
  const MonoTime now = clock_.mono();
  next_telling_ = std::max(next_telling_, now - kStateSpacing * (kStateAtOnce - 1));
  for (; publisher_.has_state_to_tell() && next_telling_ <= now; next_telling_ += kStateSpacing)
    publisher_.tell_state();
}

void Engine::snapshot_if_due() {
  if (room_again_at_ || state_.seq < snapshot_seq_ + snapshot_after(state_.tickets.size())) return;
  save_snapshot();
}

}  // namespace panggil
