/// \file
/// A directory of a test's own, gone with it.
#pragma once

#include <filesystem>
#include <string_view>

namespace panggil::test {

class TemporaryDirectory {
 public:
  /// \throws std::system_error
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  const std::filesystem::path& path() const { return path_; }
  /// Writes a file in it and returns where that is.
  std::filesystem::path write(std::string_view name, std::string_view content) const;

 private:
  std::filesystem::path path_;
};

}  // namespace panggil::test
