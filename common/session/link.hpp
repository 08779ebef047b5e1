/// \file
/// What a client knows of its way to the dispatcher, from the beats. Pure: told what has come and what time
/// it is.
#pragma once

#include <optional>
#include <string>

#include "common/base/time.hpp"
#include "common/mqtt/trouble.hpp"
#include "common/protocol/message/command.hpp"
#include "common/protocol/message/presence.hpp"

namespace panggil::session {

enum class LinkState {
  kNoBroker,  ///< no connection to the broker
  kSilent,    ///< the broker is there, but no beat for kSilence (or none yet)
  kOffline,   ///< the broker is there and says that the dispatcher is not
  kUp,        ///< beats come: a command sent now will be heard
};

class Link {
 public:
  /// Without a beat for so long the link counts as down.
  static constexpr Millis kSilence{3000};

  void broker_connected();
  void broker_lost(mqtt::Trouble trouble);
  /// True when the dispatcher has another epoch than before: all that was known is to be forgotten.
  bool beat(const protocol::Beat& beat, MonoTime now);
  /// As beat(). A will of an earlier run than the one known is ignored.
  bool status(const protocol::Status& status);

  LinkState state(MonoTime now) const;
  /// When state() will change if nothing comes; nothing: not by itself.
  std::optional<MonoTime> changes_at(MonoTime now) const;
  /// The last beat's stamp, to be sent with a command. Nothing unless the link is up.
  std::optional<protocol::Lease> lease(MonoTime now) const;
  /// Since the last beat; nothing before the first.
  std::optional<Millis> silence(MonoTime now) const;
  const std::optional<protocol::Beat>& last_beat() const { return beat_; }
  const std::optional<protocol::Status>& last_status() const { return status_; }
  /// Why the broker cannot be reached; nothing while it can or nothing is known yet.
  const std::optional<mqtt::Trouble>& trouble() const { return trouble_; }

 private:
  bool is_new_epoch(const std::string& epoch);

  bool broker_ = false;
  bool said_offline_ = false;
  std::optional<mqtt::Trouble> trouble_;
  std::string epoch_;
  std::optional<protocol::Beat> beat_;
  std::optional<protocol::Status> status_;
  MonoTime heard_{};
};

}  // namespace panggil::session
