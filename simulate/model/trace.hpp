/// \file
/// A recorded day: who came when for what, and when each was called. The format is in docs/simulation.md.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"
#include "common/base/time.hpp"
#include "common/protocol/message/office.hpp"

namespace panggil::simulate {

/// One ticket; times of the office's day, after midnight.
struct RecordedTicket {
  Seconds arrived;
  std::string service;            ///< its letter or id, as recorded
  std::optional<Seconds> called;  ///< nothing: never
  friend bool operator==(const RecordedTicket&, const RecordedTicket&) = default;
};

struct Trace {
  std::vector<RecordedTicket> tickets;  ///< by arrival
  std::map<std::string, int> counters;  ///< how many a service had open at most, where that was recorded
  /// In the order of their names, each once.
  std::vector<std::string> services() const;
  /// At least one for each service.
  int counters_of(const std::string& service) const;
  /// The last arrival or call.
  Seconds ends() const;
};

/// \param tickets   lines of `arrived_at,service,called_at` under a heading that names them, in any order
/// \param counters  lines of `at,service,open_counters`, likewise; may be empty
/// \returns otherwise which line is wrong, and what would be right
Result<Trace, std::string> parse_trace(std::string_view tickets, std::string_view counters);

/// Which of the office's services each recorded one is: its prefix or its id, whatever the case.
/// \returns otherwise a sentence that names those for which there is none
Result<std::map<std::string, ServiceId>, std::string> match_services(const Trace& trace,
                                                                     const protocol::Office& office);

}  // namespace panggil::simulate
