/// \file
/// The command lines of `panggil-ctl device …` and `panggil-ctl join`, as they were typed.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ctl/devices/places.hpp"

namespace CLI {
class App;
}

namespace panggil::ctl {

enum class DeviceAction { kInit, kAdd, kList, kRevoke, kRenew, kJoin };

struct DeviceFlags {
  DeviceAction action = DeviceAction::kList;
  std::string root = "/";
  std::vector<std::string> hosts;  ///< of `init`: the broker's names and addresses
  int port = 8883;
  std::string office;              ///< of `init`: to be put in place, by its name or file; empty: it is there
  std::string name;                ///< of `renew` and `revoke`
  std::vector<std::string> names;  ///< of `add`
  std::string role, area, counter;
  std::string output;  ///< of `add` and `renew`; empty: `NAME.panggil` here
  int days = 0;        ///< a certificate is good for; 0: three years
  std::string reload;  ///< makes the broker read its files again; empty: by systemctl
  std::string file;    ///< of `join`
  bool no_start = false;
  bool json = false;

  Places places() const { return Places(root); }
  std::chrono::seconds validity() const;
};

/// Adds both; `chosen` is called when one of them is on the command line.
void add_device_actions(CLI::App& app, DeviceFlags& flags, const std::function<void()>& chosen);

}  // namespace panggil::ctl
