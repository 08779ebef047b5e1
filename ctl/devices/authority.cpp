#include "ctl/devices/authority.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "common/settings/yaml_reader.hpp"
#include "common/texts/spoken.hpp"
#include "ctl/devices/private_file.hpp"
#include "ctl/is_there.hpp"

namespace panggil::ctl {
namespace {

namespace fs = std::filesystem;

constexpr auto kValidity = std::chrono::hours(24 * 365 * 20);
constexpr auto kMoment = std::chrono::minutes(10);
constexpr auto kSiteFile = "site.yaml";
constexpr auto kRevoked = "revoked.pem";
const Access kOwn{0600};

std::string site_text(const Site& site) {
  std::string text = fmt::format(
      "# What this site's authority is for; panggil-ctl device init has written it. ca.key is the key to "
      "all.\n"
      "site: {}\nport: {}\nhosts:\n",
      site.site.text(), site.port);
  for (const auto& host : site.hosts) text += fmt::format("  - \"{}\"\n", host);
  return text;
}

Site read_site(const fs::path& file) {
  const auto document = settings::Document::load(file);
  const auto root = document.root();
  Site site;
  if (const auto id = root.required("site").id<SiteId>()) site.site = *id;
  site.port = static_cast<int>(root.required("port").whole(1, 65535));
  for (const auto& host : root.required("hosts").items()) site.hosts.push_back(host.text());
  root.no_other_keys();
  document.require_clean();
  return site;
}

std::string address(const std::string& host, int port) {
  return host.find(':') == std::string::npos ? fmt::format("ssl://{}:{}", host, port)
                                             : fmt::format("ssl://[{}]:{}", host, port);
}

/// The settings of a device without its certificates.
std::string settings_text(const Bundle& device) {
  Bundle bare = device;
  bare.own = {};
  bare.authority.clear();
  return to_text(bare);
}

}  // namespace

std::string Site::broker() const {
  return address(hosts.front(), port);
}
std::string Site::broker_here() const {
  return address("localhost", port);
}

Authority::Authority(fs::path directory, Site site, Certified own)
    : directory_(std::move(directory)), site_(std::move(site)), own_(std::move(own)) {}

Authority Authority::make(const fs::path& directory, const Site& site, WallTime now) {
  if (is_there(directory / "ca.key"))
    throw std::runtime_error(spoken_text("device.authority_there", {{"directory", directory.string()}}));
  make_directory(directory, {0700});
  make_directory(directory / "devices", {0700});
  Authority authority(directory, site, make_authority("Panggil " + site.site.text(), now, kValidity));
  write_file(directory / kSiteFile, site_text(site), kOwn);
  write_file(directory / "ca.pem", authority.own_.certificate, kOwn);
  write_file(directory / kRevoked, ctl::revoke(authority.own_, "", {}, now), kOwn);
  // Last: with it there is an authority.
  write_file(directory / "ca.key", authority.own_.key.reveal(), kOwn);
  return authority;
}

Authority Authority::open(const fs::path& directory) {
  std::error_code unseen;
  if (!fs::exists(directory / "ca.key", unseen))
    throw std::runtime_error(spoken_text("device.authority_none", {{"directory", directory.string()}}));
  return {directory,
          read_site(directory / kSiteFile),
          {read_file(directory / "ca.pem"), Secret(read_file(directory / "ca.key"))}};
}

fs::path Authority::device(const ClientId& name) const {
  return directory_ / "devices" / name.text();
}

void Authority::keep(const ClientId& name, const std::string& certificate) const {
  make_directory(device(name), {0700});
  write_file(device(name) / (facts_of(certificate).serial + ".pem"), certificate, kOwn);
}

Certified Authority::certify_broker(WallTime now, std::chrono::seconds validity) const {
  auto hosts = site_.hosts;
  for (const char* here : {"localhost", "127.0.0.1", "::1"})
    if (std::find(hosts.begin(), hosts.end(), here) == hosts.end()) hosts.emplace_back(here);
  auto own = certify(own_, {site_.hosts.front(), CertificateUse::kServer, hosts, validity}, now);
  keep(ClientId("broker"), own.certificate);
  return own;
}

Bundle Authority::add(Bundle bundle, WallTime now, std::chrono::seconds validity) const {
  bundle.own = certify(own_, {bundle.name.text(), CertificateUse::kClient, {}, validity}, now);
  bundle.authority = own_.certificate;
  keep(bundle.name, bundle.own.certificate);
  write_file(device(bundle.name) / "settings.yaml", settings_text(bundle), kOwn);
  return bundle;
}

Bundle Authority::settings_of(const ClientId& name) const {
  const auto file = device(name) / "settings.yaml";
  if (!is_there(file)) throw std::runtime_error(spoken_text("device.name_unknown", {{"name", name.text()}}));
  return read_bundle_settings(file.string(), read_file(file));
}

bool Authority::knows(const ClientId& name) const {
  return is_there(device(name));
}

std::vector<Known> Authority::all() const {
  std::vector<Known> all;
  for (const auto& directory : fs::directory_iterator(directory_ / "devices")) {
    Known known{directory.path().filename().string(), {}};
    for (const auto& file : fs::directory_iterator(directory))
      if (file.path().extension() == ".pem") known.certificates.push_back(facts_of(read_file(file)));
    std::sort(known.certificates.begin(), known.certificates.end(),
              [](const auto& one, const auto& other) { return one.until < other.until; });
    if (!known.certificates.empty()) all.push_back(std::move(known));
  }
  std::sort(all.begin(), all.end(), [](const auto& one, const auto& other) { return one.name < other.name; });
  return all;
}

Certified Authority::momentary(const ClientId& name, WallTime now) const {
  return certify(own_, {name.text(), CertificateUse::kClient, {}, kMoment}, now);
}

void Authority::revoke(const ClientId& name, const std::vector<std::string>& more, WallTime now) const {
  auto serials = more;
  for (const auto& known : all())
    if (known.name == name.text())
      for (const auto& certificate : known.certificates) serials.push_back(certificate.serial);
  write_file(directory_ / kRevoked, ctl::revoke(own_, revoked(), serials, now), kOwn);
  fs::remove_all(device(name));
}

std::string Authority::revoked() const {
  return read_file(directory_ / kRevoked);
}

}  // namespace panggil::ctl
