#include "common/drawing/lean.hpp"

#include <sys/mman.h>

#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>

namespace panggil::drawing {
namespace {

constexpr std::uintptr_t kWorthIt = 4U << 20U;

struct Mapping {
  std::uintptr_t from = 0;
  std::uintptr_t to = 0;
  std::string rights;
  std::string file;
};

/// A line of /proc/self/maps.
Mapping parsed(const std::string& line) {
  Mapping mapping;
  std::istringstream words(line);
  char dash = 0;
  std::string offset;
  std::string device;
  std::string inode;
  words >> std::hex >> mapping.from >> dash >> mapping.to >> mapping.rights >> offset >> device >> inode >>
      mapping.file;
  return mapping;
}

}  // namespace

void give_back_code() {
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);) {
    const auto mapping = parsed(line);
    // Code that cannot be written to never was: its pages are the file's. What is only read may have been
    // written to before.
    if (mapping.rights != "r-xp" || !mapping.file.starts_with('/')) continue;
    if (mapping.to - mapping.from < kWorthIt) continue;
    ::madvise(reinterpret_cast<void*>(mapping.from), mapping.to - mapping.from, MADV_DONTNEED);
  }
}

}  // namespace panggil::drawing
