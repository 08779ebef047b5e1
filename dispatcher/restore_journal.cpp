#include <fmt/format.h>

#include <cstdio>

#include "common/settings/command_line.hpp"
#include "dispatcher/app.hpp"
#include "dispatcher/core/calendar.hpp"
#include "dispatcher/journal/restore.hpp"

namespace panggil {
namespace {

journal::RestoreRequest request(const settings::DispatcherSettings& settings,
                                const std::filesystem::path& backup, std::optional<int> skip,
                                const Clock& clock) {
  const auto& office = settings.office;
  journal::RestoreRequest request{.directory = settings.state,
                                  .backup = backup,
                                  .identity = {office.site, clock.simulated()},
                                  .now = clock.wall(),
                                  .today = core::service_day(office, clock.wall()),
                                  .prefixes = {},
                                  .skip = skip};
  for (const auto& service : office.services) request.prefixes[service.prefix] = office.first_number;
  return request;
}

std::string in_words(const journal::Restored& restored) {
  std::string text = fmt::format(
      "{} is restored: {} events, the queue as it was after event {}. It has a new epoch: when the "
      "dispatcher "
      "starts, every counter, display and kiosk takes the queue anew.\n",
      restored.backup.directory.string(), restored.backup.events, restored.state_at);
  if (!restored.set_aside.empty())
    text += fmt::format("The journal that stood there is kept as {}.\n", restored.set_aside.string());
  text += restored.end_known ? "Every number that was given out since is known, and none is given again.\n"
                             : "The numbers go on behind those that you had skipped.\n";
  return text +
         "Tickets that were issued after the backup are unknown: those people need a new one. Compare the "
         "queue "
         "with the room.\n";
}

int complain(const std::exception& error, int code) {
  fmt::print(stderr, "panggil-dispatcher: {}\n", error.what());
  return code;
}

}  // namespace

int restore_journal(const settings::DispatcherSettings& settings, const std::filesystem::path& backup,
                    std::optional<int> skip, const Clock& clock) {
  try {
    fmt::print("{}", in_words(journal::restore(request(settings, backup, skip, clock))));
    return settings::kDone;
  } catch (const journal::StateInUse& busy) {
    return complain(busy, settings::kTryLater);
  } catch (const journal::EndUnknown& unknown) {
    return complain(unknown, settings::kBadUsage);
  } catch (const journal::BadBackup& bad) {
    fmt::print(stderr, "{}", journal::to_text(bad.report(), settings.office.zone));
    return complain(bad, settings::kRefused);
  }
}

}  // namespace panggil
