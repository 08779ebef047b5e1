#include "display/legibility.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <memory>
#include <utility>

#include "common/texts/spoken.hpp"
#include "display/view/layout.hpp"

namespace panggil::display {
namespace {
constexpr double kMmPerInch = 25.4;
constexpr double kLeastContrast = 7;
constexpr double kLeastContrastWithoutColour = 4.5;
constexpr double kSaturatedRed = 0.8;
constexpr float kLiveShare = 0.55F;

constexpr std::array<const char*, drawing::kInks> kInkNames = {"text", "accent", "quiet", "dark", "line"};
// Buttons there are none.
constexpr std::array<const char*, 6> kFillNames = {"screen", "live", "panel", "badge", "pulse", "emergency"};

/// What is written on what.
constexpr std::array kPairs = {
    std::pair{Ink::kWhite, Fill::kLive},      std::pair{Ink::kYellow, Fill::kLive},
    std::pair{Ink::kQuiet, Fill::kLive},      std::pair{Ink::kWhite, Fill::kPulse},
    std::pair{Ink::kYellow, Fill::kPulse},    std::pair{Ink::kQuiet, Fill::kPulse},
    std::pair{Ink::kWhite, Fill::kPanel},     std::pair{Ink::kYellow, Fill::kPanel},
    std::pair{Ink::kQuiet, Fill::kPanel},     std::pair{Ink::kDark, Fill::kBadge},
    std::pair{Ink::kWhite, Fill::kEmergency}, std::pair{Ink::kYellow, Fill::kEmergency}};

struct View {
  drawing::Sight sight;
  std::string_view whose;  ///< a text of the catalogue; empty: everybody's
  double least;
};
constexpr std::array kViews = {
    View{drawing::Sight::kFull, "", kLeastContrast},
    View{drawing::Sight::kWithoutRed, "note.sight.without_red", kLeastContrastWithoutColour},
    View{drawing::Sight::kWithoutGreen, "note.sight.without_green", kLeastContrastWithoutColour},
    View{drawing::Sight::kGrey, "note.sight.grey", kLeastContrastWithoutColour}};

double worst(const drawing::Palette& palette, Ink ink, Fill fill, drawing::Sight sight) {
  const auto seen = [sight](drawing::Colour colour) { return drawing::as_seen(colour, sight); };
  const auto shade = palette.shade(fill);
  return std::min(drawing::contrast(seen(palette.colour(ink)), seen(shade.top)),
                  drawing::contrast(seen(palette.colour(ink)), seen(shade.bottom)));
}

/// Widths of DejaVu's digits and capital letters, which are what tickets are made of: there is no window to
/// measure in yet.
Typesetter of_numbers() {
  return {[](std::string_view text, Weight) { return 0.87F * static_cast<float>(text.size()); }};
}

/// And of words.
Typesetter of_words() {
  return {[](std::string_view text, Weight weight) {
    return (weight == Weight::kBold ? 0.84F : 0.72F) * static_cast<float>(text.size());
  }};
}

/// A text at its longest, and how high it should be at 1080 lines.
struct Longest {
  std::string_view part;
  float asked;
  std::string_view note;  ///< a text of the catalogue: what it is, and what would do
};
constexpr std::array kLongest = {Longest{part::kCounter, kLeastLiveCap, "note.longest.counter"},
                                 Longest{part::kRecentName, kReadCap, "note.longest.recent"},
                                 Longest{part::kServiceName, kReadCap, "note.longest.service"}};

std::string whole(double number) {
  return fmt::format("{:.0f}", number);
}

/// Whatever has a place of its own beside the call takes it sooner or later: content may come over the
/// network.
Extras extras_of(const ScreenSettings& screen) {
  const auto picture = std::make_shared<const drawing::Pixels>(drawing::Pixels{.width = 16, .height = 9});
  return {.media = picture,
          .logo = screen.logo.empty() ? nullptr : picture,
          .ticker = screen.ticker.empty() ? "" : screen.ticker.front()};
}

Scene longest_call() {
  Scene scene;
  scene.office = "Kantor";
  scene.clock = "00:00";
  scene.link = LinkState::kFresh;
  scene.calling = true;
  scene.live = CalledTicket{1, "Z9999", {"Loket", "12"}};
  scene.desk = CounterLine{{"Loket", "12"}, "open", "Z9999"};
  scene.recent = {*scene.live};
  scene.services = {{"Layanan", 1}};
  return scene;
}

Scene longest_names() {
  Scene scene = longest_call();
  scene.live->counter = {"", "Meja Pengaduan"};
  scene.desk->counter = scene.live->counter;
  scene.recent = {*scene.live};
  scene.services = {{"Pendaftaran dan wawancara", 888, WaitBand{240, 330}}};
  return scene;
}
}  // namespace

double least_cap_mm(double distance_m) {
  return 51 + 3.2 * std::max(0.0, (distance_m - 4.57) / 0.305);
}

double least_cap_px(const Distance& distance, drawing::Size picture) {
  const double diagonal_px = std::hypot(picture.width, picture.height);
  return least_cap_mm(distance.most_m) / (distance.tv_inches * kMmPerInch / diagonal_px);
}

std::vector<std::string> faults_of(const drawing::Palette& palette) {
  std::vector<std::string> faults;
  for (const auto& [ink, fill] : kPairs) {
    for (const auto& view : kViews) {
      const double contrast = worst(palette, ink, fill, view.sight);
      if (contrast >= view.least) continue;
      faults.push_back(
          spoken_text("note.contrast", {{"ink", kInkNames[static_cast<std::size_t>(ink)]},
                                        {"fill", kFillNames[static_cast<std::size_t>(fill)]},
                                        {"contrast", fmt::format("{:.1f}", contrast)},
                                        {"whose", view.whose.empty() ? "" : spoken_text(view.whose)},
                                        {"least", fmt::format("{}", view.least)}}));
    }
  }
  for (std::size_t index = 0; index < kFillNames.size(); ++index) {
    const auto top = palette.fills[index].top;
    const int sum = top.red + top.green + top.blue;
    if (sum > 0 && top.red >= kSaturatedRed * sum)
      faults.push_back(spoken_text("note.saturated_red", {{"fill", kFillNames[index]}}));
  }
  return faults;
}

std::vector<std::string> faults_of(const ScreenSettings& screen, drawing::Size picture) {
  std::vector<std::string> faults;
  const auto type = of_numbers();
  const auto extras = extras_of(screen);
  const auto made = layout(longest_call(), picture, {screen.plan, extras, type, Catalogue::of("id")});
  float cap = 0;
  for (const auto& text : made.texts)
    if (text.part == part::kTicket) cap = text.cap;
  const double needed = std::max<double>(kLeastLiveCap * unit(picture),
                                         screen.distance ? least_cap_px(*screen.distance, picture) : 0);
  if (cap < static_cast<float>(needed) - 0.5F && screen.distance)
    faults.push_back(
        spoken_text("note.too_far", {{"px", whole(cap)},
                                     {"layout", screen.plan.name},
                                     {"needed", whole(needed)},
                                     {"metres", fmt::format("{}", screen.distance->most_m)},
                                     {"inches", fmt::format("{}", screen.distance->tv_inches)}}));
  if (cap < kLeastLiveCap * unit(picture) - 0.5F && !screen.distance)
    faults.push_back(spoken_text("note.too_small", {{"px", whole(cap)},
                                                    {"layout", screen.plan.name},
                                                    {"needed", whole(kLeastLiveCap * unit(picture))}}));
  const float share = made.live.area() / (picture.width * picture.height);
  const auto& box = picture.height > picture.width ? screen.plan.portrait : screen.plan.landscape;
  if ((has_zone(box, Zone::kCall) || has_zone(box, Zone::kBand)) && share < kLiveShare)
    faults.push_back(spoken_text(
        "note.small_share",
        {{"share", whole(share * 100)}, {"layout", screen.plan.name}, {"needed", whole(kLiveShare * 100)}}));
  return faults;
}

std::vector<std::string> limits_of(const ScreenSettings& screen, drawing::Size picture) {
  constexpr std::uint64_t kTurns = 4;
  const auto type = of_words();
  std::map<std::string_view, float> least;
  bool tells_estimate = false;
  bool has_services = false;
  for (std::uint64_t turn = 0; turn < kTurns; ++turn) {
    auto extras = extras_of(screen);
    extras.turn = turn;
    const auto made = layout(longest_names(), picture, {screen.plan, extras, type, Catalogue::of("id")});
    for (const auto& text : made.texts) {
      const auto known = least.try_emplace(text.part, text.cap).first;
      known->second = std::min(known->second, text.cap);
      has_services = has_services || text.part == part::kServiceName;
      tells_estimate = tells_estimate || text.part == part::kServiceEstimate;
    }
  }
  std::vector<std::string> limits;
  for (const auto& [part, asked, note] : kLongest) {
    const auto found = least.find(part);
    if (found == least.end() || found->second >= asked * unit(picture) - 0.5F) continue;
    limits.push_back(spoken_text(note, {{"px", whole(found->second)},
                                        {"layout", screen.plan.name},
                                        {"needed", whole(asked * unit(picture))}}));
  }
  if (has_services && !tells_estimate)
    limits.push_back(spoken_text("note.longest.no_estimate", {{"layout", screen.plan.name}}));
  return limits;
}

}  // namespace panggil::display
