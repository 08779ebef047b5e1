#include "dispatcher/reload.hpp"

#include <string>
#include <string_view>

#include "common/texts/catalogue.hpp"
#include "common/texts/spoken.hpp"
#include "dispatcher/core/office_change.hpp"
#include "dispatcher/gateway/intake.hpp"

namespace panggil {
namespace {

/// Nobody mends more than these at once, and an answer has room for them in every language.
constexpr int kToldFaults = 20;
constexpr std::size_t kToldBytes = 8000;

/// The first lines.
std::string told(std::string_view faults) {
  std::string text;
  int lines = 0;
  for (const char c : faults) {
    const bool begins_letter = (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
    if (begins_letter && text.size() >= kToldBytes) return text + " …";
    if (c == '\n' && ++lines == kToldFaults) return text + "\n…";
    text += c;
  }
  return text;
}

/// The file is read anew for each language: only the reader can say what is wrong.
core::LocalText faults_in_each_language(const ReadOffice& read) {
  core::LocalText faults;
  for (const auto language : Catalogue::kLanguages) {
    const Speaking speaking(language);
    try {
      read();
    } catch (const std::exception& bad) {
      faults.emplace(language, told(bad.what()));
    }
  }
  return faults;
}

}  // namespace

Result<core::Office, core::Rejection> read_again(const ReadOffice& read, const core::Office& present,
                                                 const core::State& state, WallTime now) {
  try {
    auto fresh = read();
    if (auto refused = core::refuse_change(present, fresh, state, now)) return fail(std::move(*refused));
    return fresh;
  } catch (const std::exception& bad) {
    auto faults = faults_in_each_language(read);
    // Somebody has just mended it; what was wrong is true all the same.
    if (faults.empty()) faults.emplace(spoken().language(), told(bad.what()));
    return fail(gateway::bad_office(std::move(faults)));
  }
}

}  // namespace panggil
