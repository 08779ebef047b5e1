#include "common/session/ending.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "common/session/trouble.hpp"

namespace panggil::session {
namespace {

std::string services_here(const protocol::Office& office, const Wording& wording) {
  std::string list;
  for (const auto& service : office.services) {
    list += fmt::format("{}{} ({})", list.empty() ? "" : ", ", service.service,
                        wording.in_language(service.name, service.service));
  }
  return wording.text("session.services_here", {{"list", list}});
}

std::string counters_here(const protocol::Office& office, const Wording& wording) {
  std::string list;
  for (const auto& counter : office.counters) list += (list.empty() ? "" : ", ") + counter.counter;
  return wording.text("session.counters_here", {{"list", list}});
}

/// What the office has instead of what was asked for.
std::string choices(const std::string& code, const Wording& wording) {
  if (!wording.office()) return {};
  if (code == "unknown_service") return "\n" + services_here(*wording.office(), wording);
  if (code == "unknown_counter") return "\n" + counters_here(*wording.office(), wording);
  return {};
}

/// Each of them printable().
std::string printable_lines(std::string_view text) {
  std::string lines;
  while (true) {
    const auto end = text.find('\n');
    lines += printable(text.substr(0, end));
    if (end == std::string_view::npos) return lines;
    lines += '\n';
    text.remove_prefix(end + 1);
  }
}

/// What is wrong with a file stands in no catalogue: only the dispatcher can say it, in one language or in
/// several.
std::string faults_of_file(const protocol::Error& error, const Wording& wording) {
  if (error.text)
    if (const auto own = error.text->find(wording.language()); own != error.text->end())
      return printable_lines(own->second);
  return printable_lines(error.message);
}

Ending refused(const protocol::Answer& answer, const Wording& wording) {
  const auto error = answer.error.value_or(protocol::Error{});
  const auto why = answer.action == "reload" ? faults_of_file(error, wording) : wording.refusal(error);
  return {settings::kRefused,
          {},
          fmt::format("{}: {}{}", printable(error.code), why, choices(error.code, wording))};
}

std::string_view not_sent_text(LinkState link) {
  switch (link) {
    case LinkState::kNoBroker:
      return "session.no_broker";
    case LinkState::kSilent:
      return "session.silent";
    case LinkState::kOffline:
      return "session.offline";
    case LinkState::kUp:
      break;
  }
  return "session.incomplete";
}

class EndOf {
 public:
  EndOf(const ErrandEnd& end, const Wording& wording, bool json, const InWords& in_words)
      : end_(end), wording_(wording), json_(json), in_words_(in_words) {}

  Ending operator()(const Done& done) const {
    return {settings::kDone, json_ ? done.payload : in_words_(done.answer, wording_), {}};
  }
  Ending operator()(const Refused& no) const {
    Ending ending = refused(no.answer, wording_);
    if (json_) ending.output = no.payload;
    return ending;
  }
  Ending operator()(const Unknown&) const {
    if (end_.interrupted) return {settings::kNoAnswer, {}, wording_.text("session.interrupted_unknown")};
    return {settings::kNoAnswer, {}, wording_.text("session.unknown", {{"seconds", "8"}})};
  }
  Ending operator()(const NotSent& not_sent) const {
    if (end_.interrupted) return {settings::kNoConnection, {}, wording_.text("session.interrupted")};
    return {settings::kNoConnection,
            {},
            wording_.text(not_sent_text(not_sent.link),
                          {{"trouble", trouble_in_words(end_.trouble, wording_)}, {"site", end_.site}})};
  }

 private:
  const ErrandEnd& end_;
  const Wording& wording_;
  bool json_;
  const InWords& in_words_;
};

}  // namespace

Ending ending(const ErrandEnd& end, const Wording& wording, bool json, const InWords& in_words) {
  return std::visit(EndOf(end, wording, json, in_words), end.outcome);
}

std::string sites_in_words(const SiteSearch& search, const Wording& wording) {
  std::string list;
  for (const auto& site : search.sites)
    list += (list.empty() ? "" : ", ") +
            wording.text(
                "session.office_here",
                {{"site", site.text()},
                 {"state", wording.word("state", search.at_work.contains(site) ? "online" : "offline")}});
  return list;
}

Ending no_single_site(const SiteSearch& search, const std::string& broker, const Wording& wording) {
  if (!search.reached) {
    return {settings::kNoConnection,
            {},
            wording.text("session.no_broker", {{"trouble", trouble_in_words(search.trouble, wording)}})};
  }
  if (search.sites.empty()) {
    return {settings::kNoConnection, {}, wording.text("session.no_office", {{"broker", broker}})};
  }
  return {settings::kBadUsage,
          {},
          wording.text("session.several_offices", {{"list", sites_in_words(search, wording)}})};
}

int print(const Ending& ending, std::string_view program) {
  if (!ending.output.empty()) fmt::print("{}\n", ending.output);
  std::fflush(stdout);  // where both go the same way, in this order
  if (!ending.complaint.empty()) fmt::print(stderr, "{}: {}\n", program, ending.complaint);
  return std::fflush(stdout) == 0 ? ending.code : settings::kRefused;
}

}  // namespace panggil::session
