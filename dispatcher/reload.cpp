#include "dispatcher/reload.hpp"

#include <string>
#include <string_view>

#include "dispatcher/core/office_change.hpp"
#include "dispatcher/gateway/intake.hpp"

namespace panggil {
namespace {

/// An answer has room for more, but nobody mends more than these at once.
constexpr int kToldFaults = 20;

/// The first lines.
std::string told(std::string_view faults) {
  std::size_t end = 0;
  for (int lines = 0; lines < kToldFaults; ++lines) {
    end = faults.find('\n', end);
    if (end == std::string_view::npos) return std::string(faults);
    ++end;
  }
  return std::string(faults.substr(0, end)) + "…";
}

}  // namespace

Result<core::Office, core::Rejection> read_again(const ReadOffice& read, const core::Office& present,
                                                 const core::State& state, WallTime now) {
  try {
    auto fresh = read();
    if (auto refused = core::refuse_change(present, fresh, state, now)) return fail(std::move(*refused));
    return fresh;
  } catch (const std::exception& bad) {
    return fail(gateway::bad_office(told(bad.what())));
  }
}

}  // namespace panggil
