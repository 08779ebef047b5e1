#include "ctl/office_session.hpp"

#include "common/session/patience.hpp"

namespace panggil::ctl {
mqtt::Options connection(const Settings& settings) {
  return session::beside_a_window(settings::connection(settings.machine, settings.name));
}

int in_session(const Settings& settings, const Use& use) {
  return in_connection(settings, [&](auto&, auto& session, auto& loop, const auto& clock) {
    return use(session, loop, clock);
  });
}

int in_connection(const Settings& settings, const UseOfConnection& use) {
  const RealClock clock;
  EventLoop loop;
  session::Connection way(connection(settings));
  const auto site = session::choose_site(settings.machine, way, loop, clock);
  if (!site) return print(site.error(), "panggil-ctl");
  session::Session session(way, loop, clock, *site, settings.name);
  const int code = use(way, session, loop, clock);
  if (code == settings::kNoConnection && !loop.interrupted())
    session::tell_other_sites(session, connection(settings), session::Wording(settings.machine.language),
                              "panggil-ctl");
  session.close(session::kFarewell);
  return code;
}

void follow_state(session::Session& session) {
  const auto& topics = session.topics();
  for (const auto& filter : {topics.every_device_state(), topics.every_queue(), topics.every_counter(),
                             topics.every_board(), topics.office()}) {
    session.follow({.filter = filter, .qos = 0});
  }
}

}  // namespace panggil::ctl
