#include "common/settings/system_words.hpp"

#include <cerrno>
#include <cstring>

#include "common/texts/spoken.hpp"

namespace panggil::settings {

std::string system_words(int error) {
  if (error == ENOENT) return spoken_text("trouble.no_such_file");
  if (error == EACCES) return spoken_text("trouble.no_permission");
  if (error == ENOTDIR) return spoken_text("trouble.no_directory");
  return std::strerror(error);
}

}  // namespace panggil::settings
