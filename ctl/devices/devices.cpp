#include "ctl/devices/devices.hpp"

namespace panggil::ctl {

int run_devices(const DeviceFlags& flags, const Settings& settings) {
  const session::Wording wording(settings.machine.language);
  switch (flags.action) {
    case DeviceAction::kInit:
      return init_site(flags, settings, wording);
    case DeviceAction::kAdd:
      return add_device(flags, wording);
    case DeviceAction::kList:
      return list_devices(flags, settings, wording);
    case DeviceAction::kRevoke:
      return revoke_device(flags, settings, wording);
    case DeviceAction::kRenew:
      return renew_device(flags, settings, wording);
    case DeviceAction::kJoin:
      return join_site(flags, wording);
  }
  return settings::kBadUsage;
}

}  // namespace panggil::ctl
