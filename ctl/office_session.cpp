#include "ctl/office_session.hpp"

namespace panggil::ctl {

mqtt::Options connection(const Settings& settings) {
  return session::beside_a_window(settings::connection(settings.machine, settings.name));
}

void follow_state(session::Session& session) {
  const auto& topics = session.topics();
  for (const auto& filter : {topics.every_device_state(), topics.every_queue(), topics.every_counter(),
                             topics.every_board(), topics.office()}) {
    session.follow({.filter = filter, .qos = 0});
  }
}

}  // namespace panggil::ctl
