#include "kiosk/settings.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "common/settings/system_words.hpp"
#include "common/texts/spoken.hpp"
#include "kiosk/model/offers.hpp"
#include "kiosk/printer_settings.hpp"
#include "kiosk/view/layout.hpp"

namespace panggil::kiosk {
namespace {
constexpr screen::Least kLeast{480, 480};

std::vector<std::string> read_services(const settings::Node& node) {
  std::vector<std::string> services;
  if (!node.present()) return services;
  for (const auto& item : node.items())
    if (const auto id = item.id<ServiceId>()) services.push_back(id->text());
  if (services.size() > kMostOffered)
    node.fault("fault.kiosk.too_many_services", {{"most", std::to_string(kMostOffered)}});
  return services;
}

Millis read_stay(const settings::Node& node, Millis otherwise) {
  if (!node.present()) return otherwise;
  return node.duration(Seconds(3), Seconds(600));
}

Place read_place(const settings::Node& root) {
  Place place;
  if (const auto node = root.optional("screen_language"); node.present())
    place.first_language = node.choice({"id", "en"}).value_or(0) == 0 ? "id" : "en";
  place.services = read_services(root.optional("services"));
  if (const auto node = root.optional("area"); node.present()) place.area = node.id<AreaId>();
  if (const auto node = root.optional("priority_class"); node.present())
    if (const auto id = node.id<ClassId>()) place.priority_class = id->text();
  place.return_after = read_stay(root.optional("return_after"), place.return_after);
  place.number_stays = read_stay(root.optional("number_stays"), place.number_stays);
  place.documents = read_documents(root.optional("documents"));
  if (const auto node = root.optional("closing_line"); node.present()) place.closing = read_local_text(node);
  if (const auto node = root.optional("qr_text"); node.present()) {
    place.code = node.text();
    if (place.code.size() > 200) node.fault("fault.kiosk.code_too_long");
  }
  return place;
}

std::optional<std::filesystem::path> read_state(const settings::Node& node) {
  if (node.present()) {
    auto folder = node.path();
    if (::access(folder.c_str(), W_OK | X_OK) != 0)
      node.fault("fault.kiosk.unwritable",
                 {{"folder", folder.string()}, {"why", settings::system_words(errno)}});
    return folder;
  }
  // Of the service manager.
  const char* folder = std::getenv("STATE_DIRECTORY");
  return folder == nullptr || *folder == '\0' ? std::nullopt : std::optional<std::filesystem::path>(folder);
}

drawing::WindowSettings read_screen(const settings::Node& root) {
  drawing::WindowSettings screen;
  screen.title = "Panggil kiosk";
  screen.width = 1920;
  screen.height = 1080;
  screen.fullscreen = true;
  screen::read_size(root, kLeast, screen);
  screen::read_wall(root, screen);
  screen::read_fonts(root, screen.fonts);
  return screen;
}

/// Of a start page with so many services; with words about as long as they will be.
Layout sample_layout(std::size_t services, const Screen& screen) {
  constexpr float kAboutOneCharacter = 0.8F;
  const drawing::Typesetter type{[](std::string_view text, drawing::Weight) {
    return static_cast<float>(text.size()) * kAboutOneCharacter;
  }};
  Scene scene;
  scene.page = Page::kStart;
  scene.languages = {{"id", "Bahasa Indonesia", true}, {"en", "English", false}};
  scene.priority = Option{};
  for (std::size_t index = 0; index < services; ++index)
    scene.tiles.push_back({.service = std::to_string(index), .name = "x", .possible = true});
  return layout(scene, screen, type);
}

void note(std::string_view text, Facts facts) {
  facts.emplace("mm", fmt::format("{:.0f}", kTargetMm));
  fmt::print(stderr, "panggil-kiosk: {}\n", spoken_text(text, facts));
}

void say_what_is_not_good(const Settings& settings) {
  const auto fits = services_with_large_buttons(settings);
  const auto offered = settings.place.services.size();
  if (!fits) return note("note.kiosk_no_inches", {});
  const auto count = std::to_string(*fits);
  if (offered > *fits)
    note("note.kiosk_too_many", {{"fits", count}, {"offered", std::to_string(offered)}});
  else if (offered == 0 && *fits < kMostOffered)
    note("note.kiosk_may_be_many", {{"fits", count}});
}
}  // namespace

std::optional<std::size_t> services_with_large_buttons(const Settings& settings) {
  if (settings.screen_inches <= 0) return std::nullopt;
  drawing::Size size{static_cast<float>(settings.screen.width), static_cast<float>(settings.screen.height)};
  if (settings.screen.rotate % 180 != 0) std::swap(size.width, size.height);
  const auto screen = screen_of(size, settings.screen_inches);
  for (std::size_t count = kMostOffered; count > 0; --count) {
    const auto smallest = smallest_target_mm(sample_layout(count, screen), screen);
    if (smallest && *smallest >= kTargetMm - 0.1F) return count;
  }
  return 0;
}

Settings read_settings(const CommandLine& line) {
  const auto document = settings::load_machine_document("kiosk", line.common);
  const auto root = document.root();
  auto machine = settings::read_machine(root);
  settings::check_files(root, machine);
  auto place = read_place(root);
  auto screen = read_screen(root);
  double inches = 0;
  if (const auto node = root.optional("screen_inches"); node.present()) inches = node.number(5, 120);
  auto printer = read_printer(root.optional("printer"), screen.fonts);
  auto state = read_state(root.optional("state"));
  root.no_other_keys();
  document.require_clean();
  settings::apply_flags(machine, line.common);
  screen::apply_flags(line.window, kLeast, screen);
  const auto name = machine.name.value_or(ClientId("kiosk-1"));
  Settings settings{std::move(machine),
                    name,
                    std::move(place),
                    std::move(screen),
                    inches,
                    std::move(printer),
                    std::move(state),
                    screen::picture(line.window)};
  if (line.common.check && line.action.empty()) say_what_is_not_good(settings);
  return settings;
}

}  // namespace panggil::kiosk
