/// \file
/// A line that is typed in the place of the buttons: the name of who serves. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace panggil::counter {

class Entry {
 public:
  /// In bytes: no longer text goes into the record.
  static constexpr std::size_t kMost = 64;

  /// `proposal` stands there at first; what is typed takes its place, Enter alone takes it.
  explicit Entry(std::string proposal);

  /// `letter` in UTF-8; what would be too long is left away.
  void type(std::string_view letter);
  /// A key of the letters on the screen, all of which are capitals: small, unless a name begins with it.
  void press(char capital);
  /// The last letter; of what was proposed all of it.
  void erase();

  const std::string& shown() const { return text_; }
  /// Without blanks before, behind and doubled.
  std::string text() const;

 private:
  std::string text_;
  bool proposed_;
};

}  // namespace panggil::counter
