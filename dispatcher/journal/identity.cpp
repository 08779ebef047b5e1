#include "dispatcher/journal/identity.hpp"

#include <fmt/format.h>

#include "common/base/random_text.hpp"
#include "dispatcher/journal/errors.hpp"
#include "dispatcher/journal/tables.hpp"

namespace panggil::journal {
namespace {

constexpr std::size_t kEpochLength = 16;

std::string clock_name(bool simulated) {
  return simulated ? "simulated" : "real";
}

}  // namespace

Origin new_origin() {
  return {random_text(kEpochLength), "", 0};
}

void write_identity(SQLite::Database& database, const Identity& identity, const Origin& origin) {
  write_meta(database, "epoch", origin.epoch);
  write_meta(database, "repaired_from", origin.repaired_from);
  write_meta(database, "boot", fmt::format("{}", origin.boot));
  write_meta(database, "site", identity.site.text());
  write_meta(database, "clock", clock_name(identity.simulated_clock));
  write_meta(database, "damage", "");
}

void check_identity(SQLite::Database& database, const Identity& identity) {
  const std::string site = read_meta(database, "site");
  if (site != identity.site.text()) {
    throw WrongSite(
        fmt::format("the state directory belongs to the office \"{}\", the configuration is of \"{}\"; give "
                    "each office a directory "
                    "of its own",
                    site, identity.site.text()));
  }
  const std::string clock = read_meta(database, "clock");
  if (clock != clock_name(identity.simulated_clock)) {
    throw WrongClock(
        fmt::format("the state directory was written under the {} clock and this start is under the {} one; "
                    "simulated and real days "
                    "never share a directory: choose another",
                    clock, clock_name(identity.simulated_clock)));
  }
}

std::uint64_t count_start(SQLite::Database& database) {
  const std::uint64_t boot = std::stoull(read_meta(database, "boot")) + 1;
  write_meta(database, "boot", fmt::format("{}", boot));
  return boot;
}

}  // namespace panggil::journal
