#include "common/settings/credential.hpp"

#include <string>
#include <system_error>

namespace panggil::settings {

std::filesystem::path credential(const std::filesystem::path& named, const CredentialFolders& folders) {
  const auto unit = named.parent_path();
  if (unit.parent_path() != folders.running || unit.extension() != ".service") return named;
  std::error_code unreadable;
  if (std::filesystem::exists(named, unreadable)) return named;
  const auto stored = folders.store / (unit.stem().string() + "." + named.filename().string());
  return std::filesystem::exists(stored, unreadable) ? stored : named;
}

}  // namespace panggil::settings
