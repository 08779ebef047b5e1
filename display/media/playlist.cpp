#include "display/media/playlist.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <string_view>
#include <system_error>
#include <utility>

namespace panggil::display {
namespace {
using std::chrono::seconds;
using std::chrono::sys_days;

constexpr seconds kLeastDuration{2};
constexpr seconds kMostDuration{3600};
const std::vector<std::string> kDays = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
const std::vector<std::string> kPictures = {".png", ".jpg", ".jpeg", ".bmp", ".tga", ".gif"};
const std::vector<std::string> kVideos = {".mp4", ".mkv", ".mov", ".webm", ".m4v"};

bool has_ending(const std::filesystem::path& file, const std::vector<std::string>& endings) {
  auto ending = file.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// `2026-11-23`
std::optional<sys_days> date_of(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month || !day || *month < 1 || *day < 1) return std::nullopt;
  const auto date = std::chrono::year(*year) / *month / *day;
  return date.ok() ? std::optional(sys_days(date)) : std::nullopt;
}

void read_dates(const settings::Node& node, MediaItem& item) {
  if (!node.present()) return;
  const auto text = node.text();
  const auto dots = text.find("..");
  item.first = date_of(text.substr(0, dots));
  item.last = dots == std::string::npos ? item.first : date_of(text.substr(dots + 2));
  if (!item.first || !item.last || *item.last < *item.first) node.fault("fault.display.dates");
}

void read_days(const settings::Node& node, MediaItem& item) {
  if (!node.present()) return;
  item.days.reset();
  for (const auto& day : node.items())
    if (const auto which = day.choice(kDays)) item.days.set(*which);
  if (item.days.none()) item.days.set();  // none is every day, not never
}

void read_times(const settings::Node& from, const settings::Node& to, MediaItem& item) {
  if (from.present()) item.from = from.time_of_day();
  if (to.present()) item.to = to.time_of_day();
}

seconds read_duration(const settings::Node& node, seconds otherwise) {
  return node.present() ? node.duration(kLeastDuration, kMostDuration) : otherwise;
}

MediaItem read_item(const settings::Node& node, const std::filesystem::path& folder, seconds duration) {
  MediaItem item;
  const auto file = node.required("file");
  const std::filesystem::path name = file.text();
  if (name.is_absolute() || name.string().find("..") != std::string::npos)
    file.fault("fault.display.foreign_file");
  if (!has_ending(name, kPictures) && !has_ending(name, kVideos)) file.fault("fault.display.no_medium");
  item.file = folder / name;
  item.duration = read_duration(node.optional("duration"), duration);
  read_dates(node.optional("dates"), item);
  read_days(node.optional("days"), item);
  read_times(node.optional("from"), node.optional("to"), item);
  node.no_other_keys();
  return item;
}

std::vector<MediaItem> everything_in(const std::filesystem::path& folder) {
  std::vector<MediaItem> items;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (!has_ending(entry.path(), kPictures) && !has_ending(entry.path(), kVideos)) continue;
    MediaItem item;
    item.file = entry.path();
    items.push_back(std::move(item));
  }
  std::sort(items.begin(), items.end(),
            [](const auto& one, const auto& other) { return one.file < other.file; });
  return items;
}
}  // namespace

bool MediaItem::is_video() const {
  return has_ending(file, kVideos);
}

bool is_valid(const MediaItem& item, const std::optional<Stamp>& time) {
  if (!time) return item.is_always();
  const auto local = time->time + time->offset;
  const auto midnight = std::chrono::floor<std::chrono::days>(local);
  auto date = sys_days(midnight.time_since_epoch());
  const auto of_day = local - midnight;
  const bool over_midnight = item.to <= item.from;
  const bool in_time =
      over_midnight ? of_day >= item.from || of_day < item.to : of_day >= item.from && of_day < item.to;
  // What began yesterday evening is yesterday's.
  if (over_midnight && of_day < item.to) date -= std::chrono::days(1);
  const bool in_dates = (!item.first || date >= *item.first) && (!item.last || date <= *item.last);
  return in_time && in_dates && item.days[std::chrono::weekday(date).c_encoding()];
}

std::optional<std::size_t> next_valid(const std::vector<MediaItem>& items, std::optional<std::size_t> after,
                                      const std::optional<Stamp>& time) {
  for (std::size_t step = 0; step < items.size(); ++step) {
    const auto index = ((after ? *after + 1 : 0) + step) % items.size();
    if (is_valid(items[index], time)) return index;
  }
  return std::nullopt;
}

std::vector<MediaItem> read_playlist(const settings::Document& document,
                                     const std::filesystem::path& folder) {
  const auto root = document.root();
  const auto duration = read_duration(root.optional("duration"), MediaItem{}.duration);
  std::vector<MediaItem> items;
  for (const auto& node : root.required("items").items()) items.push_back(read_item(node, folder, duration));
  root.no_other_keys();
  return items;
}

std::vector<MediaItem> load_playlist(const std::filesystem::path& folder) {
  const auto file = folder / "playlist.yaml";
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return everything_in(folder);
  const auto document = settings::Document::load(file);
  auto items = read_playlist(document, folder);
  document.require_clean();
  return items;
}

}  // namespace panggil::display
