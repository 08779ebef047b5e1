#include "dispatcher/reload.hpp"

#include <algorithm>

#include "dispatcher/core/office_change.hpp"
#include "dispatcher/gateway/intake.hpp"

namespace panggil {
namespace {

/// An answer has room for more, but nobody mends more than these at once.
constexpr std::ptrdiff_t kToldFaults = 20;

/// The first lines, in one.
std::string told(std::string_view faults) {
  std::string text;
  std::ptrdiff_t lines = 0;
  for (const char c : faults) {
    if (c == '\n' && ++lines == kToldFaults) return text + " …";
    text += c == '\n' ? std::string("; ") : std::string(1, c);
  }
  return text;
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
