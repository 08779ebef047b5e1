#include "common/session/trouble.hpp"

#include <array>
#include <regex>

#include "common/mqtt/transport.hpp"

namespace panggil::session {
namespace {

/// What a connection says, and what stands for its groups in our text.
struct Saying {
  const char* pattern;
  const char* text;
  std::array<const char*, 3> facts;
};

constexpr std::array kSayings = {
    Saying{"no connection to the broker at ([^;]*); check its address and that it runs",
           "trouble.unreachable",
           {"broker"}},
    Saying{"no connection to the broker at ([^;]*); check its address and that it runs, and .*",
           "trouble.unreachable_tls",
           {"broker"}},
    Saying{"the broker at (.*) refused (.*): (.*)", "trouble.refused", {"broker", "client", "reason"}},
    Saying{"the connection to the broker was lost", "trouble.lost", {}},
    Saying{"the broker ended the connection: (.*)", "trouble.ended", {"reason"}},
};

}  // namespace

std::string trouble_in_words(const std::string& trouble, const Wording& wording) {
  if (trouble == mqtt::kNameTaken) return wording.text("trouble.name_taken");
  for (const auto& saying : kSayings) {
    std::smatch found;
    if (!std::regex_match(trouble, found, std::regex(saying.pattern))) continue;
    Facts facts;
    for (std::size_t group = 1; group < found.size(); ++group)
      facts.emplace(saying.facts.at(group - 1), found[group]);
    return wording.text(saying.text, facts);
  }
  return trouble;
}

}  // namespace panggil::session
