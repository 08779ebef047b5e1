#include "tests/sim/journal/power_cut_vfs.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>

#include "tests/sim/journal/power_cut_disk.hpp"

namespace panggil::journal {
namespace {

/// SQLite makes the room for it and knows its beginning only.
struct Handle {
  sqlite3_file base;
  PowerCutDisk::File* file;
};

PowerCutDisk& disk() {
  return *PowerCutDisk::present;
}
PowerCutDisk::File& file_of(sqlite3_file* handle) {
  return *reinterpret_cast<Handle*>(handle)->file;
}

int read(sqlite3_file* handle, void* to, int amount, sqlite3_int64 offset) {
  const std::string& now = file_of(handle).now;
  const auto wanted = static_cast<std::size_t>(amount);
  const auto from = std::min(static_cast<std::size_t>(offset), now.size());
  const std::size_t there = std::min(wanted, now.size() - from);
  std::memcpy(to, now.data() + from, there);
  if (there == wanted) return SQLITE_OK;
  std::memset(static_cast<char*>(to) + there, 0, wanted - there);
  return SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* handle, const void* from, int amount, sqlite3_int64 offset) {
  std::string bytes(static_cast<const char*>(from), static_cast<std::size_t>(amount));
  const bool done = disk().write(file_of(handle), static_cast<std::size_t>(offset), std::move(bytes));
  return done ? SQLITE_OK : SQLITE_IOERR_WRITE;
}

int truncate(sqlite3_file* handle, sqlite3_int64 size) {
  return disk().truncate(file_of(handle), static_cast<std::size_t>(size)) ? SQLITE_OK : SQLITE_IOERR_TRUNCATE;
}

int sync(sqlite3_file* handle, int) {
  return disk().sync(file_of(handle)) ? SQLITE_OK : SQLITE_IOERR_FSYNC;
}

int size_of(sqlite3_file* handle, sqlite3_int64* size) {
  *size = static_cast<sqlite3_int64>(file_of(handle).now.size());
  return SQLITE_OK;
}

// There is one connection, so there is nobody to lock out.
int nothing_to_close(sqlite3_file*) {
  return SQLITE_OK;
}
int nothing_to_lock(sqlite3_file*, int) {
  return SQLITE_OK;
}
int nobody_waits(sqlite3_file*, int* reserved) {
  *reserved = 0;
  return SQLITE_OK;
}
int no_controls(sqlite3_file*, int, void*) {
  return SQLITE_NOTFOUND;
}
int sector_size(sqlite3_file*) {
  return 512;
}
// As SQLite assumes of real disks.
int characteristics(sqlite3_file*) {
  return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

constexpr sqlite3_io_methods kMethods = {
    .iVersion = 1,
    .xClose = nothing_to_close,
    .xRead = read,
    .xWrite = write,
    .xTruncate = truncate,
    .xSync = sync,
    .xFileSize = size_of,
    .xLock = nothing_to_lock,
    .xUnlock = nothing_to_lock,
    .xCheckReservedLock = nobody_waits,
    .xFileControl = no_controls,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
};

int open(sqlite3_vfs*, const char* name, sqlite3_file* handle, int flags, int* out_flags) {
  auto* opened = reinterpret_cast<Handle*>(handle);
  opened->base.pMethods = &kMethods;
  opened->file = disk().open(name);
  if (out_flags) *out_flags = flags;
  return SQLITE_OK;
}

int remove(sqlite3_vfs*, const char* name, int) {
  return disk().remove(name) ? SQLITE_OK : SQLITE_IOERR_DELETE;
}

int access(sqlite3_vfs*, const char* name, int, int* there) {
  *there = disk().exists(name) ? 1 : 0;
  return SQLITE_OK;
}

int full_path(sqlite3_vfs*, const char* name, int size, char* to) {
  sqlite3_snprintf(size, to, "%s", name);
  return SQLITE_OK;
}

sqlite3_vfs& vfs() {
  static sqlite3_vfs made = [] {
    // The clock and the chance of the machine's own layer.
    sqlite3_vfs layer = *sqlite3_vfs_find(nullptr);
    layer.szOsFile = sizeof(Handle);
    layer.zName = PowerCutDisk::kName;
    layer.xOpen = open;
    layer.xDelete = remove;
    layer.xAccess = access;
    layer.xFullPathname = full_path;
    return layer;
  }();
  return made;
}

}  // namespace

void register_power_cut_vfs() {
  sqlite3_vfs_register(&vfs(), 0);
}

void unregister_power_cut_vfs() {
  sqlite3_vfs_unregister(&vfs());
}

}  // namespace panggil::journal
