#include "counter-client/settings.hpp"

#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <cstring>
#include <stdexcept>

#include "counter-client/pad_settings.hpp"

namespace panggil::counter {
namespace {

std::optional<CounterId> read_counter(const settings::Node& root) {
  const auto node = root.optional("counter");
  return node.present() ? node.id<CounterId>() : std::nullopt;
}

CounterId choose_counter(const std::optional<CounterId>& in_file, const std::optional<std::string>& flag) {
  if (flag) {
    if (const auto counter = CounterId::parse(*flag)) return *counter;
    throw std::invalid_argument("--counter " + *flag +
                                ": a counter's id from the office's file is expected, such as 3");
  }
  if (in_file) return *in_file;
  throw std::invalid_argument(
      "which counter is this? Say --counter ID, or put \"counter:\" into counter.yaml");
}

ClientId default_name(const CounterId& counter) {
  if (const auto name = ClientId::parse("counter-" + counter.text())) return *name;
  throw std::invalid_argument("counter-" + counter.text() +
                              " is too long for a client's name; say --name CLIENT");
}

const std::vector<std::string> kLanguages = {"id", "en"};

/// As the dispatcher takes them: for the record, and for the counter's clients.
std::vector<std::string> read_texts(const settings::Node& node) {
  constexpr std::size_t kLongest = 64;
  std::vector<std::string> texts;
  if (!node.present()) return texts;
  for (const auto& item : node.items()) {
    texts.push_back(item.text());
    if (texts.back().size() > kLongest) item.fault("at most 64 characters go into the record");
  }
  return texts;
}

std::optional<Picture> picture(const CommandLine& line) {
  if (!line.screenshot) return std::nullopt;
  const auto folder =
      line.screenshot->has_parent_path() ? line.screenshot->parent_path() : std::filesystem::path(".");
  if (::access(folder.c_str(), W_OK | X_OK) != 0)
    throw std::invalid_argument("--screenshot " + line.screenshot->string() +
                                ": nothing can be written into " + folder.string() + ": " +
                                std::strerror(errno));
  return Picture{*line.screenshot, std::chrono::microseconds(std::llround(line.after_s * 1e6))};
}

/// What only one of the ways of use knows.
void require_sense(const CommandLine& line, const Settings& settings) {
  if (line.keypad && !line.action.empty())
    throw std::invalid_argument("--keypad and the action " + line.action + " exclude each other");
  if (line.keypad && line.screenshot)
    throw std::invalid_argument("--keypad has no window to take a picture of; leave --screenshot out");
  if (line.keypad && !settings.pad)
    throw std::invalid_argument("which number pad? Put \"keypad: {device: NAME or PATH}\" into counter.yaml");
}

}  // namespace

Settings read_settings(const CommandLine& line) {
  const auto document = settings::load_machine_document("counter", line.common);
  const auto root = document.root();
  auto machine = settings::read_machine(root);
  settings::check_files(root, machine);
  const auto in_file = read_counter(root);
  std::string language;
  if (const auto node = root.optional("screen_language"); node.present())
    language = kLanguages[node.choice(kLanguages).value_or(0)];
  auto officers = read_texts(root.optional("officers"));
  auto reasons = read_texts(root.optional("pause_reasons"));
  auto pad = read_pad(root.optional("keypad"));
  root.no_other_keys();
  document.require_clean();
  settings::apply_flags(machine, line.common);
  const auto counter = choose_counter(in_file, line.counter);
  const auto name = machine.name ? *machine.name : default_name(counter);
  Settings settings{std::move(machine), counter,        name,         language, std::move(officers),
                    std::move(reasons), std::move(pad), picture(line)};
  require_sense(line, settings);
  return settings;
}

}  // namespace panggil::counter
