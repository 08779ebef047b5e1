#include "dispatcher/journal/event_row.hpp"

#include <fmt/format.h>

#include "common/base/zone.hpp"
#include "dispatcher/core/apply.hpp"
#include "dispatcher/journal/checksum.hpp"
#include "dispatcher/journal/errors.hpp"
#include "dispatcher/journal/event_codec.hpp"

namespace panggil::journal {

EventRow to_row(const core::Event& event) {
  return {event.seq,          event.at.time_since_epoch().count(),
          to_text(event.day), std::string(core::kind(event.body)),
          event.by,           encode_body(event.body)};
}

core::Event to_event(const EventRow& row) {
  const auto day = parse_day(row.day);
  if (!day) throw JournalDamaged(fmt::format("event {} is of a day that does not exist", row.seq));
  return {row.seq, WallTime(Millis(row.at_ms)), *day, row.by, decode_body(row.seq, row.kind, row.body)};
}

void apply_row(core::State& state, const EventRow& row) {
  const core::Event event = to_event(row);
  try {
    core::apply(state, event);
  } catch (const std::logic_error& error) {
    throw JournalRefused(
        fmt::format("the journal cannot be replayed: {}; this is a fault in Panggil and not of the disk: "
                    "keep the state directory as "
                    "it is, start the version that wrote it, and report this",
                    error.what()));
  }
}

std::int64_t chain_start(const std::string& epoch) {
  return Checksum().add(epoch).value();
}

std::int64_t chain(std::int64_t before, const EventRow& row) {
  return Checksum(before)
      .add(static_cast<std::int64_t>(row.seq))
      .add(row.at_ms)
      .add(row.day)
      .add(row.kind)
      .add(row.by)
      .add(row.body)
      .value();
}

}  // namespace panggil::journal
