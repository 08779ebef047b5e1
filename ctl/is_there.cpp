#include "ctl/is_there.hpp"

#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "common/settings/system_words.hpp"
#include "common/texts/spoken.hpp"

namespace panggil::ctl {
namespace {

std::string in_words(int error) {
  const auto words = settings::system_words(error);
  return error == EACCES && ::geteuid() != 0 ? spoken_text("device.root_alone", {{"why", words}}) : words;
}

}  // namespace

bool is_there(const std::filesystem::path& file) {
  std::error_code unseen;
  const bool there = std::filesystem::exists(file, unseen);
  if (!unseen) return there;
  throw std::runtime_error(
      spoken_text("ctl.unseen", {{"file", file.string()}, {"why", in_words(unseen.value())}}));
}

}  // namespace panggil::ctl
