/// \file
/// What the doctor looks at, each with its findings.
#pragma once

#include "common/base/clock.hpp"
#include "ctl/doctor/examined.hpp"

namespace panggil::ctl {

/// The machine's own certificate: its dates.
void check_certificate(const Examined& examined, WallTime now, Findings& findings);
/// Whether the broker knows it by a name, and a program is there in that name: who comes in it once more, as
/// a check would, ends the connection of that program.
bool is_connected_by_name(const Examined& examined, const Places& places);
/// Name, port, TLS and, unless it `is_connected` already, login, told apart. \returns whether one gets in
bool check_broker(const Examined& examined, bool is_connected, WallTime now, Findings& findings);
/// Whether it is there, works, and has our version; and this machine's clock against its. Takes up to 5 s.
/// Comes in the name of the program. \pre not is_connected_by_name()
void check_dispatcher(const Examined& examined, Findings& findings);

/// Whether something sets this machine's clock.
void check_clock_is_set(Findings& findings);
/// Room where settings, journal and backups are.
void check_disk(const std::filesystem::path& directory, Findings& findings);
/// A television that is on, as the graphics card sees it.
void check_screen(const Places& places, Findings& findings);
void check_sound(const Places& places, Findings& findings);
void check_printer(const Examined& examined, Findings& findings);
/// On the broker's machine: what it did not let devices do within a day, from its log.
void check_refusals(const Places& places, Findings& findings);
/// The services of the programs here, as systemd sees them.
void check_services(const std::vector<Examined>& all, const Places& places, Findings& findings);

}  // namespace panggil::ctl
