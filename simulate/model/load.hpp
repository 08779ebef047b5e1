/// \file
/// Plain load: clients that press again as soon as they have their answer.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/protocol/message/counter.hpp"
#include "common/protocol/message/event.hpp"
#include "common/protocol/message/office.hpp"
#include "common/protocol/message/result.hpp"
#include "simulate/model/counter_view.hpp"
#include "simulate/model/draw.hpp"
#include "simulate/model/play.hpp"

namespace panggil::simulate {

struct LoadOptions {
  std::size_t counters = 10;  ///< of the office's, the first so many
  std::size_t kiosks = 10;
  std::size_t outstanding = 1;  ///< presses under way at most, of all clients together
  std::size_t waiting = 20;     ///< so many numbers wait before the first `next`
  Millis pause{0};              ///< of office time, between an answer and the next press of whoever is free
  bool every_action = false;    ///< else only issue and next, as many of one as of the other
  std::uint64_t seed = 1;
};

class Load : public Play {
 public:
  /// \pre the office has counters
  Load(LoadOptions options, const protocol::Office& office);

  std::vector<ClientId> cast() const override;
  std::vector<Press> due(WallTime now) override;
  std::optional<WallTime> next_due() const override;
  void settled(const Press& press, const session::Outcome& outcome, WallTime now) override;
  void settled_late(const Press& press, const session::Outcome& outcome, WallTime now) override;
  void seen(const protocol::Counter& counter, WallTime now) override;
  void happened(const protocol::Event&, WallTime) override {}
  void wind_up() override { winding_up_ = true; }
  bool over(WallTime) const override { return winding_up_ && under_way_ == 0; }
  const Tally& tally() const override { return tally_; }
  std::map<ServiceId, std::size_t> waiting() const override { return {}; }

  /// All counters are open and as many wait as should: what comes now may be measured.
  bool warm() const;

 private:
  struct Client {
    ClientId name;
    std::optional<CounterView> view;  ///< of a counter; nothing: a kiosk
    bool pressed = false;
  };
  bool wants_number() const;
  Client* free_client(bool kiosk);
  Press press_of(Client& client);
  Press issue(const ClientId& kiosk);
  Client& client(const ClientId& name);
  void note(const protocol::ActionResult& result);

  LoadOptions options_;
  std::vector<std::string> services_;  ///< that the chosen counters take
  std::vector<std::string> classes_;
  Draw draw_;
  std::vector<Client> clients_;
  std::size_t turn_ = 0;     ///< whose it is
  std::size_t issuing_ = 0;  ///< `issue` under way
  std::size_t calling_ = 0;  ///< `next` under way
  std::size_t under_way_ = 0;
  WallTime quiet_until_{};         ///< nobody presses before
  std::set<std::string> numbers_;  ///< waiting, as far as known
  bool winding_up_ = false;
  Tally tally_;
};

}  // namespace panggil::simulate
