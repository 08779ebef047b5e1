#include "display/content/sets.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>
#include <vector>

namespace panggil::display {
namespace {

namespace fs = std::filesystem;

constexpr auto kNow = "now";
constexpr std::uint64_t kLeaveFree = std::uint64_t{64} << 20U;

/// A file, or the names in a folder.
void put_on_disk(const fs::path& path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool done = fd >= 0 && fsync(fd) == 0;
  const int why = errno;
  if (fd >= 0) close(fd);
  if (!done) throw std::system_error(why, std::generic_category(), path.string());
}

}  // namespace

Sets::Sets(fs::path folder) : folder_(std::move(folder)) {
  fs::create_directories(folder_);
}

std::string Sets::now() const {
  std::error_code none;
  auto name = fs::read_symlink(folder_ / kNow, none).filename().string();
  return !none && has(name) ? name : std::string();
}

bool Sets::has(const std::string& sha256) const {
  std::error_code error;
  return !sha256.empty() && fs::is_directory(folder_of(sha256), error);
}

fs::path Sets::begin(const std::string& sha256) {
  const auto part = part_of(sha256);
  for (const auto& entry : fs::directory_iterator(folder_))
    if (entry.path().extension() == ".part" && entry.path() != part) fs::remove_all(entry.path());
  fs::create_directory(part);
  return part;
}

void Sets::complete(const std::string& sha256) {
  const auto part = part_of(sha256);
  for (const auto& entry : fs::directory_iterator(part)) put_on_disk(entry.path());
  put_on_disk(part);
  const auto broken = folder_ / (sha256 + ".broken");
  if (has(sha256)) fs::rename(folder_of(sha256), broken);
  fs::rename(part, folder_of(sha256));
  put_on_disk(folder_);
  fs::remove_all(broken);
}

void Sets::play(const std::string& sha256) {
  const auto before = now();
  const auto link = folder_ / "now.new";
  fs::remove(link);
  fs::create_directory_symlink(sha256, link);
  fs::rename(link, folder_ / kNow);
  put_on_disk(folder_);
  // Of the one before something may be on the screen at this moment.
  remove_all_but(sha256, before);
}

void Sets::play_none() {
  fs::remove(folder_ / kNow);
}

void Sets::remove_all_but(const std::string& one, const std::string& other) const {
  std::vector<fs::path> gone;
  for (const auto& entry : fs::directory_iterator(folder_)) {
    const auto name = entry.path().filename().string();
    if (name != one && name != other && name != kNow) gone.push_back(entry.path());
  }
  for (const auto& path : gone) fs::remove_all(path);
}

std::uint64_t Sets::room() const {
  const auto free = fs::space(folder_).available;
  return free > kLeaveFree ? free - kLeaveFree : 0;
}

}  // namespace panggil::display
