/// \file
/// SQLite's way to the PowerCutDisk that lives.
#pragma once

namespace panggil::journal {

void register_power_cut_vfs();
void unregister_power_cut_vfs();

}  // namespace panggil::journal
