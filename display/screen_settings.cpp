#include "display/screen_settings.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <utility>

#include "common/settings/system_words.hpp"
#include "display/view/plan_file.hpp"

namespace panggil::display {
namespace {
using drawing::Colour;
using drawing::Shade;

const std::vector<std::string> kDays = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
constexpr std::array<const char*, 5> kInkNames = {"text", "accent", "quiet", "dark", "line"};
// There are no buttons, and nothing that is light.
constexpr std::array<const char*, 6> kFillNames = {"screen", "live", "panel", "badge", "pulse", "emergency"};

bool is_file_name(const std::string& layout) {
  return layout.find('/') != std::string::npos || layout.ends_with(".yaml");
}

Plan read_layout(const settings::Node& node) {
  if (!node.present()) return built_in_plan("hall");
  const auto name = node.text();
  if (is_file_name(name)) {
    try {
      return load_plan(node.path());
    } catch (const settings::BadSettings&) {
      throw;  // it names its own file and lines
    } catch (const std::runtime_error& error) {
      node.fault_in_words(error.what());
    }
    return built_in_plan("hall");
  }
  const auto& names = built_in_plan_names();
  const auto which = node.choice(names);
  return built_in_plan(names[which.value_or(0)]);
}

std::optional<Colour> colour_of(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), value, 16);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  const auto channel = [value](unsigned shift) { return static_cast<std::uint8_t>(value >> shift & 0xFFU); };
  return Colour{channel(16), channel(8), channel(0)};
}

void read_colour(const settings::Node& node, Colour& colour) {
  if (!node.present()) return;
  if (const auto read = colour_of(node.text())) {
    colour = *read;
  } else {
    node.fault("fault.display.colour");
  }
}

/// One colour, or one for the top and one for the bottom.
void read_shade(const settings::Node& node, Shade& shade) {
  if (!node.present()) return;
  if (!node.is_list()) {
    read_colour(node, shade.top);
    shade.bottom = shade.top;
    return;
  }
  const auto items = node.items();
  if (items.size() != 2) return node.fault("fault.display.shade");
  read_colour(items[0], shade.top);
  read_colour(items[1], shade.bottom);
}

void read_theme(const settings::Node& node, drawing::Palette& palette) {
  if (!node.present()) return;
  for (std::size_t index = 0; index < kInkNames.size(); ++index)
    read_colour(node.optional(kInkNames[index]), palette.inks[index]);
  for (std::size_t index = 0; index < kFillNames.size(); ++index)
    read_shade(node.optional(kFillNames[index]), palette.fills[index]);
  node.no_other_keys();
}

std::filesystem::path read_readable(const settings::Node& node) {
  if (!node.present()) return {};
  auto path = node.path();
  if (::access(path.c_str(), R_OK) != 0)
    node.fault("fault.file_unreadable", {{"file", path.string()}, {"why", settings::system_words(errno)}});
  return path;
}

/// Where fetched content lies if the settings do not say: what the service manager gave, or the user's own.
std::filesystem::path usual_content_folder() {
  for (const auto& [variable, below] :
       {std::pair{"STATE_DIRECTORY", "content"}, std::pair{"XDG_STATE_HOME", "panggil/content"},
        std::pair{"HOME", ".local/state/panggil/content"}}) {
    const char* folder = std::getenv(variable);
    if (folder != nullptr && *folder != 0) return std::filesystem::path(folder) / below;
  }
  return {};
}

ContentSettings read_content(const settings::Node& node) {
  ContentSettings content;
  content.folder = usual_content_folder();
  if (!node.present()) return content;
  if (const auto folder = node.optional("folder"); folder.present()) content.folder = folder.path();
  if (const auto most = node.optional("most_mib"); most.present())
    content.most_bytes = static_cast<std::uint64_t>(most.whole(1, 1'000'000)) << 20U;
  node.no_other_keys();
  return content;
}

VideoWay read_video(const settings::Node& node) {
  if (!node.present()) return VideoWay::kAuto;
  static const std::vector<std::string> kWays = {"auto", "opengl", "software"};
  constexpr std::array kMeant = {VideoWay::kAuto, VideoWay::kOpenGl, VideoWay::kSoftware};
  return kMeant.at(node.choice(kWays).value_or(0));
}

std::vector<std::string> read_ticker(const settings::Node& node) {
  if (!node.present()) return {};
  if (!node.is_list()) return {node.text()};
  std::vector<std::string> texts;
  for (const auto& item : node.items()) texts.push_back(item.text());
  return texts;
}

void read_days(const settings::Node& node, ScreenHours& hours) {
  hours.days.set();
  if (!node.present()) return;
  hours.days.reset();
  for (const auto& item : node.items())
    if (const auto day = item.choice(kDays)) hours.days.set(*day);
}

std::vector<ScreenHours> read_hours(const settings::Node& node) {
  std::vector<ScreenHours> all;
  if (!node.present()) return all;
  for (const auto& item : node.items()) {
    ScreenHours hours;
    read_days(item.optional("days"), hours);
    hours.on = item.required("on").time_of_day();
    hours.off = item.required("off").time_of_day();
    item.no_other_keys();
    if (hours.on == hours.off) item.fault("fault.display.hours");
    all.push_back(hours);
  }
  return all;
}

std::optional<Distance> read_distance(const settings::Node& root) {
  const auto inches = root.optional("tv_inches");
  const auto metres = root.optional("max_distance_m");
  if (!inches.present() && !metres.present()) return std::nullopt;
  if (!inches.present()) metres.key_fault("fault.display.as_well", {{"key", "tv_inches"}});
  if (!metres.present()) inches.key_fault("fault.display.as_well", {{"key", "max_distance_m"}});
  if (!inches.present() || !metres.present()) return std::nullopt;
  return Distance{inches.number(5, 200), metres.number(0.5, 50)};
}
}  // namespace

ScreenSettings read_screen_settings(const settings::Node& root) {
  ScreenSettings read;
  read.plan = read_layout(root.optional("layout"));
  if (const auto node = root.optional("counter"); node.present()) read.counter = node.id<CounterId>();
  read_theme(root.optional("theme"), read.palette);
  read.logo = read_readable(root.optional("logo"));
  read.media = read_readable(root.optional("media"));
  read.content = read_content(root.optional("content"));
  read.video = read_video(root.optional("video"));
  read.ticker = read_ticker(root.optional("ticker"));
  read.hours = read_hours(root.optional("hours"));
  read.distance = read_distance(root);
  const bool needs_counter =
      has_zone(read.plan.landscape, Zone::kDesk) || has_zone(read.plan.portrait, Zone::kDesk);
  if (needs_counter && !read.counter) root.fault("fault.display.which_counter", {{"layout", read.plan.name}});
  return read;
}

}  // namespace panggil::display
