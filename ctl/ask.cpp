#include "ctl/ask.hpp"

#include "common/session/one_shot.hpp"

namespace panggil::ctl {
namespace {

struct InWords {
  const std::string& action;
  const session::Wording& wording;

  std::string operator()(const protocol::NoticeResult& result) const {
    const auto* key = action == "notice" ? "ctl.notice_posted" : "ctl.notice_cleared";
    return wording.text(key, {{"notice", result.notice}});
  }
  std::string operator()(const protocol::ServiceResult& result) const {
    return wording.text("ctl.service_is", {{"service", wording.service(result.service)},
                                           {"state", wording.word("state", result.state)}});
  }
  std::string operator()(const protocol::ReloadResult& result) const {
    return wording.text("ctl.reloaded", {{"services", std::to_string(result.services)},
                                         {"counters", std::to_string(result.counters)}});
  }
  /// Nothing else is asked for here.
  std::string operator()(const auto&) const { return {}; }
};

std::string in_words(const protocol::Answer& answer, const session::Wording& wording) {
  return std::visit(InWords{answer.action, wording}, *answer.result);
}

}  // namespace

int run_ask(const Settings& settings, const CommandLine& line) {
  return session::run_one_shot({.program = "panggil-ctl",
                                .machine = settings.machine,
                                .name = settings.name,
                                .errand = {line.ask, line.command, std::nullopt},
                                .json = line.json,
                                .in_words = in_words});
}

}  // namespace panggil::ctl
