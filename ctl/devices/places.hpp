/// \file
/// Where things are on a machine. Below another root than `/` for a disk that is being prepared, and in
/// tests.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace panggil::ctl {

class Places {
 public:
  explicit Places(std::filesystem::path root = "/") : root_(std::move(root)) {}

  /// The machine that we run on, not one that is being prepared.
  bool here() const { return root_ == "/"; }
  std::filesystem::path at(std::string_view absolute) const { return root_ / absolute.substr(1); }

  std::filesystem::path authority() const { return at("/etc/panggil/authority"); }
  std::filesystem::path office() const { return at("/etc/panggil/office.yaml"); }
  std::filesystem::path broker_files() const { return at("/etc/mosquitto/panggil"); }
  std::filesystem::path broker_settings() const { return at("/etc/mosquitto/conf.d/panggil.conf"); }
  std::filesystem::path shipped_broker_settings() const {
    return at("/usr/share/panggil/mosquitto/tls.conf");
  }
  /// A folder for each.
  std::filesystem::path shipped_offices() const { return at("/usr/share/panggil/offices"); }
  /// `program` as in `display`.
  std::filesystem::path settings(std::string_view program) const {
    return at("/etc/panggil/" + std::string(program) + ".yaml");
  }
  /// The service of a program, as systemd calls it.
  static std::string unit(std::string_view program) { return "panggil-" + std::string(program) + ".service"; }
  bool has_service(std::string_view program) const {
    std::error_code unseen;
    return std::filesystem::exists(at("/lib/systemd/system/" + unit(program)), unseen) ||
           std::filesystem::exists(at("/etc/systemd/system/" + unit(program)), unseen);
  }

 private:
  std::filesystem::path root_;
};

}  // namespace panggil::ctl
