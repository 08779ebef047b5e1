#include "common/session/resident.hpp"

#include <algorithm>
#include <utility>

#include "common/base/log.hpp"
#include "common/base/version.hpp"
#include "common/session/one_shot.hpp"
#include "common/session/patience.hpp"

namespace panggil::session {
namespace {
constexpr Millis kPatienceAtTheEnd{1000};

std::string list_of(const std::vector<SiteId>& sites) {
  std::string list;
  for (const auto& site : sites) list += (list.empty() ? "" : ", ") + site.text();
  return list;
}
}  // namespace

Resident::Resident(ResidentSettings settings, EventLoop& loop, const Clock& clock)
    : settings_(std::move(settings)),
      loop_(loop),
      clock_(clock),
      started_(clock.mono()),
      vital_signs_(clock.mono()) {}

void Resident::begin(OnSession on_session) {
  on_session_ = std::move(on_session);
  if (settings_.machine.site) return join(*settings_.machine.site);
  // On a connection of its own: the will of the one that stays names the office.
  searching_.emplace(beside_a_window(settings::connection(settings_.machine, settings_.name)));
  seeker_.emplace(*searching_, loop_, clock_);
}

void Resident::join(const SiteId& site) {
  const Presence presence{site, settings_.name, settings_.program, std::string(kVersion), clock_.wall()};
  auto options = settings::connection(settings_.machine, settings_.name);
  // On a broker that takes the user name for the client id each needs a name of its own.
  if (settings_.one_of_several) options = beside_a_window(std::move(options));
  options.will = offline(presence);
  connection_.emplace(std::move(options));
  session_.emplace(*connection_, loop_, clock_, site, settings_.name);
  session_->announce(presence);
  on_session_(*session_);
}

std::optional<Deadline> Resident::search() {
  const auto next = seeker_->turn();
  const auto found = seeker_->found();
  tell(found, seeker_->over());
  to_choose_from_ = found.sites.size() > 1 ? found.sites : std::vector<SiteId>{};
  if (found.sites.size() != 1 || !seeker_->over()) return next;
  seeker_.reset();
  searching_->transport->close(kFarewell);
  searching_.reset();
  log::info("the office is {}, the only one at the broker", found.sites.front().text());
  join(found.sites.front());
  return session_->turn();
}

void Resident::tell(const SiteSearch& found, bool over) {
  std::string what;
  if (found.trouble)
    what = "no connection to the broker: " + to_text(*found.trouble) + "; trying again";
  else if (found.sites.size() > 1)
    what = "there are several offices at this broker: " + list_of(found.sites) +
           "; name one with --site, or with \"site:\" in the settings";
  else if (found.reached && found.sites.empty() && over)
    what = "the broker knows of no office yet; waiting for the dispatcher";
  if (what != told_ && !what.empty()) log::warn("{}", what);
  if (!what.empty()) told_ = what;
}

LinkState Resident::link_state() const {
  if (session_) return session_->link_state();
  return seeker_ && seeker_->found().reached ? LinkState::kSilent : LinkState::kNoBroker;
}

bool Resident::hopeful() const {
  if (clock_.mono() - started_ >= Link::kSilence) return false;
  if (session_) return !session_->link().last_beat() && !session_->link().trouble();
  return seeker_ && !seeker_->found().trouble && to_choose_from_.empty();
}

void Resident::report_health() {
  const bool connected = connection_ && connection_->transport->connected();
  auto health = vital_signs_.turn(clock_.mono(), connected);
  if (!health) return;
  if (fill_) fill_(*health);
  if (connected) session_->report(*health);
}

std::optional<Deadline> Resident::turn() {
  auto next = session_ ? session_->turn() : search();
  report_health();
  const auto sooner = [&next](std::optional<Deadline> other) {
    if (other) next = next ? std::min(*next, *other) : *other;
  };
  sooner(vital_signs_.deadline());
  if (hopeful()) sooner(started_ + Link::kSilence);
  // What was published in this turn may have to be sent on.
  if (connection_) sooner(connection_->transport->next_pump());
  return next;
}

void Resident::close() {
  if (session_) return session_->close(kPatienceAtTheEnd);
  if (searching_) searching_->transport->close(kFarewell);
}

}  // namespace panggil::session
