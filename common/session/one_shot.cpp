#include "common/session/one_shot.hpp"

#include <utility>

#include "common/base/random_text.hpp"
#include "common/session/patience.hpp"

namespace panggil::session {

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

void tell_other_sites(const Session& session, const mqtt::Options& options, const Wording& wording,
                      std::string_view program) {
  if (session.link_state() != LinkState::kSilent || session.link().last_status()) return;
  const RealClock clock;
  EventLoop loop;
  Connection connection(options);
  const auto found = search_sites(connection, loop, clock);
  if (!found.sites.empty())
    print({settings::kNoConnection,
           {},
           wording.text("session.offices_here", {{"list", sites_in_words(found, wording)}})},
          program);
  connection.transport->close(kFarewell);
}

int run_one_shot(const OneShot& shot) {
  const RealClock clock;
  EventLoop loop;
  const auto options = beside_a_window(settings::connection(shot.machine, shot.name));
  Connection connection(options);
  const auto site = choose_site(shot.machine, connection, loop, clock);
  if (!site) return print(site.error(), shot.program);
  Session session(connection, loop, clock, *site, shot.name);
  const auto end = run_errand(session, loop, clock, shot.errand);
  const Wording wording(shot.machine.language, end.office);
  const int code = print(ending(end, wording, shot.json, shot.in_words), shot.program);
  if (code == settings::kNoConnection && !end.interrupted)
    tell_other_sites(session, beside_a_window(options), wording, shot.program);
  session.close(kFarewell);  // after the answer is on the screen: this takes a moment
  return code;
}

}  // namespace panggil::session
