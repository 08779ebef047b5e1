#include "display/sound/clip_cache.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <system_error>
#include <vector>

#include "display/sound/wav.hpp"

namespace panggil::sound {
namespace {
namespace fs = std::filesystem;

constexpr std::uint64_t kSeed = 0xcbf29ce484222325;
constexpr std::size_t kHeader = 60;  // of a marked file of ours

/// FNV-1a: finds accidents, which is what happens to memory cards.
std::uint64_t sum_of(std::string_view bytes, std::uint64_t sum = kSeed) {
  for (const char byte : bytes) sum = (sum ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
  return sum == 0 ? 1 : sum;
}

std::uint64_t mark_for(std::string_view key, std::string_view wav) {
  return sum_of(wav.substr(std::min(kHeader, wav.size())), sum_of(key));
}

[[noreturn]] void throw_errno(const fs::path& file) {
  throw std::system_error(errno, std::generic_category(), file.string());
}

std::optional<Clip> whole(const fs::path& file, std::string_view key) {
  std::string wav;
  try {
    wav = read_bytes(file);
  } catch (const std::runtime_error&) {
    return std::nullopt;
  }
  if (wav.size() <= kHeader || mark_of(wav) != mark_for(key, wav)) return std::nullopt;
  ::utimensat(AT_FDCWD, file.c_str(), nullptr, 0);  // used just now
  return Clip{file, length((wav.size() - kHeader) / 2)};
}

bool is_ours_to_write(const fs::path& folder) {
  struct stat is {};
  std::error_code error;
  fs::create_directories(folder, error);
  return ::stat(folder.c_str(), &is) == 0 && S_ISDIR(is.st_mode) && is.st_uid == ::geteuid() &&
         ::access(folder.c_str(), W_OK | X_OK) == 0;
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}
}  // namespace

ClipCache::ClipCache(fs::path folder, std::uintmax_t most_bytes)
    : folder_(std::move(folder)), most_bytes_(most_bytes) {
  std::error_code error;
  fs::create_directories(folder_, error);
  if (::access(folder_.c_str(), W_OK | X_OK) != 0) throw_errno(folder_);
}

fs::path ClipCache::file_of(std::string_view key) const {
  return folder_ / fmt::format("{:016x}{:016x}.wav", sum_of(key), sum_of(key, 1));
}

Result<Clip, std::string> ClipCache::get(std::string_view key, const Make& make) {
  const auto file = file_of(key);
  if (auto clip = whole(file, key)) return *std::move(clip);
  const auto samples = make();
  if (!samples) return fail(samples.error());
  const auto sound = to_wav(*samples, 1);
  store(file, to_wav(*samples, mark_for(key, sound)));
  make_room(file);
  return Clip{file, length(samples->size())};
}

/// Whoever reads sees the old one or the new one, never half of it.
void ClipCache::store(const fs::path& file, std::string_view bytes) const {
  std::string temporary = (folder_ / ".new-XXXXXX").string();
  const int fd = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (fd < 0) throw_errno(folder_);
  const auto written = ::write(fd, bytes.data(), bytes.size());
  int cause = written < 0 ? errno : (written < static_cast<ssize_t>(bytes.size()) ? ENOSPC : 0);
  ::close(fd);
  if (cause == 0 && ::rename(temporary.c_str(), file.c_str()) != 0) cause = errno;
  if (cause == 0) return;
  ::unlink(temporary.c_str());
  throw std::system_error(cause, std::generic_category(), file.string());
}

void ClipCache::make_room(const fs::path& for_this) const {
  struct Entry {
    fs::file_time_type used;
    std::uintmax_t bytes;
    fs::path file;
  };
  std::vector<Entry> entries;
  std::uintmax_t sum = 0;
  std::error_code gone;
  for (const auto& entry : fs::directory_iterator(folder_, gone)) {
    const auto bytes = entry.file_size(gone);
    if (gone) continue;
    sum += bytes;
    if (entry.path() != for_this) entries.push_back({entry.last_write_time(gone), bytes, entry.path()});
  }
  if (sum <= most_bytes_) return;
  std::sort(entries.begin(), entries.end(),
            [](const auto& one, const auto& other) { return one.used < other.used; });
  for (const auto& entry : entries) {
    if (sum <= most_bytes_) break;
    fs::remove(entry.file, gone);
    sum -= entry.bytes;
  }
}

fs::path cache_folder(const fs::path& named) {
  if (!named.empty()) {
    const ClipCache usable(named);
    return named;
  }
  std::vector<fs::path> folders;
  if (const auto service = environment("CACHE_DIRECTORY"); !service.empty())
    folders.push_back(fs::path(service) / "voice");
  if (const auto user = environment("XDG_CACHE_HOME"); !user.empty())
    folders.push_back(fs::path(user) / "panggil/voice");
  if (const auto home = environment("HOME"); !home.empty())
    folders.push_back(fs::path(home) / ".cache/panggil/voice");
  const auto found = std::find_if(folders.begin(), folders.end(), is_ours_to_write);
  if (found != folders.end()) return *found;
  std::string temporary = "/tmp/panggil-voice-XXXXXX";
  if (!::mkdtemp(temporary.data())) throw_errno("/tmp");
  return temporary;
}

}  // namespace panggil::sound
