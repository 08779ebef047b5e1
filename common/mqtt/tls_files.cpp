#include "common/mqtt/tls_files.hpp"

#include <fstream>
#include <stdexcept>

namespace panggil::mqtt {
namespace {

void check_readable(const std::filesystem::path& file, const char* what) {
  if (!file.empty() && !std::ifstream(file))
    throw std::runtime_error("cannot read " + file.string() + ", which is set as the TLS " + what +
                             "; check that it is there and that this user may read it");
}

}  // namespace

void check_tls_files(const Tls& tls) {
  check_readable(tls.ca, "CA");
  check_readable(tls.certificate, "certificate");
  check_readable(tls.key, "key");
}

}  // namespace panggil::mqtt
