#include "display/view/service_words.hpp"

namespace panggil::display {
namespace {

/// Texts for an estimate, and for one that has an upper end only.
struct Wording {
  const char* band;
  const char* at_most;
};
/// The first says that people wait so long.
constexpr Wording kWait{"display.wait", "display.wait_at_most"};
constexpr Wording kUsual{"display.estimate", "display.estimate_at_most"};
constexpr Wording kShort{"display.estimate_short", "display.estimate_short_at_most"};

std::string in_words(const Sheet& sheet, const WaitBand& band, Length length) {
  const auto wait = wait_in_words(band.low, band.high);
  // There is no sign for hours.
  const auto& wording = length == Length::kFull                      ? kWait
                        : length == Length::kShort && !wait.in_hours ? kShort
                                                                     : kUsual;
  return sheet.words.text(wait.from_nothing ? wording.at_most : wording.band,
                          {{"low", wait.low},
                           {"high", wait.high},
                           {"unit", sheet.words.text(wait.in_hours ? "time.h" : "time.min")}});
}

/// Of words of the wire that we know.
std::string key_of(const ServiceLine& service) {
  return "display.service_" + service.state;
}

/// After so long without word nobody knows any more.
bool is_known(const Sheet& sheet) {
  return sheet.scene.link != LinkState::kLost;
}

}  // namespace

bool gives_no_tickets(const Sheet& sheet, const ServiceLine& service) {
  return is_known(sheet) && !service.state.empty() && sheet.words.has(key_of(service));
}

std::string told_of(const Sheet& sheet, const ServiceLine& service, Length length) {
  if (gives_no_tickets(sheet, service))
    return sheet.words.text(key_of(service) + (length == Length::kFull ? "" : "_short"));
  return service.wait && is_known(sheet) ? in_words(sheet, *service.wait, length) : "";
}

}  // namespace panggil::display
