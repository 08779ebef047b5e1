#include "kiosk/settings.hpp"

#include <utility>

namespace panggil::kiosk {

Settings read_settings(const CommandLine& line) {
  const auto document = settings::load_machine_document("kiosk", line.common);
  auto machine = settings::read_machine(document.root());
  settings::check_files(document.root(), machine);
  document.root().no_other_keys();
  document.require_clean();
  settings::apply_flags(machine, line.common);
  const auto name = machine.name.value_or(ClientId("kiosk-1"));
  return {std::move(machine), name};
}

}  // namespace panggil::kiosk
