/// \file
/// A program that does one errand and ends.
#pragma once

#include <string>
#include <string_view>

#include "common/base/result.hpp"
#include "common/session/ending.hpp"
#include "common/session/errand.hpp"
#include "common/settings/machine.hpp"

namespace panggil::session {

/// The same connection under a client id of its own, so that the broker does not end that of a window which
/// runs under the same name. The user name, and with it the access rights, stay. A broker that takes the user
/// name for the client id (`use_username_as_clientid`) ends it all the same; there a command line needs a
/// name of its own.
mqtt::Options beside_a_window(mqtt::Options options);

/// The site that is named, else the only one there is at the broker.
Result<SiteId, Ending> choose_site(const settings::Machine& machine, Connection& connection, EventLoop& loop,
                                   const Clock& clock);

/// After a session with a site of which the broker holds nothing: says on standard error which ones there
/// are. \param options of a connection of its own, made for it
void tell_other_sites(const Session& session, const mqtt::Options& options, const Wording& wording,
                      std::string_view program);

struct OneShot {
  std::string program;  ///< for messages
  settings::Machine machine;
  ClientId name;
  Errand errand;
  bool json = false;
  InWords in_words;
};

/// Connects, asks, prints the answer; the exit code. Up to 15 s. \throws as make_paho_transport().
int run_one_shot(const OneShot& shot);

}  // namespace panggil::session
