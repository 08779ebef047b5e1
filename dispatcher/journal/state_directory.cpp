#include "dispatcher/journal/state_directory.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "common/texts/spoken.hpp"
#include "dispatcher/journal/errors.hpp"

namespace panggil::journal {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail_on(const fs::path& path, std::string_view what) {
  throw std::system_error(errno, std::generic_category(), fmt::format("{}: {}", path.string(), what));
}

int open_private(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0) fail_on(path, spoken_text("disk.not_opened"));
  return file;
}

void make_directory(const fs::path& path) {
  if (path.has_parent_path()) fs::create_directories(path.parent_path());
  if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) fail_on(path, spoken_text("disk.not_made"));
}

int lock_in(const fs::path& directory) {
  const int file = open_private(directory / "lock");
  if (::flock(file, LOCK_EX | LOCK_NB) == 0) return file;
  const int error = errno;
  ::close(file);
  errno = error;
  if (error != EWOULDBLOCK) fail_on(directory / "lock", spoken_text("disk.not_locked"));
  throw StateInUse(spoken_text("disk.in_use", {{"directory", directory.string()}}));
}

}  // namespace

StateDirectory::StateDirectory(fs::path path, IfMissing if_missing) : path_(std::move(path)) {
  if (if_missing == IfMissing::kMake) make_directory(path_);
  if (!fs::is_directory(path_)) {
    errno = ENOENT;
    fail_on(path_, spoken_text("disk.none"));
  }
  lock_ = lock_in(path_);
}

StateDirectory::~StateDirectory() {
  if (lock_ >= 0) ::close(lock_);
}

StateDirectory::StateDirectory(StateDirectory&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {}

void StateDirectory::make_private_file(const fs::path& file) const {
  ::close(open_private(file));
}

void StateDirectory::give_to_owner() const {
  struct stat owner {};
  if (::geteuid() != 0 || ::stat(path_.c_str(), &owner) != 0 || owner.st_uid == 0) return;
  for (const auto& entry : fs::directory_iterator(path_))
    if (entry.is_regular_file() && ::lchown(entry.path().c_str(), owner.st_uid, owner.st_gid) != 0)
      fail_on(entry.path(), spoken_text("disk.not_given"));
}

void StateDirectory::sync() const {
  const int directory = ::open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0) fail_on(path_, spoken_text("disk.not_opened"));
  const int result = ::fsync(directory);
  ::close(directory);
  if (result != 0) fail_on(path_, spoken_text("disk.not_durable"));
}

}  // namespace panggil::journal
