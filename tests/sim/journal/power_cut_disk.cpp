#include "tests/sim/journal/power_cut_disk.hpp"

#include <algorithm>

#include "tests/sim/journal/power_cut_vfs.hpp"

namespace panggil::journal {
namespace {

constexpr std::size_t kSector = 512;

void put(std::string& to, std::size_t offset, std::string_view bytes) {
  if (to.size() < offset + bytes.size()) to.resize(offset + bytes.size());
  std::copy(bytes.begin(), bytes.end(), to.begin() + static_cast<std::ptrdiff_t>(offset));
}

}  // namespace

PowerCutDisk* PowerCutDisk::present = nullptr;

PowerCutDisk::PowerCutDisk(unsigned seed) : random_(seed) {
  present = this;
  register_power_cut_vfs();
}

PowerCutDisk::~PowerCutDisk() {
  unregister_power_cut_vfs();
  present = nullptr;
}

bool PowerCutDisk::write(File& file, std::size_t offset, std::string bytes) {
  // The write during which power goes may still leave a part of itself.
  const bool powered = !failed();
  const bool done = spend();
  if (!powered) return false;
  put(file.now, offset, bytes);
  file.unsynced.push_back({false, offset, std::move(bytes)});
  return done;
}

bool PowerCutDisk::truncate(File& file, std::size_t size) {
  if (!spend()) return false;
  file.now.resize(size);
  file.unsynced.push_back({true, size, {}});
  return true;
}

bool PowerCutDisk::sync(File& file) {
  if (!spend()) return false;
  file.durable = file.now;
  file.unsynced.clear();
  return true;
}

bool PowerCutDisk::remove(const std::string& name) {
  if (!spend()) return false;
  files_.erase(name);
  return true;
}

void PowerCutDisk::restore_power() {
  for (auto& [name, file] : files_) {
    std::string left = file.durable;
    for (const auto& change : file.unsynced) apply_some_of(change, left);
    file = {left, left, {}};
  }
  left_ = std::numeric_limits<int>::max();
}

void PowerCutDisk::apply_some_of(const Change& change, std::string& to) {
  if (change.truncates) {
    if (by_chance()) to.resize(change.offset);
    return;
  }
  std::string_view bytes = change.bytes;
  for (std::size_t offset = change.offset; !bytes.empty();) {
    const std::size_t size = std::min(bytes.size(), kSector - offset % kSector);
    if (by_chance()) put(to, offset, bytes.substr(0, size));
    bytes.remove_prefix(size);
    offset += size;
  }
}

}  // namespace panggil::journal
