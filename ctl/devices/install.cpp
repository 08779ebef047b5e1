#include "ctl/devices/install.hpp"

#include <fmt/format.h>

#include "common/settings/yaml_reader.hpp"
#include "ctl/devices/private_file.hpp"
#include "ctl/devices/settings_edit.hpp"
#include "ctl/is_there.hpp"

namespace panggil::ctl {
namespace {

namespace fs = std::filesystem;

const Access kRootAlone{0600};
const Access kForTheGroup{0640, "root", "panggil"};
const Access kForAll{0644};

struct Part {
  std::string name;  ///< as systemd and the settings call it
  std::string contents;
  bool secret = false;
};

std::vector<Part> parts(const Bundle& bundle) {
  return {{"ca", bundle.authority},
          {"certificate", bundle.own.certificate},
          {"key", bundle.own.key.reveal(), true}};
}

/// Written for a service; how the service itself sees them.
SettingLines install_credentials(const std::vector<Part>& all, const Places& places, Installed& installed) {
  make_directory(places.at("/etc/credstore"), {0700});
  std::string tls;
  for (const auto& part : all) {
    const auto file = places.at(fmt::format("/etc/credstore/panggil-{}.{}", installed.program, part.name));
    write_file(file, part.contents, kRootAlone);
    installed.files.push_back(file);
    tls +=
        fmt::format("\n  {}: /run/credentials/{}/{}", part.name, Places::unit(installed.program), part.name);
  }
  return {{"tls", tls}};
}

/// Beside the settings.
SettingLines install_files(const std::vector<Part>& all, const Places& places, Installed& installed) {
  std::string tls;
  for (const auto& part : all) {
    const auto name = fmt::format("{}.{}.pem", installed.program, part.name);
    const auto file = places.settings(installed.program).parent_path() / name;
    write_file(file, part.contents, part.secret ? kForTheGroup : kForAll);
    installed.files.push_back(file);
    tls += fmt::format("\n  {}: {}", part.name, name);
  }
  return {{"tls", tls}};
}

SettingLines settings_of(const Bundle& bundle, const std::string& broker) {
  SettingLines lines{
      {"broker", " " + broker}, {"site", " " + bundle.site.text()}, {"name", " " + bundle.name.text()}};
  if (bundle.area) lines.emplace_back("area", " " + *bundle.area);
  if (bundle.counter) lines.emplace_back("counter", fmt::format(" \"{}\"", *bundle.counter));
  return lines;
}

void update_settings(const fs::path& file, SettingLines lines, const SettingLines& more) {
  lines.insert(lines.end(), more.begin(), more.end());
  const auto before = is_there(file) ? read_file(file) : std::string();
  const auto after = with_settings(before, lines);
  settings::Document::parse(file.string(), after).require_clean();
  if (after != before) write_file(file, after, kForAll);
}

}  // namespace

Installed install(const Bundle& bundle, const Places& places, const std::string& broker) {
  Installed installed;
  installed.program = *program_of(bundle.role);
  installed.settings = places.settings(installed.program);
  installed.service = places.has_service(installed.program);
  make_directory(installed.settings.parent_path(), {0755});
  const auto all = parts(bundle);
  const auto tls =
      installed.service ? install_credentials(all, places, installed) : install_files(all, places, installed);
  update_settings(installed.settings, settings_of(bundle, broker), tls);
  return installed;
}

}  // namespace panggil::ctl
