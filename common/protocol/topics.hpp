/// \file
/// The one place where topics are made and read. Root: `panggil/v1/{site}`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "common/base/ids.hpp"

namespace panggil::protocol {

class Topics {
 public:
  explicit Topics(const SiteId& site);

  const std::string& root() const { return root_; }
  std::string status() const;
  std::string beat() const;
  std::string office() const;
  std::string board(const AreaId& area) const;
  std::string queue(const ServiceId& service) const;
  std::string counter(const CounterId& counter) const;
  std::string call(const AreaId& area) const;
  std::string event(std::string_view kind) const;
  std::string command(const ClientId& client, std::string_view action) const;
  std::string reply(const ClientId& client) const;
  std::string device_state(const ClientId& client) const;
  std::string device_health(const ClientId& client) const;
  std::string device_shown(const ClientId& client) const;
  std::string device_order(const ClientId& client) const;
  std::string device_picture(const ClientId& client) const;
  std::string device_content(const ClientId& client) const;

  /// Filters to subscribe to.
  std::string every_command() const;  ///< `…/cmd/+/+`
  std::string every_board() const;    ///< `…/board/+`, and so on
  std::string every_queue() const;
  std::string every_counter() const;
  std::string every_call() const;
  std::string every_event() const;
  std::string every_device_state() const;
  std::string every_device_health() const;
  std::string every_device_shown() const;

 private:
  std::string root_;
};

/// The filter of every site's `…/office`: for who has yet to learn which sites there are.
std::string every_office();
/// The same of every site's `…/status`.
std::string every_status();
/// Whose topic it is; nothing where it is none of ours.
std::optional<SiteId> site_of(std::string_view topic);

struct StatusTopic {};
struct BeatTopic {};
struct OfficeTopic {};
struct BoardTopic {
  AreaId area;
};
struct QueueTopic {
  ServiceId service;
};
struct CounterTopic {
  CounterId counter;
};
struct CallTopic {
  AreaId area;
};
struct EventTopic {
  std::string kind;
};
struct CommandTopic {
  ClientId client;
  std::string action;
};
struct ReplyTopic {
  ClientId client;
};
struct DeviceStateTopic {
  ClientId client;
};
struct DeviceHealthTopic {
  ClientId client;
};
struct DeviceShownTopic {
  ClientId client;
};
struct DeviceOrderTopic {
  ClientId client;
};
struct DevicePictureTopic {
  ClientId client;
};
struct DeviceContentTopic {
  ClientId client;
};
using Topic =
    std::variant<StatusTopic, BeatTopic, OfficeTopic, BoardTopic, QueueTopic, CounterTopic, CallTopic,
                 EventTopic, CommandTopic, ReplyTopic, DeviceStateTopic, DeviceHealthTopic, DeviceShownTopic,
                 DeviceOrderTopic, DevicePictureTopic, DeviceContentTopic>;

/// What a topic below `topics.root()` is; nothing for any other, or one with a level that is no legal id.
/// Of a command's action only the form is checked (`[a-z-]{1,32}`).
std::optional<Topic> parse_topic(const Topics& topics, std::string_view topic);

}  // namespace panggil::protocol
