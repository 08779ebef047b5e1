#include "common/settings/machine.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <grp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <cstring>

#include "common/base/log.hpp"
#include "common/base/result.hpp"
#include "common/base/version.hpp"
#include "common/mqtt/broker_address.hpp"
#include "common/settings/credential.hpp"
#include "common/settings/nearest.hpp"
#include "common/settings/speech.hpp"
#include "common/settings/system_words.hpp"
#include "common/texts/spoken.hpp"

namespace panggil::settings {
namespace {

const std::vector<std::string> kLanguages = {"en", "id"};
const std::vector<std::string> kLevels(std::begin(kLogLevels), std::end(kLogLevels));

/// What is wrong with it, or nothing.
std::optional<std::string> fault_of_broker(const std::string& uri) {
  try {
    mqtt::parse_broker_address(uri);
    return std::nullopt;
  } catch (const mqtt::BadBrokerPort&) {
    return spoken_text("fault.broker_port", {{"uri", uri}});
  } catch (const std::runtime_error&) {
    return spoken_text("fault.broker", {{"uri", uri}});
  }
}

std::string read_broker(const Node& node) {
  const std::string uri = node.text();
  if (uri.empty()) return uri;
  if (const auto fault = fault_of_broker(uri)) node.fault_in_words(*fault);
  return uri;
}

mqtt::Tls read_tls(const Node& node, const std::string& broker) {
  mqtt::Tls tls;
  if (!node.present()) return tls;
  if (const auto ca = node.required("ca"); ca.present()) tls.ca = credential(ca.path());
  const auto certificate = node.optional("certificate");
  const auto key = node.optional("key");
  if (certificate.present()) tls.certificate = credential(certificate.path());
  if (key.present()) tls.key = credential(key.path());
  node.no_other_keys();
  if (certificate.present() != key.present()) node.fault("fault.certificate_and_key");
  if (broker.starts_with("tcp://")) node.key_fault("fault.tls_needs_ssl", {{"broker", broker}});
  return tls;
}

void read_word(std::string& target, const Node& node, const std::vector<std::string>& words) {
  if (!node.present()) return;
  if (const auto choice = node.choice(words)) target = words[*choice];
}

std::string wrong_flag(std::string_view flag, const std::string& value, const std::string& why) {
  return spoken_text("usage.flag", {{"flag", std::string(flag)}, {"value", value}, {"why", why}});
}

template <class T>
void take_id(std::optional<T>& target, const std::optional<std::string>& flag, std::string_view name) {
  if (!flag) return;
  target = T::parse(*flag);
  if (!target) throw std::invalid_argument(wrong_flag(name, *flag, spoken_text("usage.id_form")));
}

void take_word(std::string& target, const std::optional<std::string>& flag, std::string_view name,
               const std::vector<std::string>& words) {
  if (!flag) return;
  if (std::find(words.begin(), words.end(), *flag) == words.end())
    throw std::invalid_argument(
        wrong_flag(name, *flag, spoken_text("usage.no_word", {{"meant", suggest(*flag, words)}})));
  target = *flag;
}

/// Closes itself.
class File {
 public:
  explicit File(const std::filesystem::path& path)
      : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

bool is_for_the_group(const std::filesystem::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0 || (status.st_mode & S_IRGRP) == 0) return false;
  const auto* group = ::getgrgid(status.st_gid);
  return group != nullptr && std::string_view(group->gr_name) == "panggil";
}

/// Why a file that says who this machine is could not be opened.
std::string why_closed(const std::filesystem::path& file, int error) {
  return error == EACCES && is_for_the_group(file) ? spoken_text("trouble.not_in_group")
                                                   : system_words(error);
}

/// What is wrong with it, or nothing. TLS itself would only say that it failed.
std::optional<std::string> fault_of_tls_file(const std::filesystem::path& file) {
  if (file.empty() || ::access(file.c_str(), R_OK) == 0) return std::nullopt;
  return spoken_text("fault.tls_file", {{"file", file.string()}, {"why", why_closed(file, errno)}});
}

std::string first_line(int descriptor) {
  std::string text(4096, '\0');
  const auto count = ::read(descriptor, text.data(), text.size());
  text.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
  return text.substr(0, text.find_first_of("\r\n"));
}

/// The password, or what is wrong with the file.
Result<Secret, std::string> password_in(const std::filesystem::path& path) {
  const auto wrong = [&](const std::string& why) {
    return fail(spoken_text("fault.password_file", {{"file", path.string()}, {"why", why}}));
  };
  const File file(path);
  struct stat status {};
  if (file.descriptor() < 0 || ::fstat(file.descriptor(), &status) != 0)
    return wrong(why_closed(path, errno));
  if (!S_ISREG(status.st_mode)) return wrong(spoken_text("fault.password_no_file"));
  if ((status.st_mode & S_IRWXO) != 0) return wrong(spoken_text("fault.password_open"));
  auto password = first_line(file.descriptor());
  if (password.empty()) return wrong(spoken_text("fault.password_empty"));
  return Secret(std::move(password));
}

}  // namespace

void add_common_flags(CLI::App& app, CommonFlags& flags) {
  app.set_version_flag("--version", fmt::format("{} {}", app.get_name(), kVersion));
  app.add_option("--config", flags.config, "Settings of this machine (YAML)")->type_name("FILE");
  app.add_flag("--check", flags.check, "Check the settings and exit: 0, or 2 and a list of what is wrong");
  app.add_option("--broker", flags.broker, "MQTT broker, tcp://HOST:PORT or ssl://HOST:PORT")
      ->type_name("URI");
  app.add_option("--site", flags.site, "The office's id")->type_name("ID");
  app.add_option("--name", flags.name, "This client's name at the broker")->type_name("CLIENT");
  app.add_option("--language", flags.language, "Language of messages: id or en")->type_name("LANGUAGE");
  app.add_option("--log-level", flags.log_level, fmt::format("One of {}", fmt::join(kLogLevels, ", ")))
      ->type_name("LEVEL");
}

Document load_machine_document(std::string_view program, const CommonFlags& flags) {
  const auto usual = std::filesystem::path("/etc/panggil") / fmt::format("{}.yaml", program);
  const auto file = flags.config.value_or(usual);
  std::error_code ignored;
  const bool there = flags.config || std::filesystem::exists(file, ignored);
  speak(language_of_environment());
  if (flags.language) speak_if_possible(*flags.language);
  const auto text = there ? read_text_of(file) : std::string();
  if (const auto language = language_in(text, "language"); language && !flags.language) speak(*language);
  return Document::parse(file.string(), text);
}

Machine read_machine(const Node& root) {
  Machine machine;
  machine.language = spoken().language();
  if (const auto node = root.optional("broker"); node.present()) machine.broker = read_broker(node);
  if (const auto node = root.optional("site"); node.present()) machine.site = node.id<SiteId>();
  if (const auto node = root.optional("name"); node.present()) machine.name = node.id<ClientId>();
  if (const auto node = root.optional("password_file"); node.present())
    machine.password_file = credential(node.path());
  machine.tls = read_tls(root.optional("tls"), machine.broker);
  read_word(machine.language, root.optional("language"), kLanguages);
  read_word(machine.log_level, root.optional("log_level"), kLevels);
  return machine;
}

void check_files(const Node& root, const Machine& machine) {
  if (machine.password_file) {
    const auto password = password_in(*machine.password_file);
    if (!password) root.optional("password_file").fault_in_words(password.error());
  }
  const auto tls = root.optional("tls");
  if (!tls.is_map()) return;
  for (const auto& [key, file] :
       {std::pair("ca", machine.tls.ca), std::pair("certificate", machine.tls.certificate),
        std::pair("key", machine.tls.key)})
    if (const auto fault = fault_of_tls_file(file)) tls.optional(key).fault_in_words(*fault);
}

void apply_flags(Machine& machine, const CommonFlags& flags) {
  if (flags.broker) {
    if (const auto fault = fault_of_broker(*flags.broker)) throw std::invalid_argument("--broker: " + *fault);
    machine.broker = *flags.broker;
  }
  take_id(machine.site, flags.site, "--site");
  take_id(machine.name, flags.name, "--name");
  take_word(machine.language, flags.language, "--language", kLanguages);
  take_word(machine.log_level, flags.log_level, "--log-level", kLevels);
}

std::optional<Secret> read_password(const Machine& machine) {
  if (!machine.password_file) return std::nullopt;
  auto password = password_in(*machine.password_file);
  if (!password) throw std::runtime_error(password.error());
  return std::move(*password);
}

mqtt::Options connection(const Machine& machine, const ClientId& name) {
  for (const auto& file : {machine.tls.ca, machine.tls.certificate, machine.tls.key})
    if (const auto fault = fault_of_tls_file(file)) throw std::runtime_error(*fault);
  return mqtt::Options{.broker = machine.broker,
                       .client = name,
                       .password = read_password(machine),
                       .tls = machine.tls,
                       .will = {}};
}

}  // namespace panggil::settings
