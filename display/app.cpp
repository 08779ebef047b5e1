#include "display/app.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "common/base/log.hpp"
#include "common/base/version.hpp"
#include "common/mqtt/mosquitto_transport.hpp"
#include "common/protocol/codec.hpp"
#include "common/runtime/service.hpp"
#include "common/runtime/service_notify.hpp"
#include "display/intake.hpp"

namespace panggil::display {
namespace {
using std::chrono::microseconds;

constexpr Millis kPatienceAtTheEnd{2000};
// Every second beat wakes a display: what they say is the time, which it shows in minutes. Somewhat more than
// two of them, as a busy machine is not punctual.
constexpr Millis kTwoBeats{1300};

Micros micros_of(Deadline time) {
  return std::chrono::duration_cast<microseconds>(time.time_since_epoch()).count();
}

Micros now() {
  return micros_of(Deadline::clock::now());
}

session::Presence presence_of(const Settings& settings, const Clock& clock) {
  return {settings.site, settings.name, "panggil-display", std::string(kVersion), clock.wall()};
}

/// One for each display of a machine.
ContentSettings content_of(const Settings& settings) {
  auto content = settings.look.content;
  if (!content.folder.empty()) content.folder /= settings.name.text();
  return content;
}

mqtt::Options options(const Settings& settings, const session::Presence& presence) {
  auto options = settings::connection(settings.machine, settings.name);
  options.will = session::offline(presence);
  options.unhurried = mqtt::Unhurried{protocol::Topics(settings.site).beat(), kTwoBeats};
  return options;
}

/// Paho's two threads would wake up three times a second for nothing.
std::unique_ptr<mqtt::Transport> make_transport(mqtt::Options options, mqtt::Inbox& inbox) {
  return mqtt::make_mosquitto_transport(std::move(options), inbox);
}
}  // namespace

App::App(const Settings& settings, EventLoop& loop, const Clock& clock, drawing::Window& window)
    : settings_(settings),
      loop_(loop),
      clock_(clock),
      window_(window),
      presence_(presence_of(settings, clock)),
      connection_(options(settings, presence_), make_transport),
      session_(connection_, loop, clock, settings.site, settings.name),
      started_(now()),
      model_(settings.area, settings.screen_language, started_),
      announcements_(settings.voice.speaks ? std::make_unique<Announcements>(settings.voice, loop) : nullptr),
      vital_signs_(clock.mono()),
      canvas_(window, settings.look),
      courier_(content_of(settings)),
      media_(courier_.folder().empty() ? settings.look.media : courier_.folder(),
             static_cast<unsigned>(window.size().width), static_cast<unsigned>(window.size().height),
             settings.look.video),
      power_([&window](bool sleeps) { return window.sleep(sleeps); }) {
  if (settings.look.counter) model_.stand_above(*settings.look.counter);
  model_.keep_hours(settings.look.hours);
  session_.announce(presence_);
  session_.on_message([this](const auto& topic, const auto& received) {
    if (std::holds_alternative<protocol::DeviceOrderTopic>(topic)) return obey(received);
    if (std::holds_alternative<protocol::DeviceContentTopic>(topic)) return take_announcement(received);
    take_in(model_, topic, received, micros_of(received.at));
    if (std::holds_alternative<protocol::OfficeTopic>(topic)) check_area();
  });
  const auto& topics = session_.topics();
  for (const auto& topic : {topics.office(), topics.board(settings.area), topics.call(settings.area),
                            topics.device_order(settings.name), topics.device_content(settings.name)})
    session_.follow({.filter = topic});
  loop_.watch(window_.fd(), [this] {
    const auto settled = std::chrono::duration_cast<microseconds>(drawing::Window::kSettling);
    look_again_ = now() + settled.count();
  });
  loop_.watch(media_.fd(), [] {});  // the turn that follows takes what has come
  loop_.watch(courier_.fd(), [] {});
  loop_.on_turn([this] { return turn(); });
}

void App::run() {
  log::info("{} shows {} of {} on {}", settings_.name.text(), settings_.area.text(), settings_.site.text(),
            window_.mode());
  run_service(loop_, [this] { session_.close(kPatienceAtTheEnd); });
}

std::optional<Deadline> App::turn() {
  const auto of_session = session_.turn();
  look_at_window();
  model_.advance(now());
  draw_if_changed();
  announce();
  ask_for_what_is_missing();
  tell_what_was_shown();
  publish_health();
  return next(of_session);
}

void App::check_area() {
  const auto areas = model_.areas_instead();
  if (areas != told_areas_ && !areas.empty())
    log::error("no area {} in {}; there are: {}. Say which one with --area, or \"area:\" in display.yaml",
               settings_.area.text(), settings_.site.text(), for_log(areas));
  told_areas_ = areas;
}

void App::look_at_window() {
  const auto happened = window_.poll();
  if (look_again_ && now() >= *look_again_) look_again_.reset();
  if (happened.closed) loop_.stop();
  exposed_ = happened.exposed;
}

void App::draw_if_changed() {
  const Micros start = now();
  const auto scene = model_.scene(start);
  show_media(scene);
  Canvas::Moment moment{start, model_.live_since(), media_.present(),
                        exposed_ || vital_signs_.wants_frame(clock_.mono())};
  const bool take_picture = picture_due(start);
  if (take_picture) moment.picture = settings_.picture->file;
  if (picture_for_ && !take_picture) {
    draw_and_send(scene, moment);
  } else if (canvas_.show(scene, moment)) {
    count_frame(scene, start);
  }
  if (drawn_ != scene) drawn_ = scene;
  model_.presented(now());
  power_.turn(!scene.dark, now());
  if (take_picture) loop_.stop();
}

void App::count_frame(const Scene& scene, Micros start) {
  ++doings_.frames;
  if (scene.live) doings_.last_call = scene.live->call;
  log::debug("frame {} took {} us; on the screen at {} us: call {}", doings_.frames, now() - start, now(),
             scene.live ? scene.live->call : 0);
}

/// What is on the screen goes on, whatever becomes of its picture.
void App::draw_and_send(const Scene& scene, Canvas::Moment moment) {
  const auto id = *std::exchange(picture_for_, std::nullopt);
  try {
    const PictureFile file;
    moment.picture = file.path();
    canvas_.show(scene, moment);
    count_frame(scene, moment.now);
    for (const auto& part : picture_parts(id, file.path())) send(part);
  } catch (const std::runtime_error& error) {
    log::warn("no picture for an order: {}", error.what());
    send(no_picture(id));
    moment.picture.reset();
    if (canvas_.show(scene, moment)) count_frame(scene, moment.now);
  }
}

void App::send(const protocol::DevicePicture& part) {
  connection_.transport->publish({.topic = session_.topics().device_picture(settings_.name),
                                  .payload = protocol::encode(part),
                                  .qos = 1,
                                  .retain = false,
                                  .expiry = Seconds(60)});
}

void App::obey(const mqtt::Received& received) {
  const auto order = orders_.take(received);
  if (!order) return;
  if (order->order == "screenshot") picture_for_ = order->id;
  if (order->order != "power") return;
  log::info("the screen is ordered: {}", *order->power);
  vital_signs_.report_anew(clock_.mono());  // whoever ordered it wants to know what came of it
  model_.order_power(order->power == "hours" ? std::nullopt : std::optional(order->power == "on"));
}

void App::take_announcement(const mqtt::Received& received) {
  if (received.payload.empty()) return;  // nothing is announced any more, which says nothing of what is here
  auto announcement = protocol::decode<protocol::ContentAnnouncement>(received.payload);
  if (!announcement) return log::warn("what content there is cannot be read: {}", announcement.error().what);
  courier_.want(*announcement, received.retained);
}

void App::show_media(const Scene& scene) {
  const Micros time = now();
  if (courier_.turn()) media_.play(courier_.folder().empty() ? settings_.look.media : courier_.folder());
  // Nothing else moves while people read a call, and nothing needs to where nobody sees it.
  media_.turn(time, model_.time(time), scene.calling || scene.dark || scene.stage == Stage::kEmergency);
  if (media_.video_fds() == video_fds_) return;
  video_fds_ = media_.video_fds();
  for (const int fd : video_fds_)
    if (fd >= 0) loop_.watch(fd, [] {});
}

/// After the frame: what is said is to be seen.
void App::announce() {
  if (!announcements_) return;
  announcements_->prepare(model_.counters());
  const bool is_seen = drawn_ && drawn_->live && drawn_->stage != Stage::kEmergency;
  const auto* live = is_seen ? model_.live() : nullptr;
  announcements_->turn({live, model_.waiting(), drawn_ ? drawn_->clock : ""}, now());
  model_.announcing(announcements_->speaking());
}

void App::ask_for_what_is_missing() {
  if (session_.dropped() != lost_) model_.lost_something();
  lost_ = session_.dropped();
  if (!model_.take_refresh(now())) return;
  log::info("something has not come; asking for what is retained");
  session_.refresh();
}

void App::tell_what_was_shown() {
  for (const auto& shown : model_.take_shown(now())) {
    log::debug("call {} has been shown", shown.call);
    proofs_.add(shown);
  }
  const auto& transport = *connection_.transport;
  for (const auto& shown : proofs_.due(transport.connected(), transport.backlog() == 0))
    connection_.transport->publish({.topic = session_.topics().device_shown(settings_.name),
                                    .payload = protocol::encode(shown),
                                    .qos = 1,
                                    .retain = false,
                                    .expiry = Seconds(60)});
}

void App::publish_health() {
  const auto state_of = [](const auto& content) { return content ? content->state : std::string(); };
  const auto before = state_of(std::exchange(doings_.content, courier_.health()));
  if (before != state_of(doings_.content)) vital_signs_.report_anew(clock_.mono());
  if (announcements_ && std::exchange(doings_.sound, announcements_->sound()) != doings_.sound)
    vital_signs_.report_anew(clock_.mono());
  auto health = vital_signs_.turn(clock_.mono(), connection_.transport->connected(), doings_.frames);
  if (!health) return;
  health->frames = doings_.frames;
  health->last_call = doings_.last_call;
  health->screen = window_.mode();
  health->power = power_.state();
  if (auto media = media_.state(); !media.empty()) health->media = std::move(media);
  if (!media_.video_means().empty()) health->video = media_.video_means();
  health->content = doings_.content;
  health->sound = doings_.sound;
  notify_status(fmt::format("{} frames on {}, last call {}", doings_.frames, *health->screen,
                            doings_.last_call.value_or(0)));
  session_.report(*health);
}

bool App::picture_due(Micros time) const {
  return settings_.picture && time >= started_ + settings_.picture->after.count();
}

std::optional<Deadline> App::next(std::optional<Deadline> of_session) const {
  Micros next = std::chrono::duration_cast<microseconds>(vital_signs_.deadline().time_since_epoch()).count();
  if (const auto of_model = model_.deadline(now())) next = std::min(next, *of_model);
  if (look_again_) next = std::min(next, *look_again_);
  if (const auto of_power = power_.deadline(now())) next = std::min(next, *of_power);
  if (const auto of_canvas = canvas_.deadline(now())) next = std::min(next, *of_canvas);
  if (const auto of_media = media_.deadline(now())) next = std::min(next, *of_media);
  if (const auto voice = announcements_ ? announcements_->deadline(now()) : std::nullopt)
    next = std::min(next, *voice);
  if (settings_.picture) next = std::min(next, started_ + settings_.picture->after.count());
  Deadline deadline{microseconds(next)};
  if (of_session) deadline = std::min(deadline, *of_session);
  // What was published in this turn may have to be sent on.
  if (const auto pump = connection_.transport->next_pump()) deadline = std::min(deadline, *pump);
  return deadline;
}

void run_display(const Settings& settings) {
  EventLoop loop;  // before OpenGL and MQTT start threads: it decides where signals go
  const RealClock clock;
  drawing::Window window(settings.screen, design());
  App(settings, loop, clock, window).run();
}

}  // namespace panggil::display
