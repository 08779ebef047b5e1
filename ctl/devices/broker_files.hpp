/// \file
/// What Mosquitto reads of the authority's.
#pragma once

#include <string>

#include "ctl/devices/authority.hpp"
#include "ctl/devices/places.hpp"

namespace panggil::ctl {

/// The authority's certificate, the list of revoked ones, and a new certificate and key of the broker's own.
void write_broker_files(const Authority& authority, const Places& places, WallTime now,
                        std::chrono::seconds validity);
/// The list alone.
void write_revoked(const Authority& authority, const Places& places);
/// tls.conf with that port. \throws std::runtime_error when the package that brings it is not there
std::string broker_settings(const Places& places, int port);
/// Puts them in the place of the settings that are there; those stay as `….before`.
void write_broker_settings(const Places& places, const std::string& text);
/// Has the broker read its files again: by `command`, or by systemctl where that is empty. False: it could
/// not be done.
bool reload_broker(const std::string& command);

}  // namespace panggil::ctl
