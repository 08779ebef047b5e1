#include "ctl/devices/renewal.hpp"

namespace panggil::ctl {
namespace {

/// Shutting out the server's own gives it another certificate at once, so it is renewed even then.
std::string way(const char* by_file, const Holder& holder, const session::Wording& wording) {
  return wording.text(holder.is_servers_own ? "device.renewal_in_place" : by_file, {{"name", holder.name}});
}

}  // namespace

std::string renewal(const Holder& holder, const session::Wording& wording) {
  return way("device.renewal_by_file", holder, wording);
}

std::string readmission(const Holder& holder, const session::Wording& wording) {
  return way("device.readmission_by_file", holder, wording);
}

}  // namespace panggil::ctl
