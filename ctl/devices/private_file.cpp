#include "ctl/devices/private_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <stdexcept>

#include "common/settings/system_words.hpp"
#include "common/texts/spoken.hpp"

namespace panggil::ctl {
namespace {

namespace fs = std::filesystem;

/// None of ours is nearly as large.
constexpr std::size_t kLargest = 1U << 20U;

[[noreturn]] void fail_on(const fs::path& file, std::string_view what) {
  throw std::runtime_error(fmt::format("{}: {}", file.string(), what));
}
[[noreturn]] void fail_on(const fs::path& file) {
  const bool refused = errno == EACCES || errno == EPERM;
  const auto words = settings::system_words(errno);
  fail_on(file, refused && ::geteuid() != 0 ? spoken_text("device.root_alone", {{"why", words}}) : words);
}

/// Closes itself, and takes the file away unless it was kept.
class Unfinished {
 public:
  explicit Unfinished(fs::path file) : file_(std::move(file)), descriptor_(open_anew(file_)) {
    if (descriptor_ < 0) fail_on(file_);
  }
  ~Unfinished() {
    ::close(descriptor_);
    std::error_code ignored;
    fs::remove(file_, ignored);
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

  void fill(std::string_view contents) {
    while (!contents.empty()) {
      const auto count = ::write(descriptor_, contents.data(), contents.size());
      if (count < 0) fail_on(file_);
      contents.remove_prefix(static_cast<std::size_t>(count));
    }
    if (::fsync(descriptor_) != 0) fail_on(file_);
  }
  int descriptor() const { return descriptor_; }
  void become(const fs::path& file) {
    if (::rename(file_.c_str(), file.c_str()) != 0) fail_on(file);
  }

 private:
  /// Not one that is there: it may be left from a power cut, or somebody has put it there and reads along.
  static int open_anew(const fs::path& file) {
    ::unlink(file.c_str());
    return ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  }

  fs::path file_;
  int descriptor_;
};

struct Owner {
  ::uid_t user;
  ::gid_t group;
};

/// Root, where there is no such user or group here: a disk may be prepared for another machine.
Owner find_owner(const Access& access) {
  const auto* user = ::getpwnam(access.user.c_str());
  const auto* group = ::getgrnam(access.group.c_str());
  return {user != nullptr ? user->pw_uid : 0, group != nullptr ? group->gr_gid : 0};
}

}  // namespace

void write_file(const fs::path& file, std::string_view contents, const Access& access) {
  Unfinished fresh(fs::path(file) += ".new");
  if (::geteuid() == 0) {
    const auto owner = find_owner(access);
    if (::fchown(fresh.descriptor(), owner.user, owner.group) != 0) fail_on(file);
  }
  fresh.fill(contents);
  if (::fchmod(fresh.descriptor(), access.mode) != 0) fail_on(file);
  fresh.become(file);
}

void make_directory(const fs::path& directory, const Access& access) {
  std::error_code error;
  if (fs::is_directory(directory, error)) return;
  // Where these cannot be made, it cannot either, and mkdir() says why.
  if (directory.has_parent_path()) fs::create_directories(directory.parent_path(), error);
  if (::mkdir(directory.c_str(), access.mode) != 0) fail_on(directory);
  if (::geteuid() != 0) return;
  const auto owner = find_owner(access);
  if (::chown(directory.c_str(), owner.user, owner.group) != 0) fail_on(directory);
}

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in || fs::is_directory(file)) fail_on(file, spoken_text("device.unreadable"));
  // Not all of what somebody gives us: it may have no end.
  std::string text(kLargest + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.size() > kLargest) fail_on(file, spoken_text("device.too_large"));
  return text;
}

}  // namespace panggil::ctl
