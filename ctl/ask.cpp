#include "ctl/ask.hpp"

#include <algorithm>

#include "common/base/zone.hpp"
#include "common/session/one_shot.hpp"

namespace panggil::ctl {
namespace {

struct InWords {
  const std::string& action;
  const session::Wording& wording;
  const std::optional<Stamp>& until;  ///< of the notice that was asked for

  std::string operator()(const protocol::NoticeResult& result) const {
    if (action != "notice") return wording.text("ctl.notice_cleared", {{"notice", result.notice}});
    if (!until) return wording.text("ctl.notice_posted", {{"notice", result.notice}});
    return wording.text("ctl.notice_posted_until",
                        {{"notice", result.notice}, {"until", date_hours_minutes(*until)}});
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

}  // namespace

std::string foreign_languages(const protocol::Command& notice, const protocol::Office& office) {
  std::string list;
  const auto* texts = notice.text ? std::get_if<protocol::LocalText>(&*notice.text) : nullptr;
  if (texts == nullptr) return list;
  for (const auto& [language, text] : *texts)
    if (std::ranges::find(office.languages, language) == office.languages.end())
      list += (list.empty() ? "" : ", ") + language;
  return list;
}

Stamp today_at(std::chrono::minutes time, const protocol::Office& office, const Stamp& now) {
  const auto zone = Zone::find(office.timezone);
  if (!zone) {  // this machine's tz database is older than the office's
    const auto midnight = std::chrono::floor<std::chrono::days>(now.time + now.offset);
    return {midnight + time - now.offset, now.offset};
  }
  const auto midnight = std::chrono::floor<std::chrono::days>(zone->to_local(now.time));
  return stamp(*zone, zone->to_wall(midnight + time));
}

int run_ask(const Settings& settings, const CommandLine& line) {
  std::optional<Stamp> until;
  std::string without;  // languages of a notice that the office does not speak
  const auto complete = [&](protocol::Command& command, const protocol::Office& office, const Stamp& now) {
    without = foreign_languages(command, office);
    if (line.until_today) command.until = today_at(*line.until_today, office, now);
    if (!command.until) return;
    // It is told by the office's clock, whatever it was typed by.
    const auto zone = Zone::find(office.timezone);
    until = zone ? stamp(*zone, command.until->time) : *command.until;
  };
  const auto in_words = [&](const protocol::Answer& answer, const session::Wording& wording) {
    return std::visit(InWords{answer.action, wording, until}, *answer.result);
  };
  const int code = session::run_one_shot({.program = "panggil-ctl",
                                          .machine = settings.machine,
                                          .name = settings.name,
                                          .errand = {line.ask, line.command, std::nullopt, complete},
                                          .json = line.json,
                                          .in_words = in_words});
  if (code == settings::kDone && !without.empty())
    session::print(
        {settings::kDone,
         {},
         session::Wording(settings.machine.language).text("ctl.notice_without", {{"list", without}})},
        "panggil-ctl");
  return code;
}

}  // namespace panggil::ctl
