#include "ctl/devices/broker_files.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "common/texts/spoken.hpp"
#include "ctl/devices/private_file.hpp"
#include "ctl/devices/services.hpp"
#include "ctl/is_there.hpp"

namespace panggil::ctl {
namespace {

const Access kBrokersOwn{0600, "mosquitto", "mosquitto"};
const Access kBrokersFolder{0700, "mosquitto", "mosquitto"};
constexpr std::string_view kShippedListener = "listener 8883";

}  // namespace

void write_broker_files(const Authority& authority, const Places& places, WallTime now,
                        std::chrono::seconds validity) {
  const auto own = authority.certify_broker(now, validity);
  const auto folder = places.broker_files();
  make_directory(folder, kBrokersFolder);
  write_file(folder / "ca.pem", authority.certificate(), kBrokersOwn);
  write_file(folder / "broker.pem", own.certificate, kBrokersOwn);
  write_file(folder / "broker.key", own.key.reveal(), kBrokersOwn);
  write_revoked(authority, places);
}

void write_revoked(const Authority& authority, const Places& places) {
  write_file(places.broker_files() / "revoked.pem", authority.revoked(), kBrokersOwn);
}

std::string broker_settings(const Places& places, int port) {
  const auto shipped = places.shipped_broker_settings();
  if (!is_there(shipped))
    throw std::runtime_error(spoken_text("device.no_package", {{"file", shipped.string()}}));
  auto text = read_file(shipped);
  if (const auto place = text.find(kShippedListener); place != std::string::npos)
    text.replace(place, kShippedListener.size(), fmt::format("listener {}", port));
  return text;
}

void write_broker_settings(const Places& places, const std::string& text) {
  const auto file = places.broker_settings();
  make_directory(file.parent_path(), {0755});
  if (is_there(file)) write_file(std::filesystem::path(file) += ".before", read_file(file), {0644});
  write_file(file, text, {0644});
}

bool reload_broker(const std::string& command) {
  if (!command.empty()) return run_command({"sh", "-c", command});
  return has_systemd() && run_command({"systemctl", "reload", "mosquitto"});
}

}  // namespace panggil::ctl
