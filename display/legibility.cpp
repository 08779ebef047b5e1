#include "display/legibility.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

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
  const char* whose;
  double least;
};
constexpr std::array kViews = {
    View{drawing::Sight::kFull, "", kLeastContrast},
    View{drawing::Sight::kWithoutRed, " without cones for red", kLeastContrastWithoutColour},
    View{drawing::Sight::kWithoutGreen, " without cones for green", kLeastContrastWithoutColour},
    View{drawing::Sight::kGrey, " in grey", kLeastContrastWithoutColour}};

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
          fmt::format("theme: `{}` on `{}` has a contrast of {:.1f}:1{}; at least {}:1 is needed to be read",
                      kInkNames[static_cast<std::size_t>(ink)], kFillNames[static_cast<std::size_t>(fill)],
                      contrast, view.whose, view.least));
    }
  }
  for (std::size_t index = 0; index < kFillNames.size(); ++index) {
    const auto top = palette.fills[index].top;
    const int sum = top.red + top.green + top.blue;
    if (sum > 0 && top.red >= kSaturatedRed * sum)
      faults.push_back(
          fmt::format("theme: `{}` is a saturated red, which must not come and go on a large surface",
                      kFillNames[index]));
  }
  return faults;
}

std::vector<std::string> faults_of(const ScreenSettings& screen, drawing::Size picture) {
  std::vector<std::string> faults;
  const auto type = of_numbers();
  const Extras extras{.ticker = screen.ticker.empty() ? "" : screen.ticker.front()};
  const auto made = layout(longest_call(), picture, {screen.plan, extras, type, Catalogue::of("id")});
  float cap = 0;
  for (const auto& text : made.texts)
    if (text.part == part::kTicket) cap = text.cap;
  const double needed = std::max<double>(kLeastLiveCap * unit(picture),
                                         screen.distance ? least_cap_px(*screen.distance, picture) : 0);
  if (cap < static_cast<float>(needed) - 0.5F && screen.distance)
    faults.push_back(
        fmt::format("tickets are {:.0f} px high in the layout {}; {:.0f} px are needed at {} m from {}″. A "
                    "larger television, or a second one nearer to the last row, would do",
                    cap, screen.plan.name, needed, screen.distance->most_m, screen.distance->tv_inches));
  if (cap < kLeastLiveCap * unit(picture) - 0.5F && !screen.distance)
    faults.push_back(fmt::format("tickets are {:.0f} px high in the layout {}; at least {:.0f} px should be",
                                 cap, screen.plan.name, kLeastLiveCap * unit(picture)));
  const float share = made.live.area() / (picture.width * picture.height);
  const auto& box = picture.height > picture.width ? screen.plan.portrait : screen.plan.landscape;
  if ((has_zone(box, Zone::kCall) || has_zone(box, Zone::kBand)) && share < kLiveShare)
    faults.push_back(
        fmt::format("the live call has {:.0f} % of the picture in the layout {}; {:.0f} % should be its",
                    share * 100, screen.plan.name, kLiveShare * 100));
  return faults;
}

}  // namespace panggil::display
