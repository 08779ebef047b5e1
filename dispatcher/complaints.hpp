/// \file
/// What devices do wrong, for the log: one that does it without end must not drive everything else out of it.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "common/base/ids.hpp"
#include "common/base/time.hpp"

namespace panggil {

/// Ten lines a minute for each name; the rest of the minute is counted.
class Complaints {
 public:
  /// Whether a line is to be written of `client` now.
  bool may_tell(const ClientId& client, MonoTime now);
  /// Of a minute that is over: a line for each of which more came than was told.
  std::vector<std::string> untold(MonoTime now);

 private:
  std::map<ClientId, std::size_t> of_the_minute_;
  MonoTime minute_ends_{};
};

}  // namespace panggil
