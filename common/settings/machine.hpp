/// \file
/// What every program of ours is told about the machine it runs on: by its YAML file, and over that by its
/// flags.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/ids.hpp"
#include "common/mqtt/transport.hpp"
#include "common/settings/yaml_reader.hpp"

namespace CLI {
class App;
}

namespace panggil::settings {

struct Machine {
  std::string broker = "tcp://127.0.0.1:1883";
  std::optional<SiteId> site;
  std::optional<ClientId> name;  ///< MQTT client id, user name and `{client}` in topics
  std::optional<std::filesystem::path> password_file;
  mqtt::Tls tls;
  std::string language = "en";  ///< of messages to people: `id` or `en`; if nothing is said, what is spoken
  std::string log_level = "info";
};

/// What stood on the command line; nothing: not given.
struct CommonFlags {
  std::optional<std::filesystem::path> config;
  bool check = false;
  std::optional<std::string> broker, site, name, language, log_level;
};

/// Adds `--config --check --version --broker --site --name --language --log-level` to a program's command
/// line.
void add_common_flags(CLI::App& app, CommonFlags& flags);

/// The file named by `--config`, else `/etc/panggil/{program}.yaml`, else an empty document; `program` as in
/// `display`. From then on the program speaks the language of `--language`, else the file's, whatever faults
/// it has, else the environment's. \throws std::runtime_error when the file cannot be read.
Document load_machine_document(std::string_view program, const CommonFlags& flags);

/// Reads the keys of Machine out of the root of a program's file; leaves the program's own keys to the
/// caller.
Machine read_machine(const Node& root);
/// A fault for each file that read_machine() has named and that connection() would not be able to use: so
/// `--check` does not call good what cannot start.
void check_files(const Node& root, const Machine& machine);
/// Flags win. \throws std::invalid_argument naming the flag whose value is not legal and what would be.
void apply_flags(Machine& machine, const CommonFlags& flags);

/// The first line of the password file. \throws std::runtime_error when it cannot be read, is empty, or
/// others than its owner and group may read it.
std::optional<Secret> read_password(const Machine& machine);
/// How to reach the broker as `name`. \throws std::runtime_error as read_password(), or when a TLS file
/// cannot be read.
mqtt::Options connection(const Machine& machine, const ClientId& name);

}  // namespace panggil::settings
