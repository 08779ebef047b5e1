/// \file
/// All that a new machine needs to belong to a site, in one file: settings in YAML, then its certificate, its
/// key and the authority's certificate in PEM. It is as secret as the key in it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/base/ids.hpp"
#include "ctl/devices/certificates.hpp"

namespace panggil::ctl {

struct Bundle {
  ClientId name{"x"};
  std::string role;  ///< the first word of the name, unless the office's file says another
  SiteId site{"x"};
  std::string broker;                  ///< `ssl://server:8883`
  std::optional<std::string> area;     ///< of a display
  std::optional<std::string> counter;  ///< of a counter
  Certified own;
  std::string authority;  ///< its certificate
};

std::string to_text(const Bundle& bundle);
/// Checks that all is there, legal, and fits together.
/// \throws std::runtime_error (settings::BadSettings for the settings) saying what is wrong
Bundle read_bundle(const std::string& file_name, std::string_view text);

/// Only the settings before the first PEM block. \throws as read_bundle()
Bundle read_bundle_settings(const std::string& file_name, std::string_view text);

/// The program that a role is for, as in `display`; nothing for a word that is no role.
std::optional<std::string> program_of(std::string_view role);
/// The first word of a name: its role, where it is one.
std::string first_word(const ClientId& name);

}  // namespace panggil::ctl
