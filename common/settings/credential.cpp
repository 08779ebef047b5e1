#include "common/settings/credential.hpp"

#include <cstdlib>
#include <string>
#include <system_error>

namespace panggil::settings {

std::filesystem::path credential(const std::filesystem::path& named, const CredentialFolders& folders) {
  const auto unit = named.parent_path();
  if (unit.parent_path() != folders.running || unit.extension() != ".service") return named;
  std::error_code unreadable;
  const auto own = folders.own / named.filename();
  if (!folders.own.empty() && std::filesystem::exists(own, unreadable)) return own;
  if (std::filesystem::exists(named, unreadable)) return named;
  const auto stored = folders.store / (unit.stem().string() + "." + named.filename().string());
  return std::filesystem::exists(stored, unreadable) ? stored : named;
}

std::filesystem::path CredentialFolders::of_this_service() {
  const char* folder = std::getenv("CREDENTIALS_DIRECTORY");
  return folder != nullptr ? folder : "";
}

}  // namespace panggil::settings
