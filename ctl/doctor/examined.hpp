/// \file
/// One of our programs on this machine, as its settings have it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/settings/machine.hpp"
#include "ctl/devices/places.hpp"
#include "ctl/devices/renewal.hpp"
#include "ctl/doctor/broker_probe.hpp"
#include "ctl/doctor/finding.hpp"

namespace panggil::ctl {

/// The way to a kiosk's printer: one of them is there.
struct PrinterWay {
  std::filesystem::path device{};
  std::string tcp{}, cups{};
};

struct Examined {
  std::string program;  ///< as in `display`
  std::filesystem::path settings;
  settings::Machine machine{};          ///< its files where they can be read from here
  bool is_blank = false;                ///< nothing is set in it
  bool names_broker = false;            ///< its settings say which; else it is the one of this machine
  bool knows_broker = false;            ///< that, or a broker belongs to this machine
  std::filesystem::path office{};       ///< of a dispatcher: its file
  std::filesystem::path state{};        ///< of a dispatcher: the journal's directory
  std::optional<PrinterWay> printer{};  ///< of a kiosk
  Holder holder{};                      ///< of its certificate
  Credentials credentials{};            ///< as far as the files can be read
};

/// Those whose settings are on this machine: what can be read of them, and a finding for what cannot.
/// \param only this settings file of that program alone, where it is given
std::vector<Examined> examine_settings(const Places& places, const std::optional<std::filesystem::path>& only,
                                       Findings& findings);

}  // namespace panggil::ctl
