#include "tests/sim/core/moves.hpp"

#include <array>
#include <iterator>
#include <ostream>

namespace panggil::core {
namespace {

using namespace std::chrono_literals;

constexpr std::array<Millis, 11> kPauses{0ms, 1ms, 1s, 20s, 1min, 5min, 31min, 2h, 26h, -90s, -26h};
constexpr std::array kActions{
    "open",   "pause",        "close",           "next",           "call", "recall", "start",    "complete",
    "skip",   "reinstate",    "cancel",          "issue",          "hold", "resume", "transfer", "undo",
    "notice", "clear-notice", "suspend-service", "restore-service"};
static_assert(kActions.size() == std::variant_size_v<Action>);

const std::vector<Actor>& devices() {
  const auto counter = [](const char* client, std::vector<CounterId> counters) {
    return Actor{ClientId(client), Role::kCounter, std::move(counters)};
  };
  static const std::vector<Actor> all{
      counter("counter-1", {CounterId("1")}),
      counter("counter-2", {CounterId("2")}),
      counter("counter-3", {CounterId("3")}),
      counter("counter-4", {CounterId("4")}),
      counter("counter-pc", {CounterId("3"), CounterId("4")}),
      counter("counter-9", {CounterId("9")}),
      {ClientId("supervisor-1"), Role::kSupervisor, {}},
      {ClientId("kiosk-lobby"), Role::kKiosk, {}},
      {ClientId("desk-1"), Role::kDesk, {}},
      {ClientId("booking-wa"), Role::kBooking, {}},
      {ClientId("display-hall"), Role::kDisplay, {}},
  };
  return all;
}

template <class T>
const T& nth(const std::vector<T>& all, int index) {
  return all[static_cast<std::size_t>(index) % all.size()];
}

TicketNumber some_ticket(const State& state, int index) {
  const auto wanted = static_cast<std::size_t>(index) % (state.tickets.size() + 1);
  if (wanted == state.tickets.size()) return TicketNumber("Z999");
  return std::next(state.tickets.begin(), static_cast<std::ptrdiff_t>(wanted))->first;
}

ServiceId some_service(int index) {
  static const std::vector<ServiceId> all{ServiceId("cs"), ServiceId("interview"), ServiceId("pickup"),
                                          ServiceId("visa")};
  return nth(all, index);
}

std::optional<ClassId> some_class(int index) {
  static const std::vector<std::optional<ClassId>> all{std::nullopt, ClassId("priority"), ClassId("staff"),
                                                       ClassId("vip")};
  return nth(all, index);
}

std::optional<std::string> some_text(int index) {
  static const std::vector<std::optional<std::string>> all{std::nullopt, "one", "two"};
  return nth(all, index);
}

Action action_of(const Move& move, const State& state, WallTime now) {
  static const std::vector<NoticeLevel> levels{NoticeLevel::kInfo, NoticeLevel::kWarning,
                                               NoticeLevel::kEmergency};
  static const std::vector<Position> positions{Position::kLast, Position::kSorted, Position::kFirst};
  switch (move.what) {
    case 0:
      return Open{some_text(move.extra)};
    case 1:
      return Pause{some_text(move.extra)};
    case 2:
      return Close{};
    case 3:
      return Next{};
    case 4:
      return CallTicket{some_ticket(state, move.ticket)};
    case 5:
      return Recall{};
    case 6:
      return Start{};
    case 7:
      return Complete{some_text(move.extra), move.extra == 1};
    case 8:
      return Skip{move.extra % 3 != 0};
    case 9:
      return Reinstate{some_ticket(state, move.ticket), nth(positions, move.extra)};
    case 10:
      return Cancel{some_ticket(state, move.ticket)};
    case 12:
      return Hold{some_text(move.extra)};
    case 13:
      return Resume{some_ticket(state, move.ticket)};
    case 14:
      if (move.ticket % 2 == 0) return Transfer{some_service(move.ticket / 2), nth(positions, move.extra)};
      return Transfer{CounterId(std::to_string(move.ticket % 5 + 1)), nth(positions, move.extra)};
    case 15:
      return Undo{};
    case 16:
      return PostNotice{
          move.ticket % 3 == 0 ? std::optional(AreaId("hall")) : std::nullopt,
          nth(levels, move.extra),
          {{"", "closed early"}},
          move.ticket % 2 == 0 ? std::optional(now + std::chrono::minutes(move.ticket)) : std::nullopt};
    case 17:
      return ClearNotice{NoticeId("n" + std::to_string(move.ticket % 8 + 1))};
    case 18:
      return SuspendService{some_service(move.ticket)};
    case 19:
      return RestoreService{some_service(move.ticket)};
    default:
      return Issue{some_service(move.service), some_class(move.ticket_class), std::nullopt};
  }
}

std::optional<Expect> expect_of(const Move& move, const State& state,
                                const std::optional<CounterId>& counter) {
  switch (move.seeing) {
    case 1:
      return counter ? std::optional(Expect{state.counter(*counter).ticket}) : std::nullopt;
    case 2:
      return Expect{};
    case 3:
      return Expect{some_ticket(state, move.ticket)};
    default:
      return std::nullopt;
  }
}

// Mostly what an office sees all day, so that a history gets somewhere; every nonsense as well. Shrinking
// leaves moves out but changes none: nine numbers in each of some hundred moves would take for ever.
rc::Gen<Move> any_move() {
  namespace gen = rc::gen;
  const auto what = gen::weightedElement<int>({{16, 0},
                                               {2, 1},
                                               {2, 2},
                                               {30, 3},
                                               {6, 4},
                                               {5, 5},
                                               {6, 6},
                                               {6, 7},
                                               {12, 8},
                                               {8, 9},
                                               {3, 10},
                                               {8, 12},
                                               {7, 13},
                                               {9, 14},
                                               {14, 15},
                                               {2, 16},
                                               {2, 17},
                                               {2, 18},
                                               {4, 19}});
  const auto officer = gen::build<Move>(
      gen::set(
          &Move::who,
          gen::weightedElement<int>(
              {{6, 0}, {8, 1}, {8, 2}, {4, 3}, {4, 4}, {1, 5}, {6, 6}, {1, 7}, {1, 8}, {1, 9}, {1, 10}})),
      gen::set(&Move::what, what),
      gen::set(&Move::counter, gen::weightedElement<int>({{12, 0}, {3, 1}, {3, 2}, {3, 3}, {3, 4}, {1, 5}})),
      gen::set(&Move::ticket, gen::inRange(0, 40)), gen::set(&Move::extra, gen::inRange(0, 3)),
      gen::set(&Move::seeing, gen::weightedElement<int>({{8, 0}, {6, 1}, {1, 2}, {1, 3}})),
      gen::set(&Move::pause, gen::weightedElement<int>({{60, 0},
                                                        {20, 1},
                                                        {60, 2},
                                                        {90, 3},
                                                        {90, 4},
                                                        {30, 5},
                                                        {8, 6},
                                                        {2, 7},
                                                        {2, 8},
                                                        {10, 9},
                                                        {2, 10}})));
  const auto visitor = gen::build<Move>(
      gen::set(&Move::who, gen::weightedElement<int>({{8, 7}, {3, 8}, {1, 0}})),
      gen::set(&Move::what, gen::just(11)),
      gen::set(&Move::service, gen::weightedElement<int>({{12, 0}, {8, 1}, {6, 2}, {1, 3}})),
      gen::set(&Move::ticket_class, gen::weightedElement<int>({{10, 0}, {8, 1}, {3, 2}, {1, 3}})),
      gen::set(&Move::pause, gen::weightedElement<int>({{10, 0}, {2, 1}, {4, 3}, {4, 4}})));
  return gen::noShrink(gen::weightedOneOf<Move>({{3, officer}, {2, visitor}}));
}

}  // namespace

rc::Gen<std::vector<Move>> any_moves() {
  return rc::gen::scale(8, rc::gen::container<std::vector<Move>>(any_move()));
}

void showValue(const Move& move, std::ostream& out) {
  out << "\n  " << nth(devices(), move.who).client.text() << ' '
      << kActions.at(static_cast<std::size_t>(move.what)) << " {counter " << move.counter << ", ticket "
      << move.ticket << ", service " << move.service << ", class " << move.ticket_class << ", extra "
      << move.extra << ", seeing " << move.seeing << "} after " << pause_before(move).count() << " ms";
}

Millis pause_before(const Move& move) {
  return kPauses.at(static_cast<std::size_t>(move.pause));
}

Command command_of(const Move& move, const State& state, WallTime now) {
  const auto& actor = nth(devices(), move.who);
  std::optional<CounterId> counter;
  if (move.counter > 0) counter = CounterId(std::to_string(move.counter));
  const auto stands_at = !counter && actor.counters.size() == 1 ? actor.counters.front() : counter;
  return {actor, counter, expect_of(move, state, stands_at), action_of(move, state, now)};
}

}  // namespace panggil::core
