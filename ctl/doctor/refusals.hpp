/// \file
/// What the broker did not let devices do, from its log: /usr/lib/panggil/broker-log writes it. Pure.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace panggil::ctl {

struct Refusals {
  long times = 0;
  std::string last_topic;
};

/// By the names of who tried. Lines that tell of nothing refused are passed over.
std::map<std::string, Refusals> refusals_in(std::string_view log);

}  // namespace panggil::ctl
