/// \file
/// How a command line ends: what it prints, and with which exit code. Pure.
#pragma once

#include <functional>
#include <string>

#include "common/protocol/message/answer.hpp"
#include "common/session/errand.hpp"
#include "common/session/site_search.hpp"
#include "common/session/wording.hpp"
#include "common/settings/command_line.hpp"

namespace panggil::session {

struct Ending {
  settings::Exit code = settings::kDone;
  std::string output;     ///< to standard output, without a new line at the end
  std::string complaint;  ///< to standard error
};

/// The lines for a "yes".
using InWords = std::function<std::string(const protocol::Answer&, const Wording&)>;

/// `json`: the answer is printed as it came, "no" as well as "yes".
Ending ending(const ErrandEnd& end, const Wording& wording, bool json, const InWords& in_words);
/// `batam (online), cirebon (offline)`.
std::string sites_in_words(const SiteSearch& search, const Wording& wording);
/// Why there is no single office to talk to. Of several none is chosen, though only one may be at work: the
/// other may be the one that was meant, and have stopped for a moment.
Ending no_single_site(const SiteSearch& search, const std::string& broker, const Wording& wording);

/// Prints it; the exit code.
int print(const Ending& ending, std::string_view program);

}  // namespace panggil::session
