/// \file
/// Whether a file is there, where people have said which: it may be one that they may not look at.
#pragma once

#include <filesystem>

namespace panggil::ctl {

/// \throws std::runtime_error saying in words which file, and why, where that cannot be seen
bool is_there(const std::filesystem::path& file);

}  // namespace panggil::ctl
