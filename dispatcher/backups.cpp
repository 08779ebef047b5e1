#include "dispatcher/backups.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <utility>
#include <vector>

#include "common/base/log.hpp"

namespace panggil {
namespace {

namespace fs = std::filesystem;

void make_private_directory(const fs::path& path) {
  if (path.has_parent_path()) fs::create_directories(path.parent_path());
  if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST)
    throw std::system_error(errno, std::generic_category(), path.string() + " cannot be made");
}

std::string name_at(const fs::path& directory, WallTime now) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
  const auto name = fmt::format("journal-{:%Y%m%dT%H%M%SZ}", fmt::gmtime(std::time_t{seconds}));
  auto free = name;
  for (int again = 2; fs::exists(directory / (free + ".db")); ++again)
    free = fmt::format("{}-{}", name, again);
  return free;
}

std::string mib(std::uintmax_t bytes) {
  return std::to_string(bytes >> 20U);
}

bool is_backup(const fs::path& file) {
  return file.extension() == ".db" && file.filename().string().starts_with("journal-");
}

}  // namespace

Backups::Backups(journal::Journal& journal, fs::path directory, std::size_t keep)
    : journal_(journal), directory_(std::move(directory)), keep_(keep) {}

const Backups::Progress& Backups::begin(const std::string& request, WallTime now) {
  if (backup_ || (last_ && request == request_)) return *last_;
  request_ = request;
  last_ = Progress{};
  try {
    start(now);
  } catch (const std::exception& error) {
    fail(error.what());
  }
  return *last_;
}

void Backups::start(WallTime now) {
  make_private_directory(directory_);
  last_->name = name_at(directory_, now);
  last_->file = directory_ / (last_->name + ".db");
  backup_ = journal_.backup(last_->file);
  last_->bytes = last_->bytes_left = backup_->bytes_left();
  require_room(last_->bytes);
}

std::optional<Backups::Progress> Backups::find(const std::string& name) const {
  if (!last_ || last_->name != name) return std::nullopt;
  return last_;
}

void Backups::step() {
  if (!backup_) return;
  try {
    require_room(0);
    const bool done = backup_->step();
    last_->bytes_left = backup_->bytes_left();
    if (done) finish();
  } catch (const std::exception& error) {
    fail(error.what());
  }
}

void Backups::require_room(std::uintmax_t bytes) {
  const auto available = fs::space(directory_).available;
  if (available >= bytes + kRoomLeftByBackups) return;
  last_->room = {{"directory", directory_.string()},
                 {"free", mib(available)},
                 {"needed", mib(bytes + kRoomLeftByBackups)},
                 {"kept", mib(kRoomLeftByBackups)}};
  throw std::runtime_error(Catalogue::of("en").text("backup.no_room", last_->room));
}

void Backups::finish() {
  backup_.reset();
  last_->bytes = fs::file_size(last_->file);
  last_->bytes_left = 0;
  last_->state = State::kDone;
  log::info("backup {} is complete: {} KiB", last_->file.string(), last_->bytes >> 10U);
  remove_old();
}

void Backups::fail(const std::string& why) {
  backup_.reset();
  last_->state = State::kFailed;
  last_->trouble = why;
  log::error("no backup was made, and the journal is as it was: {}", why);
}

/// The oldest first: their names are times.
void Backups::remove_old() const {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(directory_))
    if (is_backup(entry.path())) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (std::size_t old = 0; old + keep_ < files.size(); ++old) fs::remove(files[old]);
}

}  // namespace panggil
