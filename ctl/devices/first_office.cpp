#include "ctl/devices/first_office.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "common/texts/spoken.hpp"
#include "ctl/devices/private_file.hpp"
#include "ctl/devices/settings_edit.hpp"
#include "ctl/is_there.hpp"
#include "dispatcher/settings/office_file.hpp"

namespace panggil::ctl {
namespace {

std::string names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  std::error_code absent;
  for (const auto& one : std::filesystem::directory_iterator(folder, absent))
    names.push_back(one.path().filename().string());
  std::sort(names.begin(), names.end());
  std::string result;
  for (const auto& name : names) result += (result.empty() ? "" : ", ") + name;
  return result.empty() ? "–" : result;
}

std::filesystem::path source_of(const Places& places, const std::string& wanted) {
  const auto shipped = places.shipped_offices();
  std::error_code unseen;
  if (const auto file = shipped / wanted / "office.yaml"; std::filesystem::is_regular_file(file, unseen))
    return file;
  if (is_there(wanted) && std::filesystem::is_regular_file(wanted, unseen)) return wanted;
  throw std::runtime_error(spoken_text(
      "device.no_office", {{"wanted", wanted}, {"folder", shipped.string()}, {"there", names_in(shipped)}}));
}

}  // namespace

FirstOffice first_office(const Places& places, const std::string& wanted, const std::optional<SiteId>& site) {
  if (is_there(places.office()))
    throw std::runtime_error(spoken_text("device.office_there", {{"file", places.office().string()}}));
  const auto source = source_of(places, wanted);
  const auto office = settings::read_office(settings::Document::load(source));
  FirstOffice result{source, office.site, read_file(source)};
  if (site && *site != office.site) {
    result.site = *site;
    result.text = with_settings(result.text, {{"site", " " + site->text()}});
  }
  return result;
}

void put_in_place(const FirstOffice& office, const Places& places) {
  make_directory(places.office().parent_path(), {0755});
  write_file(places.office(), office.text, {0644});
}

}  // namespace panggil::ctl
