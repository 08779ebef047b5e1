#include "dispatcher/app.hpp"

#include "common/base/log.hpp"
#include "common/base/version.hpp"
#include "common/mqtt/paho_transport.hpp"
#include "common/runtime/service_notify.hpp"
#include "common/settings/command_line.hpp"
#include "dispatcher/core/calendar.hpp"
#include "dispatcher/core/office_change.hpp"
#include "dispatcher/gateway/answers.hpp"
#include "dispatcher/journal/open_journal.hpp"
#include "dispatcher/settings/office_file.hpp"

namespace panggil {
namespace {

/// Commands that may wait while a turn runs; a hall of a hundred counters makes five a second.
constexpr std::size_t kInboxSize = 4096;
/// What is still on its way to the broker at the end gets this long.
constexpr Millis kClosePatience{2000};
/// Old events are read over a few at a time while nobody asks for anything: a year's journal in about an
/// hour.
constexpr std::size_t kScrubRows = 200;
constexpr Millis kScrubPeriod{500};
constexpr Millis kClockPeriod{1000};

/// The office's file was changed while the dispatcher stood still, and tickets of today need what it lacks.
struct OfficeLosesTickets : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class App {
 public:
  explicit App(DispatcherRun run)
      : run_(std::move(run)),
        office_(run_.settings.office),
        inbox_(kInboxSize),
        opened_(journal::open_journal(
            {run_.settings.state, office_.site, run_.clock->simulated(), run_.clock->wall()})),
        identity_{{opened_.journal->epoch(), run_.clock->simulated() ? "simulated" : "real"},
                  opened_.journal->boot(),
                  std::string(kVersion),
                  stamp(office_.zone, run_.clock->wall())},
        transport_(mqtt::make_paho_transport(connection(), inbox_)),
        backups_(*opened_.journal, run_.settings.backups, run_.settings.keep_backups),
        engine_(office_, *opened_.journal, *transport_, *run_.clock,
                Catalogue::of(run_.settings.machine.language), identity_) {
    require_no_loss();
    if (opened_.damage) log::error("{}", journal::to_text(*opened_.damage));
    if (opened_.concern) engine_.report_damage(*opened_.concern);
    log::info("site {}, epoch {}, boot {}: {} events, {} tickets today", office_.site.text(),
              identity_.run.epoch, identity_.boot, engine_.state().seq, engine_.state().tickets.size());
  }

  int run() {
    // Taking from the inbox is the turn's; its descriptor only has to wake the loop.
    loop_.watch(inbox_.fd(), [] {});
    loop_.on_turn([this] { return turn(); });
    engine_.on_reload([this] { return settings::load_office(run_.settings.office_directory); });
    engine_.on_backup(backups_);
    loop_.on_hangup([this] { engine_.reload("SIGHUP"); });
    engine_.start();
    notify_ready();
    loop_.run();
    notify_stopping();
    // Of the one that stays nothing may be overwritten.
    if (!engine_.yields()) engine_.stop();
    transport_->close(kClosePatience);
    log::info("stopped");
    return engine_.yields() ? settings::kTryLater : settings::kDone;
  }

 private:
  void require_no_loss() const {
    const auto lost = core::refuse_loss(office_, engine_.state(), run_.clock->wall());
    if (!lost) return;
    throw OfficeLosesTickets(
        gateway::in_words(*lost, office_, Catalogue::of(run_.settings.machine.language)));
  }

  mqtt::Options connection() const {
    auto options = settings::connection(run_.settings.machine, *run_.settings.machine.name);
    const protocol::Topics topics(office_.site);
    options.will = Publisher::will(topics, identity_);
    return options;
  }

  std::optional<Deadline> turn() {
    const auto incoming = inbox_.take(kTurnMessages);
    engine_.turn(incoming);
    if (engine_.yields()) {
      loop_.stop();
      return std::nullopt;
    }
    transport_->pump();
    backups_.step();
    scrub_if_idle(incoming.empty());
    tell_dropped();
    tell_clock_behind();
    tell_watchdog();
    if (backups_.under_way()) return std::chrono::steady_clock::now();
    const auto pump = transport_->next_pump();
    return pump ? std::min(*pump, Deadline(engine_.next_turn())) : Deadline(engine_.next_turn());
  }

  void scrub_if_idle(bool idle) {
    const auto now = std::chrono::steady_clock::now();
    if (!idle || backups_.under_way() || found_damage_ || now < next_scrub_) return;
    next_scrub_ = now + kScrubPeriod;
    const auto progress = opened_.journal->scrub(kScrubRows);
    if (!progress.found) return;
    found_damage_ = true;
    engine_.report_damage(
        *progress.found +
        ". Today's work goes on; the next start repairs the journal. Check the disk, copy the state "
        "directory and restart the dispatcher at a quiet time");
  }

  /// Twice as often as systemd asks for, not at every turn: under load there are thousands a second.
  void tell_watchdog() {
    const auto now = std::chrono::steady_clock::now();
    if (!watchdog_ || now < next_watchdog_) return;
    next_watchdog_ = now + *watchdog_ / 2;
    notify_watchdog();
  }

  void tell_dropped() {
    const auto dropped = inbox_.dropped();
    if (dropped == told_dropped_) return;
    log::error(
        "{} messages came faster than they could be taken and were dropped; their senders will ask again",
        dropped - told_dropped_);
    told_dropped_ = dropped;
  }

  /// Then no day begins until it has come past the one that has. Looked at once a second.
  void tell_clock_behind() {
    const auto now = std::chrono::steady_clock::now();
    if (now < next_look_at_clock_) return;
    next_look_at_clock_ = now + kClockPeriod;
    const auto today = core::service_day(office_, run_.clock->wall());
    const auto& begun = engine_.state().day;
    const bool behind = begun && today < *begun;
    if (behind && !clock_behind_)
      log::error(
          "the clock says {}, but the service day {} has begun: its numbers go on until the clock has come "
          "past it; set the clock right",
          to_text(today), to_text(*begun));
    clock_behind_ = behind;
  }

  EventLoop loop_;  // first: it blocks the signals for every thread that follows
  DispatcherRun run_;
  const core::Office& office_;
  mqtt::Inbox inbox_;
  journal::Opened opened_;
  Publisher::Identity identity_;
  std::unique_ptr<mqtt::Transport> transport_;
  Backups backups_;
  Engine engine_;
  bool found_damage_ = false;  ///< in old events; it is told once, and repaired at the next start
  std::size_t told_dropped_ = 0;
  bool clock_behind_ = false;
  std::optional<std::chrono::microseconds> watchdog_ = watchdog_interval();
  Deadline next_watchdog_{};
  Deadline next_look_at_clock_{};
  Deadline next_scrub_{};
};

}  // namespace

int run_dispatcher(DispatcherRun run) {
  try {
    return App(std::move(run)).run();
  } catch (const journal::StateInUse& busy) {
    log::error("{}", busy.what());
    return settings::kTryLater;
  } catch (const OfficeLosesTickets& bad) {
    log::error("{}", bad.what());
    return settings::kBadUsage;
  }
}

}  // namespace panggil
