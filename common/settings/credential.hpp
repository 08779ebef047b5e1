/// \file
/// Secrets that systemd hands to a service (LoadCredential=), for whoever starts the program by hand or by
/// another unit.
#pragma once

#include <filesystem>

namespace panggil::settings {

/// Where systemd has them.
struct CredentialFolders {
  std::filesystem::path running = "/run/credentials";  ///< `UNIT.service/NAME`, while the unit runs
  std::filesystem::path store = "/etc/credstore";      ///< `UNIT.NAME`, always
  std::filesystem::path own = of_this_service();       ///< `NAME`, where a unit started us; else empty

  static std::filesystem::path of_this_service();
};

/// The file that is meant by one of a running service: the one that systemd has handed to us, where it has,
/// under whatever unit; itself, where that service runs; else the one that systemd would hand over. Any other
/// file is itself.
std::filesystem::path credential(const std::filesystem::path& named, const CredentialFolders& folders = {});

}  // namespace panggil::settings
