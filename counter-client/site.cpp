#include "counter-client/site.hpp"

#include "common/session/one_shot.hpp"

namespace panggil::counter {

Result<SiteId, int> site_of(const Settings& settings, const Clock& clock) {
  if (settings.machine.site) return *settings.machine.site;
  // On a loop and a connection of their own: this happens once, before the work begins.
  EventLoop loop;
  session::Connection connection(
      session::beside_a_window(settings::connection(settings.machine, settings.name)));
  const auto site = session::choose_site(settings.machine, connection, loop, clock);
  if (!site) return fail(session::print(site.error(), "panggil-counter"));
  connection.transport->close(Millis(200));
  return *site;
}

}  // namespace panggil::counter
