#include "ctl/screens/screens.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <system_error>

#include "common/base/base64.hpp"
#include "common/base/random_text.hpp"
#include "common/protocol/codec.hpp"
#include "common/session/trouble.hpp"
#include "common/texts/spoken.hpp"
#include "ctl/screens/talk.hpp"

namespace panggil::ctl {
namespace {

namespace fs = std::filesystem;

constexpr Millis kForAnAnswer{10'000};
constexpr std::size_t kOfAnId = 16;
constexpr std::uint64_t kMostParts = 1000;  // some 45 MB

/// What one display is ordered, and what it answers.
class Order {
 public:
  Order(const ScreenFlags& flags, const Settings& settings)
      : flags_(flags), wording_(settings.machine.language), display_(display_of(flags)) {
    order_.id = random_text(kOfAnId);
  }

  int run(const Settings& settings, protocol::DeviceOrder order) {
    order_.order = std::move(order.order);
    order_.power = std::move(order.power);
    return in_connection(settings, [this](auto& way, auto& session, auto& loop, const auto& clock) {
      const auto& topics = session.topics();
      const Talk talk{.filters = {topics.device_picture(display_), topics.device_health(display_)},
                      .begin = [&] { send(*way.transport, topics); },
                      .hear = [this](const auto& topic, const auto& received) { hear(topic, received); },
                      .is_over = [this] { return ending_.has_value(); },
                      .patience = kForAnAnswer};
      const auto end = run_talk(session, loop, clock, talk);
      if (!ending_)
        ending_ = nothing_heard(end, session::trouble_in_words(session.link().trouble(), wording_));
      return session::print(*ending_, "panggil-ctl");
    });
  }

 private:
  static ClientId display_of(const ScreenFlags& flags) {
    if (const auto name = ClientId::parse(flags.displays.front())) return *name;
    throw std::invalid_argument(spoken_text("usage.no_display", {{"name", flags.displays.front()}}));
  }

  void send(mqtt::Transport& transport, const protocol::Topics& topics) const {
    transport.publish({.topic = topics.device_order(display_),
                       .payload = protocol::encode(order_),
                       .qos = 1,
                       .retain = false,
                       .expiry = Seconds(5)});
  }

  void hear(const protocol::Topic& topic, const mqtt::Received& received) {
    const bool is_picture = std::holds_alternative<protocol::DevicePictureTopic>(topic);
    if (is_picture != (order_.order == "screenshot")) return;
    if (is_picture) {
      const auto part = protocol::decode<protocol::DevicePicture>(received.payload);
      if (part && part->id == order_.id) take(*part);
    } else if (const auto health = protocol::decode<protocol::Health>(received.payload)) {
      take(*health);
    }
  }

  /// A display tells how its screen is right after it was ordered something.
  void take(const protocol::Health& health) {
    const auto state = health.power.value_or("?");
    if (*order_.power != "hours" && !state.starts_with(*order_.power)) return;
    ending_ = session::Ending{settings::kDone, text("ctl.display_power", {{"state", state}}), {}};
  }

  void take(const protocol::DevicePicture& part) {
    if (part.parts == 0 || part.parts > kMostParts || part.part == 0 || part.part > part.parts) {
      ending_ = session::Ending{
          settings::kRefused, {}, text("ctl.no_picture", {{"why", part.error.value_or("?")}})};
      return;
    }
    auto bytes = from_base64(part.data.value_or(""));
    if (!bytes) return;
    parts_[part.part] = std::move(*bytes);
    if (parts_.size() == part.parts) ending_ = write_picture();
  }

  session::Ending write_picture() const {
    const fs::path file = flags_.file.empty() ? display_.text() + ".png" : flags_.file;
    const fs::path partial = fs::path(file) += ".partial";
    std::ofstream stream(partial, std::ios::binary | std::ios::trunc);
    for (const auto& [part, bytes] : parts_) stream << bytes;
    stream.close();
    std::error_code error;
    if (stream) fs::rename(partial, file, error);
    if (stream && !error)
      return {settings::kDone, text("ctl.picture_written", {{"file", file.string()}}), {}};
    fs::remove(partial, error);
    return {settings::kRefused, {}, text("report.not_written", {{"file", file.string()}})};
  }

  session::Ending nothing_heard(TalkEnd end, const std::string& trouble) const {
    if (end == TalkEnd::kNoBroker)
      return {settings::kNoConnection, {}, wording_.text("session.no_broker", {{"trouble", trouble}})};
    if (end == TalkEnd::kNotBegun) return {settings::kNoConnection, {}, wording_.text("session.interrupted")};
    if (end == TalkEnd::kInterrupted) return {settings::kNoAnswer, {}, text("ctl.display_interrupted", {})};
    return {settings::kNoAnswer,
            {},
            text("ctl.display_silent", {{"seconds", std::to_string(kForAnAnswer / Seconds(1))}})};
  }

  std::string text(const char* key, Facts facts) const {
    facts["display"] = display_.text();
    return wording_.text(key, facts);
  }

  const ScreenFlags& flags_;
  session::Wording wording_;
  ClientId display_;
  protocol::DeviceOrder order_;
  std::map<std::uint64_t, std::string> parts_;
  std::optional<session::Ending> ending_;
};

}  // namespace

int fetch_screenshot(const ScreenFlags& flags, const Settings& settings) {
  return Order(flags, settings).run(settings, {.order = "screenshot"});
}

int switch_screen(const ScreenFlags& flags, const Settings& settings) {
  return Order(flags, settings).run(settings, {.order = "power", .power = flags.power});
}

int run_screens(const ScreenFlags& flags, const Settings& settings) {
  switch (flags.action) {
    case ScreenAction::kScreenshot:
      return fetch_screenshot(flags, settings);
    case ScreenAction::kPower:
      return switch_screen(flags, settings);
    case ScreenAction::kManifest:
      return make_manifest_of(flags, settings);
    case ScreenAction::kPush:
      return push_content(flags, settings);
    case ScreenAction::kWithdraw:
      return withdraw_content(flags, settings);
  }
  return settings::kBadUsage;
}

}  // namespace panggil::ctl
