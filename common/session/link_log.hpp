/// \file
/// What a program that stays says in its log of its way to the dispatcher: each loss and each return once,
/// with the reason.
#pragma once

#include <optional>
#include <string>

#include "common/base/ids.hpp"
#include "common/session/link.hpp"

namespace panggil::session {

/// The loop's thread only.
class LinkLog {
 public:
  explicit LinkLog(SiteId site) : site_(std::move(site)) {}

  void broker_connected(MonoTime now);
  void broker_lost(const mqtt::Trouble& trouble);
  /// Says what has become of the dispatcher since the last look.
  void look(LinkState state, MonoTime now);
  /// When to look again at the latest; nothing: no need.
  std::optional<MonoTime> next() const;

 private:
  SiteId site_;
  LinkState told_ = LinkState::kNoBroker;
  std::optional<MonoTime> connected_;  ///< nothing has been said of the dispatcher since
};

}  // namespace panggil::session
