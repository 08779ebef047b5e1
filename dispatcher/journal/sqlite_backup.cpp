#include "dispatcher/journal/sqlite_backup.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace panggil::journal {
namespace {

namespace fs = std::filesystem;

constexpr int kPagesInAStep = 64;

// The copy counts once it is complete and not before, so it needs no log of its own; step() waits for the
// disk. A small cache: what is copied is to be written now, not all at the end.
constexpr const char* kSettings = R"(
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = OFF;
  PRAGMA synchronous = OFF;
  PRAGMA cache_size = 16;
)";

[[noreturn]] void fail_on(const fs::path& file, const std::string& what) {
  throw std::runtime_error(fmt::format("{}: {}", file.string(), what));
}

void sync(int descriptor, const fs::path& file) {
  if (::fdatasync(descriptor) != 0) fail_on(file, std::strerror(errno));
}

void sync_directory_of(const fs::path& file) {
  const int directory = ::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0) fail_on(file.parent_path(), std::strerror(errno));
  const int result = ::fsync(directory);
  ::close(directory);
  if (result != 0) fail_on(file.parent_path(), std::strerror(errno));
}

int opened_anew(const fs::path& file) {
  fs::remove(file);
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0) fail_on(file, std::strerror(errno));
  return descriptor;
}

}  // namespace

SqliteBackup::SqliteBackup(SQLite::Database& source, fs::path file)
    : file_(std::move(file)), partial_(fs::path(file_) += ".partial"), descriptor_(opened_anew(partial_)) {
  try {
    prepare(source);
  } catch (...) {
    ::close(descriptor_);
    fs::remove(partial_);
    throw;
  }
}

void SqliteBackup::prepare(SQLite::Database& source) {
  copy_.emplace(partial_.string(), SQLite::OPEN_READWRITE);
  copy_->exec(kSettings);
  const auto pages = source.execAndGet("PRAGMA page_count").getInt64();
  const auto page_size = source.execAndGet("PRAGMA page_size").getInt64();
  bytes_left_ = static_cast<std::uintmax_t>(pages * page_size);
  backup_.emplace(*copy_, source);
}

SqliteBackup::~SqliteBackup() {
  backup_.reset();
  copy_.reset();
  ::close(descriptor_);
  std::error_code ignored;
  fs::remove(partial_, ignored);
}

bool SqliteBackup::step() {
  try {
    const bool done = backup_->executeStep(kPagesInAStep) == SQLITE_DONE;
    bytes_left_ = static_cast<std::uintmax_t>(backup_->getRemainingPageCount()) *
                  static_cast<std::uintmax_t>(copy_->execAndGet("PRAGMA page_size").getInt64());
    if (done)
      complete();
    else
      sync(descriptor_, partial_);
    return done;
  } catch (const SQLite::Exception& error) {
    fail_on(partial_, error.what());
  }
}

void SqliteBackup::complete() {
  backup_.reset();
  copy_.reset();
  sync(descriptor_, partial_);
  fs::rename(partial_, file_);
  sync_directory_of(file_);
}

}  // namespace panggil::journal
