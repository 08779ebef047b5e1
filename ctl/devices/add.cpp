#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <stdexcept>

#include "common/base/clock.hpp"
#include "common/settings/command_line.hpp"
#include "common/texts/spoken.hpp"
#include "ctl/devices/authority.hpp"
#include "ctl/devices/broker_files.hpp"
#include "ctl/devices/devices.hpp"
#include "ctl/devices/office_ids.hpp"
#include "ctl/devices/own_devices.hpp"
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

/// The flag's; without it the only one there is.
std::optional<std::string> area_of(const ClientId& name, const std::string& flag, const OfficeIds& ids) {
  if (!flag.empty()) return flag;
  if (ids.areas.empty()) return std::nullopt;
  if (ids.areas.size() == 1) return ids.areas.front();
  throw std::invalid_argument(
      spoken_text("device.which_area",
                  {{"name", name.text()}, {"areas", fmt::format("{}", fmt::join(ids.areas, ", "))}}));
}

Bundle asked_for(const std::string& name, const DeviceFlags& flags, const Site& site, const OfficeIds& ids) {
  Bundle bundle;
  bundle.name = legal(name);
  bundle.role = role_of(bundle.name, flags.role);
  bundle.site = site.site;
  bundle.broker = site.broker();
  if (bundle.role == "display") bundle.area = area_of(bundle.name, flags.area, ids);
  if (bundle.role == "counter") {
    bundle.counter = flags.counter.empty() ? name.substr(name.find('-') + 1) : flags.counter;
  }
  return bundle;
}

int write(const Bundle& bundle, const DeviceFlags& flags, const session::Wording& wording) {
  const auto file = flags.output.empty() ? bundle.name.text() + ".panggil" : flags.output;
  write_file(std::filesystem::absolute(file), to_text(bundle));
  const auto until = facts_of(bundle.own.certificate).until;
  fmt::print("{}\n", wording.text("device.bundle_written", {{"name", bundle.name.text()},
                                                            {"file", file},
                                                            {"until", day_text(until)},
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

/// The office may be described later, so it is no more than a warning.
void warn_of_ids(const Bundle& bundle, const OfficeIds& ids, const session::Wording& wording) {
  const auto warn = [&](const std::string& key, const std::optional<std::string>& id,
                        const std::vector<std::string>& there) {
    if (!id || there.empty() || std::ranges::find(there, *id) != there.end()) return;
    const Facts facts{
        {"name", bundle.name.text()}, {"id", *id}, {"there", fmt::format("{}", fmt::join(there, ", "))}};
    fmt::print(stderr, "panggil-ctl: {}\n", wording.text(key, facts));
  };
  warn("device.no_such_area", bundle.area, ids.areas);
  warn("device.no_such_counter", bundle.counter, ids.counters);
}

int renew_own(const Authority& authority, const OwnDevice& own, const DeviceFlags& flags,
              const session::Wording& wording) {
  const auto places = flags.places();
  const auto until = give_own(authority, own, places, RealClock().wall(), flags.validity());
  fmt::print("{}\n", renewed_words(own, until, restart_own(own, places), wording));
  return settings::kDone;
}

}  // namespace

int add_device(const DeviceFlags& flags, const session::Wording& wording) {
  const auto authority = Authority::open(flags.places().authority());
  if (flags.names.size() > 1 && !flags.output.empty())
    throw std::invalid_argument(spoken_text("device.one_output"));
  const auto ids = office_ids(flags.places());
  std::vector<Bundle> wanted;
  for (const auto& name : flags.names) {
    wanted.push_back(asked_for(name, flags, authority.site(), ids));
    if (std::ranges::count(flags.names, name) > 1) return complain(wording, "device.name_twice", name);
    if (authority.knows(wanted.back().name)) return complain(wording, "device.name_taken", name);
  }
  for (const auto& one : wanted) {
    const auto bundle = authority.add(one, RealClock().wall(), flags.validity());
    write(bundle, flags, wording);
    tell_of_role(bundle, wording);
    warn_of_ids(bundle, ids, wording);
  }
  return settings::kDone;
}

int renew_device(const DeviceFlags& flags, const Settings& settings, const session::Wording& wording) {
  const auto authority = Authority::open(flags.places().authority());
  const auto name = legal(flags.name);
  if (!authority.knows(name)) return complain(wording, "device.name_unknown", flags.name);
  const auto now = RealClock().wall();
  if (const auto own = own_device(name, settings.name); own && flags.output.empty())
    return renew_own(authority, *own, flags, wording);
  if (name.text() != kBroker) {
    auto bundle = authority.settings_of(name);
    bundle.broker = authority.site().broker();  // the server may have another name by now
    return write(authority.add(bundle, now, flags.validity()), flags, wording);
  }
  write_broker_files(authority, flags.places(), now, flags.validity());
  const bool reloaded = flags.places().here() && reload_broker(flags.reload);
  fmt::print("{}\n", wording.text(reloaded ? "device.broker_renewed" : "device.broker_to_reload"));
  return settings::kDone;
}

}  // namespace panggil::ctl
