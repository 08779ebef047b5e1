/// \file
/// An office, its queues and what a dispatcher says, for tests of the kiosk.
#pragma once

#include <string>

#include "common/protocol/message/answer.hpp"
#include "common/protocol/message/office.hpp"
#include "common/protocol/message/presence.hpp"
#include "common/protocol/message/queue.hpp"
#include "common/protocol/message/result.hpp"
#include "common/session/asks.hpp"
#include "kiosk/model/model.hpp"

namespace panggil::kiosk::sample {

inline Stamp stamp(const char* text) {
  return *parse_stamp(text);
}

inline protocol::OfficeService service(std::string id, std::string prefix, std::string state = "open") {
  return {.service = id,
          .name = {{"id", "Layanan " + id}, {"en", "Service " + id}},
          .prefix = std::move(prefix),
          .state = std::move(state)};
}

inline protocol::Office office() {
  protocol::Office office;
  office.seq = 1;
  office.site = "cirebon";
  office.name = {{"id", "Kantor Imigrasi Cirebon"}, {"en", "Cirebon Immigration Office"}};
  office.languages = {"id", "en"};
  office.classes = {"regular", "priority"};
  office.areas = {{"hall", {{"id", "Ruang tunggu"}, {"en", "Waiting hall"}}}};
  office.services = {service("cs", "A"), service("pickup", "C"), service("emergency", "E", "closed")};
  office.services[2].opens_at = stamp("2026-11-28T08:00:00+07:00");
  office.counters = {{"1", {{"id", "Loket 1"}}, {"hall"}, {"cs", "pickup"}}};
  return office;
}

inline protocol::Queue queue(std::string service, std::uint64_t waiting) {
  protocol::Queue queue;
  queue.seq = 1;
  queue.service = std::move(service);
  queue.state = "open";
  queue.waiting = waiting;
  return queue;
}

inline protocol::IssueResult issued(std::string ticket = "A017", std::uint64_t ahead = 3) {
  return {.ticket = std::move(ticket),
          .service = "cs",
          .position = ahead + 1,
          .ahead = ahead,
          .estimate = protocol::Estimate{600, 1200},
          .issued_at = stamp("2026-11-23T08:30:00+07:00")};
}

inline session::Settled yes(const protocol::IssueResult& result = issued()) {
  protocol::Answer answer;
  answer.action = "issue";
  answer.result = result;
  return {"id", "issue", session::Done{answer, ""}};
}

inline session::Settled no(const std::string& code) {
  protocol::Answer answer;
  answer.action = "issue";
  answer.error = protocol::Error{.code = code, .message = code};
  return {"id", "issue", session::Refused{answer, ""}};
}

inline session::Settled unknown() {
  return {"id", "issue", session::Unknown{}};
}

inline MonoTime at(int millis) {
  return MonoTime(Millis(1000000 + millis));
}

inline Model model(Place place = {}) {
  Model model(std::move(place));
  model.link(session::LinkState::kUp);
  model.take(office());
  model.take(queue("cs", 4));
  model.take(protocol::Beat{"e", 1, 1, stamp("2026-11-23T08:30:00+07:00")});
  return model;
}

inline const Touch kCs{Touch::What::kService, "cs"};
inline const Touch kPriority{Touch::What::kPriority, {}};
inline const Touch kEnglish{Touch::What::kLanguage, "en"};
inline const Touch kDone{Touch::What::kDone, {}};

}  // namespace panggil::kiosk::sample
