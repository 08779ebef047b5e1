/// \file
/// Files with keys and settings: replaced whole or not at all, never readable for others in between.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace panggil::ctl {

/// Whose a file is to be. As anybody but root one's own files stay one's own; a user
/// that is not there is root.
struct Access {
  ::mode_t mode = 0600;
  std::string user = "root";
  std::string group = "root";
};

/// Writes `file` anew, in the directory that it stands in.
/// \throws std::runtime_error saying which file
void write_file(const std::filesystem::path& file, std::string_view contents, const Access& access = {});
/// Makes it and what is above it, if it is not there.
void make_directory(const std::filesystem::path& directory, const Access& access);
/// \throws std::runtime_error saying which file; also of one above 1 MiB
std::string read_file(const std::filesystem::path& file);

}  // namespace panggil::ctl
