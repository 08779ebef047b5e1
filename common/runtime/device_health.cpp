#include "common/runtime/device_health.hpp"

#include <sys/timex.h>
#include <unistd.h>

#include <fstream>

namespace panggil {

std::int64_t resident_kib() {
  std::ifstream file("/proc/self/statm");
  std::int64_t total = 0;
  std::int64_t resident = 0;
  file >> total >> resident;
  return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

std::optional<double> temperature_c() {
  std::ifstream file("/sys/class/thermal/thermal_zone0/temp");
  double thousandths = 0;
  if (!(file >> thousandths)) return std::nullopt;
  return thousandths / 1000;
}

std::optional<bool> clock_synchronised() {
  timex state{};
  const int told = adjtimex(&state);
  if (told < 0) return std::nullopt;  // a sandbox may forbid to ask
  return told != TIME_ERROR;
}

}  // namespace panggil
