#include "common/protocol/topics.hpp"

#include <algorithm>
#include <array>

namespace panggil::protocol {
namespace {

constexpr auto kRoot = "panggil/v1/";

/// What lies below the root; of more levels than any topic has the last one holds the rest.
struct Levels {
  static constexpr std::size_t kMost = 4;
  std::array<std::string_view, kMost> level;
  std::size_t size = 0;

  std::string_view operator[](std::size_t index) const { return level[index]; }
};

Levels split(std::string_view text) {
  Levels levels;
  while (true) {
    const auto slash = levels.size + 1 < Levels::kMost ? text.find('/') : std::string_view::npos;
    levels.level[levels.size++] = text.substr(0, slash);
    if (slash == std::string_view::npos) return levels;
    text.remove_prefix(slash + 1);
  }
}

bool is_word(std::string_view text) {
  if (text.empty() || text.size() > 32) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

/// `Topic` of the id in a level, if it is one.
template <class Which, class Name>
std::optional<Topic> with_id(std::string_view level) {
  auto id = Name::parse(level);
  if (!id) return std::nullopt;
  return Which{std::move(*id)};
}

std::optional<Topic> parse_single(std::string_view level) {
  if (level == "status") return StatusTopic{};
  if (level == "beat") return BeatTopic{};
  if (level == "office") return OfficeTopic{};
  return std::nullopt;
}

std::optional<Topic> parse_pair(std::string_view kind, std::string_view level) {
  if (kind == "board") return with_id<BoardTopic, AreaId>(level);
  if (kind == "queue") return with_id<QueueTopic, ServiceId>(level);
  if (kind == "counter") return with_id<CounterTopic, CounterId>(level);
  if (kind == "call") return with_id<CallTopic, AreaId>(level);
  if (kind == "reply") return with_id<ReplyTopic, ClientId>(level);
  if (kind == "event" && is_word(level)) return EventTopic{std::string(level)};
  return std::nullopt;
}

std::optional<Topic> parse_triple(const Levels& levels) {
  auto client = ClientId::parse(levels[1]);
  if (!client) return std::nullopt;
  if (levels[0] == "cmd" && is_word(levels[2]))
    return CommandTopic{std::move(*client), std::string(levels[2])};
  if (levels[0] != "device") return std::nullopt;
  if (levels[2] == "state") return DeviceStateTopic{std::move(*client)};
  if (levels[2] == "health") return DeviceHealthTopic{std::move(*client)};
  if (levels[2] == "shown") return DeviceShownTopic{std::move(*client)};
  if (levels[2] == "order") return DeviceOrderTopic{std::move(*client)};
  if (levels[2] == "picture") return DevicePictureTopic{std::move(*client)};
  if (levels[2] == "content") return DeviceContentTopic{std::move(*client)};
  return std::nullopt;
}

}  // namespace

std::string every_office() {
  return std::string(kRoot) + "+/office";
}
std::string every_status() {
  return std::string(kRoot) + "+/status";
}

std::optional<SiteId> site_of(std::string_view topic) {
  const std::string_view root = kRoot;
  if (!topic.starts_with(root)) return std::nullopt;
  topic.remove_prefix(root.size());
  return SiteId::parse(topic.substr(0, topic.find('/')));
}

Topics::Topics(const SiteId& site) : root_(kRoot + site.text()) {}

std::string Topics::status() const {
  return root_ + "/status";
}
std::string Topics::beat() const {
  return root_ + "/beat";
}
std::string Topics::office() const {
  return root_ + "/office";
}
std::string Topics::board(const AreaId& area) const {
  return root_ + "/board/" + area.text();
}
std::string Topics::queue(const ServiceId& service) const {
  return root_ + "/queue/" + service.text();
}
std::string Topics::counter(const CounterId& counter) const {
  return root_ + "/counter/" + counter.text();
}
std::string Topics::call(const AreaId& area) const {
  return root_ + "/call/" + area.text();
}
std::string Topics::event(std::string_view kind) const {
  return root_ + "/event/" + std::string(kind);
}
std::string Topics::command(const ClientId& client, std::string_view action) const {
  return root_ + "/cmd/" + client.text() + "/" + std::string(action);
}
std::string Topics::reply(const ClientId& client) const {
  return root_ + "/reply/" + client.text();
}
std::string Topics::device_state(const ClientId& client) const {
  return root_ + "/device/" + client.text() + "/state";
}
std::string Topics::device_health(const ClientId& client) const {
  return root_ + "/device/" + client.text() + "/health";
}
std::string Topics::device_shown(const ClientId& client) const {
  return root_ + "/device/" + client.text() + "/shown";
}
std::string Topics::device_order(const ClientId& client) const {
  return root_ + "/device/" + client.text() + "/order";
}
std::string Topics::device_picture(const ClientId& client) const {
  return root_ + "/device/" + client.text() + "/picture";
}
std::string Topics::device_content(const ClientId& client) const {
  return root_ + "/device/" + client.text() + "/content";
}

std::string Topics::every_command() const {
  return root_ + "/cmd/+/+";
}
std::string Topics::every_board() const {
  return root_ + "/board/+";
}
std::string Topics::every_queue() const {
  return root_ + "/queue/+";
}
std::string Topics::every_counter() const {
  return root_ + "/counter/+";
}
std::string Topics::every_call() const {
  return root_ + "/call/+";
}
std::string Topics::every_event() const {
  return root_ + "/event/+";
}
std::string Topics::every_device_state() const {
  return root_ + "/device/+/state";
}
std::string Topics::every_device_health() const {
  return root_ + "/device/+/health";
}
std::string Topics::every_device_shown() const {
  return root_ + "/device/+/shown";
}

std::optional<Topic> parse_topic(const Topics& topics, std::string_view topic) {
  const std::string& root = topics.root();
  if (!topic.starts_with(root) || topic.size() <= root.size() || topic[root.size()] != '/')
    return std::nullopt;
  const Levels levels = split(topic.substr(root.size() + 1));
  if (levels.size == 1) return parse_single(levels[0]);
  if (levels.size == 2) return parse_pair(levels[0], levels[1]);
  if (levels.size == 3) return parse_triple(levels);
  return std::nullopt;
}

}  // namespace panggil::protocol
