/// \file
/// What a device says of itself and is told: `…/device/{client}/…`, but for content.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/base/zone.hpp"

namespace panggil::protocol {

/// `…/device/{client}/state`.
struct DeviceState {
  std::string state;  ///< `online` or `offline`
  std::int64_t boot = 0;
  std::string program;
  std::string version;
  std::optional<Stamp> since;
  friend bool operator==(const DeviceState&, const DeviceState&) = default;
};

/// What of the content that was announced last is on a device.
struct ContentHealth {
  std::string sha256;                 ///< of the manifest that was announced
  std::string state;                  ///< `fetching`, `waiting`, `refused` or `complete`
  std::optional<std::string> detail;  ///< how far it is, or why it goes no further
  friend bool operator==(const ContentHealth&, const ContentHealth&) = default;
};

/// `…/device/{client}/health`, every 10 s; what a device does not have is absent.
struct Health {
  std::int64_t uptime_s = 0;
  std::int64_t resident_kib = 0;
  std::optional<std::uint64_t> frames;
  std::optional<std::uint64_t> last_call;
  std::optional<std::string> screen;
  std::optional<std::string> sound;
  std::optional<std::string> media;  ///< what is shown when nobody is called, and what of it cannot be read
  std::optional<std::string> video;  ///< how videos are drawn: `opengl`, `software`, with the reason
  std::optional<ContentHealth> content;
  std::optional<std::string>
      power;  ///< of the screen: `on`, `off`, and what of the hardware did not take part
  std::optional<std::string> printer;  ///< of a kiosk
  std::optional<std::string> keypad;   ///< of a counter without a window
  std::optional<double> temperature_c;
  std::optional<bool> clock_synchronised;
  friend bool operator==(const Health&, const Health&) = default;
};

/// `…/device/{client}/shown`: this call has been on the screen its minimum time.
struct Shown {
  std::uint64_t call = 0;
  Stamp at;
  friend bool operator==(const Shown&, const Shown&) = default;
};

/// `…/device/{client}/order`: a supervisor wants something of a device itself.
struct DeviceOrder {
  std::string id;
  std::string order;                 ///< `screenshot`, `power`
  std::optional<std::string> power;  ///< with `power`: `on`, `off` or `hours`
  friend bool operator==(const DeviceOrder&, const DeviceOrder&) = default;
};

/// `…/device/{client}/picture`: a part of the answer to `screenshot`.
struct DevicePicture {
  std::string id;  ///< the order's
  std::uint64_t part = 0;
  std::uint64_t parts = 0;          ///< 0: there is none, see `error`
  std::optional<std::string> data;  ///< base64 of a part of a PNG file
  std::optional<std::string> error;
  friend bool operator==(const DevicePicture&, const DevicePicture&) = default;
};

}  // namespace panggil::protocol
