#include <fmt/format.h>

#include <cstdio>

#include "common/settings/command_line.hpp"
#include "dispatcher/app.hpp"
#include "dispatcher/journal/errors.hpp"
#include "dispatcher/journal/verify.hpp"

namespace panggil {

int verify_journal(const settings::DispatcherSettings& settings) {
  try {
    const auto report = journal::verify(settings.state);
    fmt::print("{}", journal::to_text(report, settings.office.zone));
    return report.sound() ? settings::kDone : settings::kRefused;
  } catch (const journal::StateInUse& busy) {
    fmt::print(stderr, "panggil-dispatcher: {}\n", busy.what());
    return settings::kTryLater;
  }
}

}  // namespace panggil
