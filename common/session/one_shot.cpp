#include "common/session/one_shot.hpp"

#include <utility>

#include "common/base/random_text.hpp"

namespace panggil::session {
namespace {
constexpr Millis kFarewell{200};
}

mqtt::Options beside_a_window(mqtt::Options options) {
  constexpr std::size_t kLongest = 32;
  const std::string suffix = "-" + random_text(8);
  options.user = options.user.value_or(options.client);
  options.client = ClientId(options.client.text().substr(0, kLongest - suffix.size()) + suffix);
  return options;
}

Result<SiteId, Ending> choose_site(const settings::Machine& machine, Connection& connection, EventLoop& loop,
                                   const Clock& clock) {
  if (machine.site) return *machine.site;
  const auto search = search_sites(connection, loop, clock);
  if (search.sites.size() == 1) return search.sites.front();
  return fail(no_single_site(search, machine.broker, Wording(machine.language)));
}

int run_one_shot(const OneShot& shot) {
  const RealClock clock;
  EventLoop loop;
  Connection connection(beside_a_window(settings::connection(shot.machine, shot.name)));
  const auto site = choose_site(shot.machine, connection, loop, clock);
  if (!site) return print(site.error(), shot.program);
  Session session(connection, loop, clock, *site, shot.name);
  const auto end = run_errand(session, loop, clock, shot.errand);
  const Wording wording(shot.machine.language, end.office);
  const int code = print(ending(end, wording, shot.json, shot.in_words), shot.program);
  session.close(kFarewell);  // after the answer is on the screen: this takes a moment
  return code;
}

}  // namespace panggil::session
