/// \file
/// `panggil-ctl device …` and `panggil-ctl join`: who belongs to the site. Each prints what it did and what
/// comes next, never a key, and gives the exit code.
#pragma once

#include "common/session/wording.hpp"
#include "ctl/command_line.hpp"
#include "ctl/devices/command_line.hpp"

namespace panggil::ctl {

/// Makes the authority, sets the broker up, and gives certificates to the dispatcher and to panggil-ctl here.
int init_site(const DeviceFlags& flags, const Settings& settings, const session::Wording& wording);
/// Writes a bundle for each new device. 1: a name is taken; then none is written.
int add_device(const DeviceFlags& flags, const session::Wording& wording);
/// A new bundle for one that is known; what is the server's own gets its certificate at once. 1: the name is
/// unknown.
int renew_device(const DeviceFlags& flags, const Settings& settings, const session::Wording& wording);
/// Certificates, and what is heard of the devices. 4: nothing could be heard; the certificates are printed
/// all the same.
int list_devices(const DeviceFlags& flags, const Settings& settings, const session::Wording& wording);
/// 0: the broker refuses the name from now on, and its connection is gone. 4: listed, but the broker here
/// could not be asked. What is the server's own gets another certificate at once.
int revoke_device(const DeviceFlags& flags, const Settings& settings, const session::Wording& wording);
/// 0: installed, and the broker lets it in. 1: the bundle cannot be used. 4: installed, but the broker cannot
/// be reached, with the reason.
int join_site(const DeviceFlags& flags, const session::Wording& wording);

int run_devices(const DeviceFlags& flags, const Settings& settings);

}  // namespace panggil::ctl
