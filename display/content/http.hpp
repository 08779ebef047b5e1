/// \file
/// Fetches files over HTTP, piece by piece onto the disk: never more than was promised, and on from where it
/// was cut. One thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "common/base/result.hpp"

namespace panggil::display {

class Http {
 public:
  /// While it says false a transfer goes on. Asked a few times a second, on the thread that fetches.
  using Stop = std::function<bool()>;
  /// \throws std::runtime_error
  explicit Http(Stop stop);
  ~Http();
  Http(const Http&) = delete;
  Http& operator=(const Http&) = delete;

  enum class Fault {
    kStopped,
    kTryAgain,  ///< a server that is not there, a line that was cut: another time it may work
    kTooLarge   ///< more came than was promised
  };
  struct Failure {
    Fault fault;
    std::string what;  ///< for people
  };

  /// A small file, whole.
  Result<std::string, Failure> text(const std::string& url, std::size_t most);
  /// Goes on with what `file` has of it already. Where it is done the file has exactly so many bytes; which
  /// ones is not looked at.
  Result<void, Failure> file(const std::string& url, const std::filesystem::path& file, std::uint64_t bytes);

 private:
  struct Way;
  std::unique_ptr<Way> way_;
};

/// `http://` or `https://`, a host, and a path that ends with a file: no name or password, no query.
bool is_fetchable(std::string_view url);
/// The address of another file beside the one that `url` names.
std::string beside(const std::string& url, std::string_view name);

}  // namespace panggil::display
