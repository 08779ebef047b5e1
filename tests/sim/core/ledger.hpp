/// \file
/// An observer who writes down what happened and knows nothing of State: what must never happen is told from
/// the events alone, so that State and the checks on it cannot be wrong together.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "dispatcher/core/event.hpp"

namespace panggil::core {

class Ledger {
 public:
  /// What is wrong with this event after all the ones before, or nothing.
  std::optional<std::string> take(const Event& event);

  const std::map<TicketNumber, std::string>& tickets() const { return tickets_; }
  const std::map<CounterId, TicketNumber>& current() const { return current_; }
  /// The class that the rules called last for the service, and how often in a row; none if they called nobody
  /// yet.
  std::pair<std::optional<ClassId>, int> turns(const ServiceId& service) const;

 private:
  using Wrong = std::optional<std::string>;
  Wrong take(const DayStarted& body);
  Wrong take(const CounterOpened& body);
  Wrong take(const CounterPaused& body);
  Wrong take(const CounterClosed& body);
  Wrong take(const TicketIssued& body);
  Wrong take(const TicketCalled& body);
  Wrong take(const TicketRecalled& body);
  Wrong take(const ServiceStarted& body);
  Wrong take(const TicketCompleted& body);
  Wrong take(const TicketSkipped& body);
  Wrong take(const TicketReinstated& body);
  Wrong take(const TicketCancelled& body);
  Wrong take(const TicketHeld& body);
  Wrong take(const TicketTransferred& body);
  Wrong take(const TicketReleased& body);
  Wrong take(const ActionUndone& body);
  Wrong take(const NoticePosted& body);
  Wrong take(const NoticeCleared& body);
  Wrong take(const ServiceSuspended& body);
  Wrong take(const ServiceRestored& body);

  /// A page of the ledger as it stood before some event, to be gone back to.
  struct Page {
    std::map<TicketNumber, std::string> tickets;
    std::map<TicketNumber, ServiceId> services;
    std::map<CounterId, TicketNumber> current;
    std::set<CounterId> open;
    std::map<ServiceId, std::vector<ClassId>> called;
  };
  Page page() const { return {tickets_, services_, current_, open_, called_}; }

  /// Moves a ticket along one arrow of the diagram of states.
  Wrong move(const TicketNumber& ticket, const std::set<std::string>& from, const std::string& to);
  Wrong count_call(CallNumber call);
  Wrong leave(const TicketNumber& ticket, const CounterId& counter);

  Seq seq_ = 0;
  CallNumber calls_ = 0;
  std::optional<Day> day_;
  std::map<TicketNumber, std::string> tickets_;
  std::map<CounterId, TicketNumber> current_;
  std::set<CounterId> open_;
  std::map<std::string, int> series_;
  std::map<TicketNumber, TicketIssued> issued_;
  std::map<TicketNumber, ServiceId> services_;  ///< which each waits for, or had last
  std::map<Seq, Page> pages_;                   ///< this day's, before each event
  std::set<std::string> notices_;
  std::set<std::string> notices_ever_;
  std::set<ServiceId> suspended_;
  std::map<ServiceId, std::vector<ClassId>> called_;  ///< by the rules, oldest first
};

}  // namespace panggil::core
