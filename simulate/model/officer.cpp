#include "simulate/model/officer.hpp"

#include <algorithm>

namespace panggil::simulate {
namespace {

Move press(std::string action) {
  return {.action = std::move(action), .look_again = {}};
}
Move wait_until(std::optional<WallTime> time) {
  return {.action = {}, .look_again = time};
}

/// The officer goes home once nobody waits and nobody more will come.
bool goes_home(const Shift& shift, const Sight& sight, WallTime now) {
  return now >= shift.until && sight.counter.waiting == 0 && !sight.more_to_come;
}

bool stops_calling(const Shift& shift, const Sight& sight, WallTime now) {
  return shift.on_break(now) || goes_home(shift, sight, now);
}

Move while_away(const Shift& shift, const Sight& sight, WallTime now) {
  const bool wanted = now < shift.until || sight.counter.waiting > 0;
  if (now < shift.from || shift.on_break(now) || !wanted) return wait_until(shift.next_change(now));
  return press("open");
}

Move while_free(const Shift& shift, const Sight& sight, WallTime now) {
  if (shift.on_break(now)) return press("pause");
  if (goes_home(shift, sight, now)) return press("close");
  if (sight.counter.waiting == 0) return wait_until(shift.next_change(now));
  return now < sight.ready_at ? wait_until(sight.ready_at) : press("next");
}

/// The person walks, or is called again, or is given up.
Move while_called(const Manners& manners, const Shift& shift, const Sight& sight, WallTime now) {
  const protocol::CurrentTicket& ticket = *sight.counter.ticket;
  const WallTime called = ticket.called_at.time;
  const WallTime here = called + sight.person.walk;
  if (sight.person.comes && now >= here) return press("start");
  const WallTime loses_patience = called + manners.recall_after * (ticket.recalls + 1);
  if (now < loses_patience)
    return wait_until(sight.person.comes ? std::min(here, loses_patience) : loses_patience);
  if (ticket.recalls < manners.recalls) return press("recall");
  Move skip = press("skip");
  skip.call_next = !stops_calling(shift, sight, now) && sight.counter.waiting > 0;
  return skip;
}

Move while_serving(const Shift& shift, const Sight& sight, WallTime now) {
  const WallTime done = sight.counter.ticket->started_at.value_or(sight.counter.ticket->called_at).time +
                        sight.person.service_time;
  if (now < done) return wait_until(done);
  const bool calls_on = sight.counter.waiting > 0 && !sight.person.tidied_after && !sight.person.ends_visit &&
                        !stops_calling(shift, sight, now);
  Move move = press(calls_on ? "next" : "complete");
  move.ends_visit = sight.person.ends_visit;
  return move;
}

}  // namespace

bool Shift::on_break(WallTime now) const {
  return std::any_of(breaks.begin(), breaks.end(),
                     [&](const auto& each) { return now >= each.first && now < each.second; });
}

std::optional<WallTime> Shift::next_change(WallTime now) const {
  std::optional<WallTime> next;
  const auto consider = [&](WallTime time) {
    if (time > now && (!next || time < *next)) next = time;
  };
  consider(from);
  consider(until);
  for (const auto& [begin, end] : breaks) {
    consider(begin);
    consider(end);
  }
  return next;
}

Shift shift(const OfficerHabits& officer, const Zone& zone, Day day) {
  const LocalTime midnight{std::chrono::local_days(day).time_since_epoch()};
  const auto moment = [&](TimeOfDay time) { return zone.to_wall(midnight + time); };
  Shift made{moment(officer.from), moment(officer.until), {}};
  for (const auto& [begin, end] : officer.breaks) made.breaks.emplace_back(moment(begin), moment(end));
  return made;
}

Move officer_move(const Manners& manners, const Shift& shift, const Sight& sight, WallTime now) {
  if (sight.counter.state != "open") return while_away(shift, sight, now);
  if (!sight.counter.ticket) return while_free(shift, sight, now);
  if (sight.counter.ticket->state == "called") return while_called(manners, shift, sight, now);
  return while_serving(shift, sight, now);
}

}  // namespace panggil::simulate
