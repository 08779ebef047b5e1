/// \file
/// Secrets that systemd hands to a service (LoadCredential=), for whoever starts the program by hand.
#pragma once

#include <filesystem>

namespace panggil::settings {

/// Where systemd has them.
struct CredentialFolders {
  std::filesystem::path running = "/run/credentials";  ///< `UNIT.service/NAME`, while the unit runs
  std::filesystem::path store = "/etc/credstore";      ///< `UNIT.NAME`, always
};

/// The file that is meant by one of a running service: itself, or, where the service does not run, the one
/// that systemd would hand over. Any other file is itself.
std::filesystem::path credential(const std::filesystem::path& named, const CredentialFolders& folders = {});

}  // namespace panggil::settings
