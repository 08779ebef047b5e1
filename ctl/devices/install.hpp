/// \file
/// A bundle put where a machine's program finds it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "ctl/devices/bundle.hpp"
#include "ctl/devices/places.hpp"

namespace panggil::ctl {

struct Installed {
  std::string program;                       ///< as in `display`
  std::filesystem::path settings;            ///< its settings, brought up to date
  std::vector<std::filesystem::path> files;  ///< authority, certificate and key
  bool service = false;                      ///< systemd runs the program, and hands the files to it
};

/// What a service runs reads its key from systemd (root's, in /etc/credstore); what people run reads it as a
/// member of the group panggil. The settings file keeps all but `broker`, `site`, `name`, `tls`
/// and, where the bundle says it, `area` or `counter`.
/// \param broker the one to use, where it is another than the bundle's
/// \throws std::runtime_error when a file cannot be written, or the settings would not be YAML
Installed install(const Bundle& bundle, const Places& places, const std::string& broker);

}  // namespace panggil::ctl
