#include "display/settings.hpp"

#include <CLI/CLI.hpp>
#include <stdexcept>
#include <utility>

#include "common/texts/spoken.hpp"
#include "display/legibility.hpp"

namespace panggil::display {
namespace {
constexpr screen::Least kLeast{320, 320};

constexpr auto kExamples = R"(
Examples:
  panggil-display --site cirebon --area hall --fullscreen
  panggil-display --site cirebon --area hall --size 1920x1080 --screenshot hall.png --after 10
  panggil-display --say "A017 3"
  panggil-display --say "A017 Loket Pembayaran 12" --wav call.wav

Exit codes: 0 done; 1 could not go on; 2 usage or settings; 4 no screen to draw on, or no sound for
--say.)";

const std::vector<std::string> kLanguages = {"id", "en"};

drawing::WindowSettings read_window(const settings::Node& root) {
  drawing::WindowSettings window;
  screen::read_size(root, kLeast, window);
  screen::read_wall(root, window);
  screen::read_fonts(root, window.fonts);
  return window;
}

AreaId choose_area(const std::optional<AreaId>& in_file, const std::optional<std::string>& flag) {
  if (flag) {
    if (const auto area = AreaId::parse(*flag)) return *area;
    throw std::invalid_argument(spoken_text("usage.no_area", {{"area", *flag}}));
  }
  if (in_file) return *in_file;
  throw std::invalid_argument(spoken_text("usage.which_area"));
}

ClientId default_name(const AreaId& area) {
  if (const auto name = ClientId::parse("display-" + area.text() + "-1")) return *name;
  throw std::invalid_argument(
      spoken_text("usage.client_too_long", {{"name", "display-" + area.text() + "-1"}}));
}

SiteId require_site(const settings::Machine& machine) {
  if (machine.site) return *machine.site;
  throw std::invalid_argument(spoken_text("usage.which_site"));
}

drawing::Size picture_of(const Settings& settings) {
  const auto& screen = settings.screen;
  drawing::Size picture{static_cast<float>(screen.width), static_cast<float>(screen.height)};
  if (screen.fullscreen) picture = {1920, 1080};  // what televisions have; a larger one is as legible
  if (screen.rotate % 180 != 0) std::swap(picture.width, picture.height);
  return picture;
}
}  // namespace

void add_flags(CLI::App& app, CommandLine& line) {
  app.footer(kExamples);
  settings::add_common_flags(app, line.common);
  app.add_option("--area", line.area, "The waiting area whose calls are shown")->type_name("ID");
  screen::add_window_flags(app, line.window);
  screen::add_wall_flags(app, line.window);
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
  auto window = read_window(root);
  auto look = read_screen_settings(root);
  window.palette = look.palette;
  auto voice = read_voice(root.optional("voice"), line.common.check);
  root.no_other_keys();
  document.require_clean();
  settings::apply_flags(machine, line.common);
  screen::apply_flags(line.window, kLeast, window);
  const auto area = choose_area(area_in_file, line.area);
  const auto site = require_site(machine);
  const auto name = machine.name ? *machine.name : default_name(area);
  return {std::move(machine),
          site,
          name,
          area,
          language,
          std::move(window),
          std::move(look),
          std::move(voice),
          screen::picture(line.window)};
}

VoiceSettings read_voice_settings(const CommandLine& line) {
  const auto document = settings::load_machine_document("display", line.common);
  auto voice = read_voice(document.root().optional("voice"), line.common.check);
  document.require_clean();
  return voice;
}

std::vector<std::string> notes(const Settings& settings) {
  return limits_of(settings.look, picture_of(settings));
}

std::vector<std::string> warnings(const Settings& settings) {
  auto all = faults_of(settings.look.palette);
  for (auto& fault : faults_of(settings.look, picture_of(settings))) all.push_back(std::move(fault));
  return all;
}

}  // namespace panggil::display
