// Any bytes on a command topic: decoded, turned into a command, decided. Whatever comes, there is an answer
// or a "no", and no state changes but by events that keep the invariants.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/protocol/codec.hpp"
#include "common/protocol/topics.hpp"
#include "dispatcher/core/apply.hpp"
#include "dispatcher/core/decide.hpp"
#include "dispatcher/core/invariants.hpp"
#include "dispatcher/gateway/answers.hpp"
#include "dispatcher/gateway/intake.hpp"

namespace {

using namespace panggil;

core::Office small_office() {
  core::Office office{.site = SiteId("fuzz"), .name = {{"en", "Fuzz"}}, .languages = {"en"}};
  office.last_number = 9;
  office.classes = {ClassId("regular"), ClassId("priority")};
  office.areas = {{AreaId("hall"), {}}};
  core::Service service{.id = ServiceId("cs"), .name = {}, .prefix = "A"};
  office.services = {service};
  office.counters = {{CounterId("1"), {}, {AreaId("hall")}, {ServiceId("cs")}}};
  office.selection = {core::ReservedRule{}, core::OverdueRule{}, core::EarliestRule{}};
  return office;
}

struct Hall {
  core::Office office = small_office();
  core::State state;
  WallTime now{Seconds(1'800'000'000)};

  void happen(const std::vector<core::EventBody>& bodies) {
    for (const auto& body : bodies) {
      const auto* day = std::get_if<core::DayStarted>(&body);
      core::apply(state, {state.seq + 1, now, day != nullptr ? day->day : *state.day, "fuzz", body});
    }
    if (!core::violations(state).empty()) std::abort();
  }
};

}  // namespace

/// One line a message: the topic below the site, a space, the payload.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const protocol::Topics kTopics{SiteId("fuzz")};
  Hall hall;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  while (!rest.empty()) {
    const auto line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    const auto space = std::min(line.find(' '), line.size());
    const auto topic =
        protocol::parse_topic(kTopics, kTopics.root() + "/" + std::string(line.substr(0, space)));
    const auto* command_topic = topic ? std::get_if<protocol::CommandTopic>(&*topic) : nullptr;
    const auto message = protocol::decode_command(line.substr(std::min(line.size(), space + 1)));
    if (command_topic == nullptr || !message) continue;
    hall.now += Seconds(1);
    hall.happen(core::due(hall.office, hall.state, hall.now));
    (void)gateway::check_lease(*message, "epoch", MonoTime(Millis(1000)));
    const auto command =
        gateway::read_command(hall.office, command_topic->client, command_topic->action, *message);
    if (!command) continue;
    const auto events = core::decide(hall.office, hall.state, *command, hall.now);
    if (!events) continue;
    hall.happen(*events);
    const auto answer = gateway::accepted(hall.office, hall.state, *command, message->id,
                                          command_topic->action, *events, hall.now);
    if (!protocol::decode<protocol::Answer>(protocol::encode(answer))) std::abort();
  }
  return 0;
}
