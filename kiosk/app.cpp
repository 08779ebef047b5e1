#include "kiosk/app.hpp"

#include "common/session/one_shot.hpp"
#include "kiosk/words.hpp"

namespace panggil::kiosk {

int run_action(const CommandLine& line, const Settings& settings) {
  return session::run_one_shot({.program = "panggil-kiosk",
                                .machine = settings.machine,
                                .name = settings.name,
                                .errand = {line.action, line.command, std::nullopt},
                                .json = line.json,
                                .in_words = in_words});
}

}  // namespace panggil::kiosk
