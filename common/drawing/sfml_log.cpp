#include "common/drawing/sfml_log.hpp"

#include <SFML/System/Err.hpp>
#include <streambuf>
#include <string>

#include "common/base/log.hpp"

namespace panggil::drawing {
namespace {
/// A line of the log for each line that is written.
class LogBuffer : public std::streambuf {
  int overflow(int character) override {
    if (character == '\n') {
      log::debug("SFML: {}", line_);
      line_.clear();
    } else if (character != traits_type::eof()) {
      line_ += static_cast<char>(character);
    }
    return character;
  }

  std::string line_;
};
}  // namespace

void log_what_sfml_says() {
  static LogBuffer buffer;
  sf::err().rdbuf(&buffer);
}

}  // namespace panggil::drawing
