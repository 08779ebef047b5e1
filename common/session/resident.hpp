/// \file
/// A program that stays: finds its office if it was not told which, and says that it is there and how it is.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/protocol/message/device.hpp"
#include "common/session/session.hpp"
#include "common/session/site_search.hpp"
#include "common/session/vital_signs.hpp"
#include "common/settings/machine.hpp"

namespace panggil::session {

struct ResidentSettings {
  std::string program;  ///< e.g. `panggil-counter`
  settings::Machine machine;
  ClientId name;
  bool one_of_several = false;  ///< others may run under the same name, as windows at one counter
};

/// Everything happens, and every handler is called, on the thread of the event loop.
class Resident {
 public:
  using OnSession = std::function<void(Session&)>;
  using OnHealth = std::function<void(protocol::Health&)>;

  /// All of these must outlive it. \throws std::runtime_error for a broker that cannot be meant
  Resident(ResidentSettings settings, EventLoop& loop, const Clock& clock);

  /// Begins. `on_session` is called once, as soon as the office is known, at once where it was told: the
  /// place to set handlers and to follow topics. A broker that is not there yet, and one that knows of no
  /// office or of several, are waited for. \throws as make_paho_transport()
  void begin(OnSession on_session);
  /// To add to each health report what is particular to the program.
  void on_health(OnHealth fill) { fill_ = std::move(fill); }
  void report_health_anew() { vital_signs_.report_anew(clock_.mono()); }

  /// Null until the office is known.
  Session* session() { return session_ ? &*session_ : nullptr; }
  LinkState link_state() const;
  /// It was never up, nothing has gone wrong yet, and it may be up in a moment.
  bool hopeful() const;
  /// Where the broker knows of several, and nobody has said which.
  const std::vector<SiteId>& offices_to_choose_from() const { return to_choose_from_; }

  /// To be called once a turn of the loop, after what is to be seen is on the screen; returns when it wants
  /// to be called next.
  std::optional<Deadline> turn();
  /// Says `offline`, and disconnects. Blocks up to a second.
  void close();

 private:
  void join(const SiteId& site);
  std::optional<Deadline> search();
  void tell(const SiteSearch& found, bool over);
  void report_health();

  ResidentSettings settings_;
  EventLoop& loop_;
  const Clock& clock_;
  MonoTime started_;
  OnSession on_session_;
  OnHealth fill_;
  VitalSigns vital_signs_;
  std::optional<Connection> searching_;
  std::optional<SiteSeeker> seeker_;
  std::string told_;  ///< in the log, of the search
  std::vector<SiteId> to_choose_from_;
  std::optional<Connection> connection_;
  std::optional<Session> session_;  // last: it uses the others
};

}  // namespace panggil::session
