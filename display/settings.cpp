#include "display/settings.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "display/legibility.hpp"

namespace panggil::display {
namespace {
constexpr unsigned kLeast = 320;
constexpr unsigned kMost = 8192;

constexpr auto kExamples = R"(
Examples:
  panggil-display --site cirebon --area hall --fullscreen
  panggil-display --site cirebon --area hall --size 1920x1080 --screenshot hall.png --after 10
  panggil-display --say "A017 3"
  panggil-display --say "A017 Loket Pembayaran 12" --wav call.wav

Exit codes: 0 done; 1 could not go on; 2 usage or settings; 4 no screen to draw on, or no sound for
--say.)";

struct Pixels {
  unsigned width;
  unsigned height;
};

std::optional<unsigned> number(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && value >= kLeast && value <= kMost ? std::optional(value) : std::nullopt;
}

std::optional<Pixels> parse_size(std::string_view text) {
  const auto by = text.find('x');
  if (by == std::string_view::npos) return std::nullopt;
  const auto width = number(text.substr(0, by));
  const auto height = number(text.substr(by + 1));
  if (!width || !height) return std::nullopt;
  return Pixels{*width, *height};
}

const std::string kSizeExpected =
    "width and height in pixels are expected, 320 to 8192 each, such as 1920x1080";
const std::vector<std::string> kLanguages = {"id", "en"};
const std::vector<std::string> kTurns = {"0", "90", "180", "270"};

void read_size(const settings::Node& node, drawing::WindowSettings& screen) {
  if (!node.present()) return;
  if (const auto size = parse_size(node.text())) {
    screen.width = size->width;
    screen.height = size->height;
  } else {
    node.fault(kSizeExpected);
  }
}

void read_font(const settings::Node& node, std::filesystem::path& font) {
  if (!node.present()) return;
  font = node.path();
  if (::access(font.c_str(), R_OK) == 0) return;
  node.fault(font.string() + " cannot be read: " + std::strerror(errno) +
             "; install fonts-dejavu-core, or name a font that is there");
}

void read_fonts(const settings::Node& node, drawing::FontFiles& fonts) {
  if (!node.present()) return;
  read_font(node.optional("bold"), fonts.bold);
  read_font(node.optional("book"), fonts.book);
  node.no_other_keys();
}

drawing::WindowSettings read_screen(const settings::Node& root) {
  drawing::WindowSettings screen;
  read_size(root.optional("size"), screen);
  if (const auto node = root.optional("fullscreen"); node.present()) screen.fullscreen = node.truth();
  if (const auto node = root.optional("rotate"); node.present())
    screen.rotate = static_cast<int>(node.choice(kTurns).value_or(0)) * 90;
  read_fonts(root.optional("fonts"), screen.fonts);
  return screen;
}

void apply_flags(const CommandLine& line, drawing::WindowSettings& screen) {
  if (line.fullscreen) screen.fullscreen = true;
  if (line.rotate) screen.rotate = *line.rotate;
  if (!line.size) return;
  const auto size = parse_size(*line.size);
  if (!size) throw std::invalid_argument("--size " + *line.size + ": " + kSizeExpected);
  screen.width = size->width;
  screen.height = size->height;
  screen.fullscreen = line.fullscreen;  // whoever names a size wants a window
}

AreaId choose_area(const std::optional<AreaId>& in_file, const std::optional<std::string>& flag) {
  if (flag) {
    if (const auto area = AreaId::parse(*flag)) return *area;
    throw std::invalid_argument("--area " + *flag +
                                ": an area's id from the office's file is expected, such as hall");
  }
  if (in_file) return *in_file;
  throw std::invalid_argument(
      "which area does this screen serve? Say --area ID, or put \"area:\" into display.yaml");
}

ClientId default_name(const AreaId& area) {
  if (const auto name = ClientId::parse("display-" + area.text() + "-1")) return *name;
  throw std::invalid_argument("display-" + area.text() +
                              "-1 is too long for a client's name; say --name CLIENT");
}

SiteId require_site(const settings::Machine& machine) {
  if (machine.site) return *machine.site;
  throw std::invalid_argument("which office is this? Say --site ID, or put \"site:\" into display.yaml");
}

std::optional<Picture> picture(const CommandLine& line) {
  if (!line.screenshot) return std::nullopt;
  const auto folder =
      line.screenshot->has_parent_path() ? line.screenshot->parent_path() : std::filesystem::path(".");
  if (::access(folder.c_str(), W_OK | X_OK) != 0)
    throw std::invalid_argument("--screenshot " + line.screenshot->string() +
                                ": nothing can be written into " + folder.string() + ": " +
                                std::strerror(errno));
  return Picture{*line.screenshot, std::chrono::microseconds(std::llround(line.after_s * 1e6))};
}
}  // namespace

