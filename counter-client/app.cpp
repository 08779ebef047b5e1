#include "counter-client/app.hpp"

#include "common/session/one_shot.hpp"
#include "counter-client/model/words.hpp"

namespace panggil::counter {
namespace {

session::Errand errand(const CommandLine& line, const CounterId& counter) {
  session::Errand errand{line.action, line.command, std::nullopt};
  errand.command.counter = counter.text();
  if (!line.no_expect && !line.command.expect) errand.expect_what_is_shown = counter;
  return errand;
}

}  // namespace

int run_action(const CommandLine& line, const Settings& settings) {
  return session::run_one_shot({.program = "panggil-counter",
                                .machine = settings.machine,
                                .name = settings.name,
                                .errand = errand(line, settings.counter),
                                .json = line.json,
                                .in_words = in_words});
}

}  // namespace panggil::counter
