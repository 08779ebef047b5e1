// Pictures of every layout in four sizes, and of every state worth looking at in one: scripts/screens.
#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "display/view/plan_file.hpp"
#include "tests/system/display/painting.hpp"
#include "tests/unit/display/scenes.hpp"

namespace panggil::display {
namespace {

struct Subject {
  std::string name;
  std::string plan;
  Scene scene;
  std::uint64_t turn = 0;
};

constexpr auto kTicker =
    "Jam layanan Senin–Kamis 08.00–15.00, Jumat 08.00–11.30 dan 13.00–15.00   •   Bawa KTP, KK, dan akta "
    "lahir asli   •   "
    "Pengaduan: meja pengaduan, SP4N-LAPOR!, kotak saran";

std::vector<Subject> subjects() {
  Scene calling = busy_scene();
  calling.calling = true;
  calling.stage = Stage::kCall;
  Scene words = busy_scene();
  words.live->counter = words.recent[2].counter = {"Loket Pembayaran", "12"};
  words.recent[2].word_matters = true;
  Scene named = busy_scene();
  named.live->counter = named.recent[1].counter = {"", "Meja Pengaduan"};
  Scene named_calling = named;
  named_calling.calling = true;
  named_calling.stage = Stage::kCall;
  return {{"hall", "hall", busy_scene()},
          {"hall-named", "hall", named},
          {"signage-named", "signage", named_calling},
          {"counter-named", "counter", desk_scene("A017", "open", {"", "Meja Pengaduan"})},
          {"hall-calling", "hall", calling},
          {"hall-longest", "hall", longest_scene()},
          {"hall-warning", "hall", warning_scene()},
          {"hall-notice", "hall", information_scene(), 1},
          {"hall-media", "hall", busy_scene(), 1},
          {"hall-emergency", "hall", emergency_scene()},
          {"hall-closed", "hall", closed_scene()},
          {"hall-weekend", "hall", weekend_scene()},
          {"hall-ticker-closed", "hall-ticker", closed_scene()},
          {"hall-words", "hall", words},
          {"hall-no-tickets", "hall", without_tickets_scene()},
          {"hall-lost", "hall", lost_scene()},
          {"hall-ticker", "hall-ticker", busy_scene()},
          {"counter", "counter", desk_scene("A017", "open")},
          {"counter-free", "counter", desk_scene("", "open")},
          {"counter-paused", "counter", desk_scene("", "paused")},
          {"counter-longest", "counter", desk_scene("Z9999", "open", {"Loket Pembayaran", "12"})},
          {"signage", "signage", busy_scene()},
          {"signage-calling", "signage", calling},
          {"signage-recent", "signage", busy_scene(), 1},
          {"signage-closed", "signage", closed_scene()},
          {"signage-lost", "signage", lost_scene()},
          {"signage-notice", "signage", information_scene()},
          {"signage-warning", "signage", warning_scene()}};
}

/// A sheet of paper with a gradient: a stand-in for an office's picture.
std::shared_ptr<const drawing::Pixels> poster() {
  auto picture = std::make_shared<drawing::Pixels>();
  picture->width = 1600;
  picture->height = 900;
  for (unsigned y = 0; y < picture->height; ++y) {
    for (unsigned x = 0; x < picture->width; ++x) {
      const auto part = [](unsigned at, unsigned of, int from, int to) {
        return static_cast<std::uint8_t>(from + (to - from) * static_cast<int>(at) / static_cast<int>(of));
      };
      const bool sun = (x - 1200) * (x - 1200) + (y - 260) * (y - 260) < 130 * 130;
      const bool hill = y > 620 + (x > 800 ? x - 800 : 800 - x) / 5;
      const drawing::Colour sky{part(y, 900, 64, 190), part(y, 900, 140, 214), part(y, 900, 214, 240)};
      const auto colour = sun ? drawing::Colour{255, 226, 120} : hill ? drawing::Colour{40, 110, 90} : sky;
      picture->rgba.insert(picture->rgba.end(), {colour.red, colour.green, colour.blue, 255});
    }
  }
  return picture;
}

std::string name_of(const Subject& subject, Size size) {
  return fmt::format("display-{}-{}x{}.png", subject.name, size.width, size.height);
}

void draw(const Subject& subject, Size size, const drawing::Fonts& fonts,
          const std::filesystem::path& folder) {
  Extras extras{.ticker = kTicker, .turn = subject.turn};
  if (subject.plan == "signage" || subject.name == "hall-media") extras.media = poster();
  const auto type = fonts.typesetter();
  const Means means{built_in_plan(subject.plan), extras, type, Catalogue::of("id")};
  auto made = layout(subject.scene, size, means);
  if (made.pulsing) made.panels[*made.pulsing].pulse = 1;
  painted(made, fonts).saveToFile((folder / name_of(subject, size)).string());
}

/// \param only the name of one picture; empty: all
int run(const std::filesystem::path& folder, const std::string& only) {
  std::filesystem::create_directories(folder);
  for (const auto size : {Size{1280, 720}, Size{1920, 1080}, Size{3840, 2160}, Size{1080, 1920}}) {
    const drawing::Fonts fonts({}, design().letters, unit(size));
    for (const auto& subject : subjects()) {
      if (!only.empty() && only != name_of(subject, size)) continue;
      if (subject.name == subject.plan || size == Size{1920, 1080}) draw(subject, size, fonts, folder);
    }
  }
  return 0;
}
}  // namespace
}  // namespace panggil::display

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3) return 2;
  return panggil::display::run(argv[1], argc == 3 ? argv[2] : "");
}
