#include <fmt/format.h>

#include <cstdio>
#include <stdexcept>

#include "common/base/clock.hpp"
#include "common/settings/command_line.hpp"
#include "common/texts/spoken.hpp"
#include "ctl/devices/authority.hpp"
#include "ctl/devices/broker_files.hpp"
#include "ctl/devices/devices.hpp"
#include "ctl/devices/private_file.hpp"

namespace panggil::ctl {
namespace {

constexpr std::string_view kBroker = "broker";

ClientId legal(const std::string& name) {
  if (const auto id = ClientId::parse(name)) return *id;
  throw std::invalid_argument(spoken_text("device.no_name", {{"name", name}}));
}

/// What the name says, or the flag where the name says nothing.
std::string role_of(const ClientId& name, const std::string& flag) {
  const auto word = first_word(name);
  const auto role = flag.empty() ? word : flag;
  if (program_of(role) && role != "dispatcher") return role;
  throw std::invalid_argument(spoken_text("device.no_role", {{"role", role}}));
}

Bundle asked_for(const std::string& name, const DeviceFlags& flags, const Site& site) {
  Bundle bundle;
  bundle.name = legal(name);
  bundle.role = role_of(bundle.name, flags.role);
  bundle.site = site.site;
  bundle.broker = site.broker();
  if (!flags.area.empty() && bundle.role == "display") bundle.area = flags.area;
  if (bundle.role == "counter") {
    bundle.counter = flags.counter.empty() ? name.substr(name.find('-') + 1) : flags.counter;
  }
  return bundle;
}

int write(const Bundle& bundle, const DeviceFlags& flags, const session::Wording& wording) {
  const auto file = flags.output.empty() ? bundle.name.text() + ".panggil" : flags.output;
  write_file(std::filesystem::absolute(file), to_text(bundle));
  const auto until = to_text(Stamp{facts_of(bundle.own.certificate).until});
  fmt::print("{}\n", wording.text("device.bundle_written", {{"name", bundle.name.text()},
                                                            {"file", file},
                                                            {"until", until.substr(0, 10)},
                                                            {"program", *program_of(bundle.role)}}));
  return settings::kDone;
}

int complain(const session::Wording& wording, const std::string& key, const std::string& name) {
  fmt::print(stderr, "panggil-ctl: {}\n", wording.text(key, {{"name", name}}));
  return settings::kRefused;
}

/// A role that the name does not say has to stand in the office's file.
void tell_of_role(const Bundle& bundle, const session::Wording& wording) {
  if (bundle.role == first_word(bundle.name)) return;
  fmt::print("{}\n",
             wording.text("device.role_in_office", {{"name", bundle.name.text()}, {"role", bundle.role}}));
}

}  // namespace

int add_device(const DeviceFlags& flags, const session::Wording& wording) {
  const auto authority = Authority::open(flags.places().authority());
  if (flags.names.size() > 1 && !flags.output.empty())
    throw std::invalid_argument(spoken_text("device.one_output"));
  std::vector<Bundle> wanted;
  for (const auto& name : flags.names) {
    wanted.push_back(asked_for(name, flags, authority.site()));
    if (authority.knows(wanted.back().name)) return complain(wording, "device.name_taken", name);
  }
  for (const auto& one : wanted) {
    const auto bundle = authority.add(one, RealClock().wall(), flags.validity());
    write(bundle, flags, wording);
    tell_of_role(bundle, wording);
  }
  return settings::kDone;
}

int renew_device(const DeviceFlags& flags, const session::Wording& wording) {
  const auto authority = Authority::open(flags.places().authority());
  const auto name = legal(flags.name);
  if (!authority.knows(name)) return complain(wording, "device.name_unknown", flags.name);
  const auto now = RealClock().wall();
  if (name.text() != kBroker)
    return write(authority.add(authority.settings_of(name), now, flags.validity()), flags, wording);
  write_broker_files(authority, flags.places(), now, flags.validity());
  const bool reloaded = flags.places().here() && reload_broker(flags.reload);
  fmt::print("{}\n", wording.text(reloaded ? "device.broker_renewed" : "device.broker_to_reload"));
  return settings::kDone;
}

}  // namespace panggil::ctl
