#include "counter-client/settings.hpp"

#include <stdexcept>

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

}  // namespace

Settings read_settings(const CommandLine& line) {
  const auto document = settings::load_machine_document("counter", line.common);
  auto machine = settings::read_machine(document.root());
  settings::check_files(document.root(), machine);
  const auto in_file = read_counter(document.root());
  document.root().no_other_keys();
  document.require_clean();
  settings::apply_flags(machine, line.common);
  const auto counter = choose_counter(in_file, line.counter);
  const auto name = machine.name ? *machine.name : default_name(counter);
  return {std::move(machine), counter, name};
}

}  // namespace panggil::counter
