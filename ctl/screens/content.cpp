#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <stdexcept>

#include "common/content/manifest.hpp"
#include "common/content/sha256.hpp"
#include "common/protocol/codec.hpp"
#include "common/session/trouble.hpp"
#include "common/texts/spoken.hpp"
#include "ctl/screens/screens.hpp"
#include "ctl/screens/talk.hpp"

namespace panggil::ctl {
namespace {

constexpr Millis kForPresence{3000};  // what is retained comes right after the subscription
constexpr double kMiB = 1024.0 * 1024.0;

struct Made {
  std::string sha256;
  session::Ending ending;  ///< what is said of it
};

/// \throws std::system_error when the list cannot be written
Made made_manifest(const std::string& folder, const session::Wording& wording) {
  const auto manifest = content::make_manifest(folder);
  if (!manifest)
    return {{}, {settings::kRefused, {}, wording.text("ctl.no_manifest", {{"why", manifest.error()}})}};
  const auto sha256 = content::write_manifest(folder, *manifest);
  const auto file = std::filesystem::path(folder) / content::kManifestName;
  return {sha256,
          {settings::kDone,
           wording.text(
               "ctl.manifest_written",
               {{"file", file.string()},
                {"files", std::to_string(manifest->files.size())},
                {"size", fmt::format("{:.1f}", static_cast<double>(content::bytes_of(*manifest)) / kMiB)},
                {"sha256", sha256}}),
           {}}};
}

/// Announces something to displays, and follows what becomes of it.
class Announcing {
 public:
  Announcing(const ScreenFlags& flags, const Settings& settings, protocol::ContentAnnouncement announcement)
      : wording_(settings.machine.language),
        announcement_(std::move(announcement)),
        wait_(Seconds(flags.wait_s)) {
    for (const auto& name : flags.displays) {
      const auto display = ClientId::parse(name);
      if (!display) throw std::invalid_argument(spoken_text("usage.no_display", {{"name", name}}));
      displays_[name];
    }
  }

  int run(const Settings& settings) {
    return in_connection(settings, [this](auto& way, auto& session, auto& loop, const auto& clock) {
      Talk talk{.filters = {session.topics().every_device_state(), session.topics().every_device_health()},
                .begin =
                    [&] {
                      began_ = clock.mono();
                      announce(*way.transport, session.topics());
                    },
                .hear = [this](const auto& topic, const auto& received) { hear(topic, received.payload); },
                .is_over = [&] { return all_settled(clock.mono() - began_); },
                .patience = std::max(wait_, kForPresence)};
      const auto end = run_talk(session, loop, clock, talk);
      if (end == TalkEnd::kNoBroker)
        return session::print(
            {settings::kNoConnection,
             {},
             wording_.text("session.no_broker",
                           {{"trouble", session::trouble_in_words(session.link().trouble(), wording_)}})},
            "panggil-ctl");
      if (end == TalkEnd::kNotBegun)
        return session::print({settings::kNoConnection, {}, wording_.text("session.interrupted")},
                              "panggil-ctl");
      return report();
    });
  }

 private:
  struct Display {
    bool is_there = false;
    std::optional<protocol::ContentHealth> content;  ///< of what was announced
  };

  void announce(mqtt::Transport& transport, const protocol::Topics& topics) const {
    for (const auto& [name, display] : displays_)
      transport.publish({.topic = topics.device_content(ClientId(name)),
                         .payload = protocol::encode(announcement_),
                         .qos = 1,
                         .retain = true,
                         .expiry = {}});
  }

  void hear(const protocol::Topic& topic, const std::string& payload) {
    if (const auto* of = std::get_if<protocol::DeviceStateTopic>(&topic)) {
      const auto display = displays_.find(of->client.text());
      const auto state = protocol::decode<protocol::DeviceState>(payload);
      if (display != displays_.end() && state) display->second.is_there = state->state == "online";
    } else if (const auto* whose = std::get_if<protocol::DeviceHealthTopic>(&topic)) {
      const auto display = displays_.find(whose->client.text());
      const auto health = protocol::decode<protocol::Health>(payload);
      if (display == displays_.end() || !health) return;
      display->second.is_there = true;
      const bool is_this = health->content && health->content->sha256 == announcement_.sha256;
      if (is_this) display->second.content = health->content;
    }
  }

  static bool settled(const Display& display) {
    return display.content && (display.content->state == "complete" || display.content->state == "refused");
  }

  bool all_settled(Millis passed) const {
    const bool withdraws = !announcement_.sha256;
    return std::ranges::all_of(displays_, [&](const auto& one) {
      return passed >= kForPresence ? withdraws || !one.second.is_there || settled(one.second)
                                    : settled(one.second);
    });
  }

  /// The worst of what the displays say is the program's exit code.
  int report() const {
    int code = settings::kDone;
    for (const auto& [name, display] : displays_) {
      const auto ending = ending_of(name, display);
      session::print(ending, "panggil-ctl");
      code = code == settings::kRefused ? code : std::max(code, static_cast<int>(ending.code));
      if (ending.code == settings::kRefused) code = settings::kRefused;
    }
    return code;
  }

  session::Ending ending_of(const std::string& name, const Display& display) const {
    Facts facts{{"display", name}};
    const auto said = [&](settings::Exit code, const char* key) {
      const auto text = wording_.text(key, facts);
      return code == settings::kDone ? session::Ending{code, text, {}} : session::Ending{code, {}, text};
    };
    if (!announcement_.sha256) return said(settings::kDone, "ctl.content_withdrawn");
    if (!display.is_there) return said(settings::kDone, "ctl.content_away");
    if (!display.content) return said(settings::kNoAnswer, "ctl.content_unheard");
    facts["why"] = display.content->detail.value_or("");
    if (display.content->state == "complete") return said(settings::kDone, "ctl.content_complete");
    if (display.content->state == "refused") return said(settings::kRefused, "ctl.content_refused");
    return said(settings::kNoAnswer,
                display.content->state == "fetching" ? "ctl.content_fetching" : "ctl.content_waiting");
  }

  session::Wording wording_;
  protocol::ContentAnnouncement announcement_;
  Millis wait_;
  MonoTime began_{};
  std::map<std::string, Display> displays_;
};

}  // namespace

int make_manifest_of(const ScreenFlags& flags, const Settings& settings) {
  return session::print(made_manifest(flags.folder, session::Wording(settings.machine.language)).ending,
                        "panggil-ctl");
}

int push_content(const ScreenFlags& flags, const Settings& settings) {
  const auto made = made_manifest(flags.folder, session::Wording(settings.machine.language));
  const int printed = session::print(made.ending, "panggil-ctl");
  if (printed != settings::kDone) return printed;
  const auto url = flags.url + (flags.url.ends_with('/') ? "" : "/") + content::kManifestName;
  return Announcing(flags, settings, {url, made.sha256}).run(settings);
}

int withdraw_content(const ScreenFlags& flags, const Settings& settings) {
  return Announcing(flags, settings, {}).run(settings);
}

}  // namespace panggil::ctl
