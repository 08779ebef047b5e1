#include "tests/unit/journal/history.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "dispatcher/core/apply.hpp"
#include "tests/unit/core/hall.hpp"

namespace panggil::journal {

History::History(unsigned seed)
    : office_(core::small_office()), now_(core::monday(std::chrono::hours(8))), random_(seed) {
  office_.services[0].then = ServiceId("interview");
  office_.no_show.after_recalls = 1;
}

std::vector<core::Event> History::act() {
  const bool night = pick(1500) == 0;
  now_ += night ? Millis(std::chrono::hours(20)) : Millis(pick(90'000));
  auto events = happen(core::due(office_, state_, now_), "dispatcher");
  const auto asked = command();
  if (auto bodies = core::decide(office_, state_, asked, now_)) {
    for (auto& event : happen(*bodies, asked.actor.client.text())) events.push_back(std::move(event));
  }
  return events;
}

std::vector<core::Event> History::act_until(std::size_t count) {
  std::vector<core::Event> events;
  while (events.size() < count) {
    for (auto& event : act()) events.push_back(std::move(event));
  }
  return events;
}

void History::write(Journal& journal, std::size_t count) {
  const core::Seq end = state_.seq + count;
  while (state_.seq < end) {
    const auto events = act();
    journal.begin();
    for (const auto& event : events) journal.append(event);
    journal.remember(ClientId("counter-1"), CommandId(fmt::format("c{}", ++answers_)), day(),
                     fmt::format("answer {}", state_.seq));
    journal.commit();
  }
}

std::vector<core::Event> History::happen(std::vector<core::EventBody> bodies, const std::string& by) {
  std::vector<core::Event> events;
  for (auto& body : bodies) {
    const auto* started = std::get_if<core::DayStarted>(&body);
    events.push_back({state_.seq + 1, now_, started ? started->day : day(), by, std::move(body)});
    core::apply(state_, events.back());
  }
  return events;
}

core::Command History::command() {
  const char* services[] = {"cs", "interview", "pickup"};
  const char* classes[] = {"regular", "priority"};
  const char* counters[] = {"1", "2", "3"};
  if (pick(40) == 0) return {core::supervisor(), std::nullopt, std::nullopt, supervisor_action()};
  if (pick(100) < 40) {
    return {core::kiosk(), std::nullopt, std::nullopt, core::issue(services[pick(3)], classes[pick(2)])};
  }
  return {core::counter_client(counters[pick(3)]), std::nullopt, std::nullopt, counter_action()};
}

core::Action History::supervisor_action() {
  switch (pick(4)) {
    case 0:
      return core::PostNotice{
          std::nullopt,
          core::NoticeLevel::kInfo,
          {{"", "\"Ñ\" \n"}},
          pick(2) == 0 ? std::optional(now_ + std::chrono::minutes(pick(60) + 1)) : std::nullopt};
    case 1:
      return core::ClearNotice{NoticeId("n" + std::to_string(pick(5) + 1))};
    case 2:
      return core::SuspendService{ServiceId("pickup")};
    default:
      return core::RestoreService{ServiceId("pickup")};
  }
}

core::Action History::counter_action() {
  switch (pick(18)) {
    case 11:
      return core::Hold{pick(2) == 0 ? std::optional<std::string>("photocopy") : std::nullopt};
    case 12:
      return core::Resume{some_ticket()};
    case 13:
      if (pick(2) == 0) return core::Transfer{CounterId("3"), core::Position::kFirst};
      return core::Transfer{ServiceId("interview"), core::Position::kLast};
    case 14:
      return core::Undo{};
    case 0:
      return core::Open{pick(2) == 0 ? std::optional<std::string>("officer \"Ñ\" 4\n") : std::nullopt};
    case 1:
      return core::Pause{pick(2) == 0 ? std::optional<std::string>("makan siang") : std::nullopt};
    case 2:
      return pick(5) == 0 ? core::Action(core::Close{}) : core::Open{};
    case 3:
      return core::CallTicket{some_ticket()};
    case 4:
      return core::Recall{};
    case 5:
      return core::Start{};
    case 6:
      return core::Complete{};
    case 7:
      return core::Skip{pick(2) == 0};
    case 8:
      return core::Reinstate{some_ticket(), pick(2) == 0 ? core::Position::kFirst : core::Position::kSorted};
    case 9:
      return core::Reinstate{some_ticket()};
    case 10:
      return core::Cancel{some_ticket()};
    default:
      return core::Next{};
  }
}

TicketNumber History::some_ticket() {
  if (state_.tickets.empty()) return TicketNumber("A001");
  return std::next(state_.tickets.begin(), pick(static_cast<int>(state_.tickets.size())))->first;
}

OpenRequest request(const std::filesystem::path& directory) {
  return {directory, SiteId("sample"), false, core::monday(std::chrono::hours(12))};
}

void keep_temporary_files_in_memory() {
  if (::access("/dev/shm", W_OK) == 0) ::setenv("TMPDIR", "/dev/shm", 1);
}

std::string contents(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

void write_contents(const std::filesystem::path& file, const std::string& contents) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << contents;
}

}  // namespace panggil::journal
