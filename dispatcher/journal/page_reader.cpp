#include "dispatcher/journal/page_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/base/zone.hpp"
#include "dispatcher/journal/database.hpp"
#include "dispatcher/journal/errors.hpp"
#include "dispatcher/journal/tables.hpp"

namespace panggil::journal {
namespace {

std::int64_t number(core::Seq seq) {
  return static_cast<std::int64_t>(seq);
}

/// The last event before the first one of `day`; `last`: of all.
core::Seq before_day(SQLite::Database& database, Day day, core::Seq last) {
  SQLite::Statement after(database, "SELECT day FROM event WHERE seq > ? ORDER BY seq LIMIT 1");
  const std::string first = to_text(day);
  core::Seq low = 0;
  while (low < last) {
    const core::Seq middle = low + (last - low) / 2;
    Use next(after);
    next->bind(1, number(middle));
    if (next->executeStep() && next->getColumn(0).getString() < first) {
      low = middle + 1;
    } else {
      last = middle;
    }
  }
  return low;
}

/// The event before the first one that is told, if there is any.
struct Before {
  core::Seq seq = 0;
  std::int64_t chain = 0;
};

Before before(SQLite::Database& database, const std::string& epoch, core::Seq seq) {
  SQLite::Statement query(database,
                          "SELECT seq, checksum FROM event WHERE seq <= ? ORDER BY seq DESC LIMIT 1");
  query.bind(1, number(seq));
  if (!query.executeStep()) return {0, chain_start(epoch)};
  return {static_cast<core::Seq>(query.getColumn(0).getInt64()), query.getColumn(1).getInt64()};
}

class Reading {
 public:
  Reading(const PageRequest& request, Before before) : request_(request), before_(before) {}

  /// False: the page ends before this event.
  bool take(const StoredEvent& event) {
    const bool beyond = request_.to && event.row.day > to_text(*request_.to);
    if (!beyond && taken_ == request_.most) {
      page_.next = before_.seq;
      return false;
    }
    if (event.row.seq > before_.seq + 1) lose({before_.seq + 1, event.row.seq - 1});
    if (beyond) return false;
    ++taken_;
    keep(event);
    before_ = {event.row.seq, event.checksum};
    return true;
  }
  Page page() { return std::move(page_); }

 private:
  void keep(const StoredEvent& event) {
    if (event.checksum != chain(before_.chain, event.row)) return lose({event.row.seq, event.row.seq});
    page_.events.push_back(to_event(event.row));
  }
  void lose(SeqRange range) {
    if (!page_.lost.empty() && page_.lost.back().to + 1 == range.from) {
      page_.lost.back().to = range.to;
    } else {
      page_.lost.push_back(range);
    }
  }

  const PageRequest& request_;
  Before before_;
  std::size_t taken_ = 0;
  Page page_;
};

Page read(SQLite::Database& database, const std::string& epoch, const PageRequest& request) {
  const core::Seq first = request.from ? before_day(database, *request.from, last_event(database)) : 0;
  const core::Seq after = std::max(request.after, first);
  Reading reading(request, before(database, epoch, after));
  SQLite::Statement query(database,
                          fmt::format("SELECT {} FROM event WHERE seq > ? ORDER BY seq", kEventColumns));
  query.bind(1, number(after));
  while (query.executeStep() && reading.take(stored_event(query))) {
  }
  return reading.page();
}

}  // namespace

Page read_page(SQLite::Database& database, const std::string& epoch, const PageRequest& request) {
  try {
    return read(database, epoch, request);
  } catch (const SQLite::Exception& error) {
    if (!is_damage(error)) throw;
    throw JournalDamaged(fmt::format("the events after {} cannot be read: {}", request.after, error.what()));
  }
}

}  // namespace panggil::journal