void add_flags(CLI::App& app, CommandLine& line) {
  app.footer(kExamples);
  settings::add_common_flags(app, line.common);
  app.add_option("--area", line.area, "The waiting area whose calls are shown")->type_name("ID");
  app.add_option("--size", line.size, "In a window of this size")->type_name("WxH");
  app.add_flag("--fullscreen", line.fullscreen, "On the whole screen");
  app.add_option("--rotate", line.rotate, "Turned clockwise by so many degrees")
      ->check(CLI::IsMember({0, 90, 180, 270}));
  auto* screenshot = app.add_option("--screenshot", line.screenshot, "Write a picture of the screen and end")
                         ->type_name("FILE.png");
  app.add_option("--after", line.after_s, "When the picture is taken, in seconds after the start; default 5")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, 86400.0))
      ->needs(screenshot);
  auto* say = app.add_option("--say", line.say, "Say this call, by the loudspeaker or into a file, and end")
                  ->type_name("\"TICKET COUNTER\"");
  app.add_option("--wav", line.wav, "The file that it is said into")->type_name("FILE.wav")->needs(say);
}

Settings read_settings(const CommandLine& line) {
  const auto document = settings::load_machine_document("display", line.common);
  const auto root = document.root();
  auto machine = settings::read_machine(root);
  settings::check_files(root, machine);
  std::optional<AreaId> area_in_file;
  if (const auto node = root.optional("area"); node.present()) area_in_file = node.id<AreaId>();
  std::string language;
  if (const auto node = root.optional("screen_language"); node.present())
    language = kLanguages[node.choice(kLanguages).value_or(0)];
  auto screen = read_screen(root);
  auto look = read_screen_settings(root);
  screen.palette = look.palette;
  auto voice = read_voice(root.optional("voice"), line.common.check);
  root.no_other_keys();
  document.require_clean();
  settings::apply_flags(machine, line.common);
  apply_flags(line, screen);
  const auto area = choose_area(area_in_file, line.area);
  const auto site = require_site(machine);
  const auto name = machine.name ? *machine.name : default_name(area);
  return {std::move(machine), site,         name, area, language, std::move(screen), std::move(look),
          std::move(voice),   picture(line)};
}

VoiceSettings read_voice_settings(const CommandLine& line) {
  const auto document = settings::load_machine_document("display", line.common);
  auto voice = read_voice(document.root().optional("voice"), line.common.check);
  document.require_clean();
  return voice;
}

std::vector<std::string> warnings(const Settings& settings) {
  const auto& screen = settings.screen;
  drawing::Size picture{static_cast<float>(screen.width), static_cast<float>(screen.height)};
  if (screen.fullscreen) picture = {1920, 1080};  // what televisions have; a larger one is as legible
  if (screen.rotate % 180 != 0) std::swap(picture.width, picture.height);
  auto all = faults_of(settings.look.palette);
  for (auto& fault : faults_of(settings.look, picture)) all.push_back(std::move(fault));
  return all;
}

}  // namespace panggil::display
