/// \file
/// What a file is known by, wherever it comes from.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "common/base/result.hpp"

namespace panggil::content {

/// 64 small hexadecimal digits.
std::string sha256_of(std::string_view bytes);
/// Read piece by piece, so a file may be of any size. The error says what is wrong with the file.
Result<std::string, std::string> sha256_of_file(const std::filesystem::path& file);

/// True for what sha256_of() might have given.
bool is_sha256(std::string_view text);

}  // namespace panggil::content
