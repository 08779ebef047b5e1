/// \file
/// The office's file of a server that has none yet: one that is shipped, or one of the office's own.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "common/base/ids.hpp"
#include "ctl/devices/places.hpp"

namespace panggil::ctl {

struct FirstOffice {
  std::filesystem::path source;
  SiteId site;
  std::string text;  ///< of the file
};

/// Reads it and puts nothing in place yet.
/// \param wanted the name of a shipped one, such as `cirebon`, or a file
/// \param site to stand in it in the place of its own
/// \throws std::runtime_error when there is no such one, it has faults, or an office's file is in place
/// already
FirstOffice first_office(const Places& places, const std::string& wanted, const std::optional<SiteId>& site);

void put_in_place(const FirstOffice& office, const Places& places);

}  // namespace panggil::ctl
