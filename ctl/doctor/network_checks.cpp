#include <algorithm>
#include <cstdlib>

#include "common/base/random_text.hpp"
#include "common/base/version.hpp"
#include "common/session/one_shot.hpp"
#include "common/session/trouble.hpp"
#include "ctl/doctor/checks.hpp"
#include "ctl/doctor/obstacle_words.hpp"
#include "ctl/doctor/running.hpp"

namespace panggil::ctl {
namespace {

using session::LinkState;

constexpr auto kEndsSoon = std::chrono::days(60);
constexpr Millis kForABeat{5000};
/// A screen that is two seconds off shows another minute than the clock on the wall.
constexpr Millis kSlightlyOff{2000};
constexpr Millis kFarOff{60'000};

/// Listens until a beat comes, or for five seconds.
void listen(session::Session& session, EventLoop& loop, const Clock& clock) {
  const auto end = clock.mono() + kForABeat;
  loop.on_turn([&]() -> std::optional<Deadline> {
    const auto next = session.turn();
    const bool heard = session.link_state() == LinkState::kUp && session.link().last_status();
    if (heard || clock.mono() >= end) loop.stop();
    return next ? std::min(*next, Deadline(end)) : Deadline(end);
  });
  loop.run();
}

void compare_clocks(const protocol::Status& status, const protocol::Beat& beat, WallTime now,
                    Findings& findings) {
  if (status.clock == "simulated") return findings.warn("clock", "clock_simulated");
  const auto off = std::chrono::abs(now - beat.time.time);
  const Facts facts{{"seconds", std::to_string(std::chrono::round<std::chrono::seconds>(off).count())}};
  if (off >= kFarOff) return findings.bad("clock", "clock_off", facts);
  if (off >= kSlightlyOff) return findings.warn("clock", "clock_off", facts);
  findings.ok("clock", "clock_right");
}

void judge(const session::Session& session, Findings& findings) {
  const auto& link = session.link();
  const auto state = session.link_state();
  if (state == LinkState::kNoBroker)
    return findings.bad("dispatcher", "dispatcher_unheard",
                        {{"why", session::trouble_in_words(link.trouble(), findings.wording())}});
  const auto& status = link.last_status();
  if (!status) return findings.bad("dispatcher", "dispatcher_never", {{"site", session.site().text()}});
  if (state != LinkState::kUp) return findings.bad("dispatcher", "dispatcher_gone");
  const Facts facts{{"version", status->version}, {"own", std::string(kVersion)}};
  if (status->state == "degraded")
    findings.warn("dispatcher", "dispatcher_degraded", {{"reason", status->reason.value_or("–")}});
  else if (status->version != kVersion)
    findings.warn("dispatcher", "dispatcher_other_version", facts);
  else
    findings.ok("dispatcher", "dispatcher_there", facts);
}

/// As the program itself would connect, but with the files where they are for us.
mqtt::Options options_of(const Examined& examined) {
  mqtt::Options options{.broker = examined.machine.broker,
                        .client = examined.machine.name.value_or(ClientId("supervisor-1")),
                        .password = examined.credentials.password,
                        .tls = examined.machine.tls,
                        .will = {}};
  return session::beside_a_window(std::move(options));
}

}  // namespace

void check_certificate(const Examined& examined, WallTime now, Findings& findings) {
  if (!examined.credentials.own) return;
  const auto another = renewal(examined.holder, findings.wording());
  try {
    const auto facts = facts_of(examined.credentials.own->certificate);
    const Facts words{
        {"name", facts.common_name},
        {"until", day_text(facts.until)},
        {"from", day_text(facts.from)},
        {"renewal", renewal({facts.common_name, examined.holder.is_servers_own}, findings.wording())}};
    const auto fault = fault_of(*examined.credentials.own, examined.credentials.authority);
    const auto& name = examined.machine.name;
    if (!fault.empty())
      findings.bad("certificate", "certificate_unusable", {{"why", fault}, {"renewal", another}});
    else if (name && name->text() != facts.common_name)
      findings.bad("certificate", "certificate_of_another",
                   {{"name", name->text()}, {"other", facts.common_name}, {"renewal", another}});
    else if (now > facts.until)
      findings.bad("certificate", "certificate_over", words);
    else if (now < facts.from)
      findings.bad("certificate", "certificate_not_yet", words);
    else if (facts.until - now < kEndsSoon)
      findings.warn("certificate", "certificate_ends", words);
    else
      findings.ok("certificate", "certificate_good", words);
  } catch (const std::runtime_error& error) {
    findings.bad("certificate", "certificate_unusable", {{"why", error.what()}, {"renewal", another}});
  }
}

bool is_connected_by_name(const Examined& examined, const Places& places) {
  const bool by_name = examined.credentials.own || examined.credentials.password;
  return by_name && runs_here(examined, places);
}

bool check_broker(const Examined& examined, bool is_connected, WallTime now, Findings& findings) {
  const auto& broker = examined.machine.broker;
  BrokerProbe probe(examined.credentials);
  auto probed = probe.reach(broker);
  // Who shows a certificate is known by it.
  const bool known = examined.credentials.own.has_value();
  if (probed.ok() && !known && !is_connected) probed = probe.log_in("doctor-" + random_text(8));
  if (!probed.ok() && !examined.knows_broker) {
    findings.bad("broker", "broker_untold");
    return false;
  }
  if (!probed.ok()) {
    findings.add({"broker", Level::kBad, in_words(probed, broker, examined.holder, findings.wording())});
    return false;
  }
  const auto until = probe.broker_until();
  if (until && *until - now < kEndsSoon)
    findings.warn("broker", "broker_ends", {{"broker", broker}, {"until", day_text(*until)}});
  else
    findings.ok("broker", "broker_there", {{"broker", broker}});
  return true;
}

void check_dispatcher(const Examined& examined, Findings& findings) {
  const RealClock clock;
  EventLoop loop;
  session::Connection way(options_of(examined));
  const auto site = session::choose_site(examined.machine, way, loop, clock);
  if (!site) return findings.bad("dispatcher", "dispatcher_unheard", {{"why", site.error().complaint}});
  session::Session session(way, loop, clock, *site, examined.machine.name.value_or(ClientId("supervisor-1")));
  listen(session, loop, clock);
  judge(session, findings);
  const auto& link = session.link();
  if (session.link_state() == LinkState::kUp && link.last_status() && link.last_beat())
    compare_clocks(*link.last_status(), *link.last_beat(), clock.wall(), findings);
  session.close(Millis(200));
}

}  // namespace panggil::ctl
