#include "dispatcher/settings/dispatcher_file.hpp"

#include "common/settings/speech.hpp"
#include "common/texts/spoken.hpp"
#include "dispatcher/settings/office_file.hpp"

namespace panggil::settings {
namespace {

struct DispatcherFile {
  Machine machine;
  std::filesystem::path office;
  std::filesystem::path state = "/var/lib/panggil";
  std::optional<std::filesystem::path> backups;
  std::size_t keep_backups = 14;
};

std::filesystem::path office_directory(const Node& root) {
  const auto node = root.optional("office");
  return node.present() ? node.path() : "/etc/panggil";
}

DispatcherFile read_file(const Node& root) {
  DispatcherFile file{.machine = read_machine(root)};
  file.office = office_directory(root);
  if (const auto node = root.optional("state"); node.present()) file.state = node.path();
  if (const auto node = root.optional("backups"); node.present()) file.backups = node.path();
  if (const auto node = root.optional("keep_backups"); node.present())
    file.keep_backups = static_cast<std::size_t>(node.whole(1, 10'000));
  check_files(root, file.machine);
  root.no_other_keys();
  return file;
}

void apply(DispatcherFile& file, const DispatcherFlags& flags) {
  apply_flags(file.machine, flags.common);
  file.office = flags.office.value_or(file.office);
  file.state = flags.state.value_or(file.state);
}

/// The office, or the faults of both files, so that one run tells all.
core::Office load_office_after(std::vector<Problem> problems, const std::filesystem::path& directory) {
  std::optional<core::Office> office;
  try {
    office = load_office(directory);
  } catch (const BadSettings& bad) {
    problems.insert(problems.end(), bad.problems().begin(), bad.problems().end());
  } catch (const std::runtime_error& unreadable) {
    if (problems.empty()) throw;
    problems.push_back({(directory / "office.yaml").string(), 0, 0, unreadable.what()});
  }
  if (!problems.empty()) throw BadSettings(std::move(problems));
  return std::move(*office);
}

/// Its first language, as far as one sees it in a file that may have faults.
void speak_as_the_office(const std::filesystem::path& directory) {
  std::error_code ignored;
  const auto file = directory / "office.yaml";
  if (!std::filesystem::exists(file, ignored)) return;
  if (const auto language = language_in(read_text_of(file), "languages")) speak(*language);
}

void require_same_site(const Machine& machine, const core::Office& office) {
  if (!machine.site || *machine.site == office.site) return;
  throw std::runtime_error(
      spoken_text("usage.other_site", {{"own", machine.site->text()}, {"office", office.site.text()}}));
}

}  // namespace

DispatcherSettings load_dispatcher(const DispatcherFlags& flags) {
  const auto document = load_machine_document("dispatcher", flags.common);
  const auto root = document.root();
  const bool language_given = flags.common.language || root.optional("language").present();
  if (!language_given) speak_as_the_office(flags.office.value_or(office_directory(root)));
  auto file = read_file(root);
  apply(file, flags);
  auto office = load_office_after(document.problems(), file.office);
  require_same_site(file.machine, office);
  file.machine.site = office.site;
  if (!language_given) file.machine.language = office.languages.front();
  if (!file.machine.name) file.machine.name = ClientId("dispatcher");
  auto backups = file.backups.value_or(file.state / "backups");
  return {std::move(file.machine), std::move(file.state), std::move(office),
          std::move(file.office),  std::move(backups),    file.keep_backups};
}

}  // namespace panggil::settings
