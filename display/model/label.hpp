/// \file
/// Names as the screen has them: in its language, and a counter's split into what is read from afar and what
/// is not.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/protocol/message/local_text.hpp"

namespace panggil::display {

/// "Loket Pembayaran 12" is the word "Loket Pembayaran", small, and the number "12", as large as the ticket.
/// A label without a number, such as "Kasir", is all number. The word may be empty.
struct Label {
  std::string word;
  std::string number;

  /// "Meja Pengaduan", not "3".
  bool is_name() const;
  friend bool operator==(const Label&, const Label&) = default;
};

Label split_label(std::string_view label);

/// The words before the numbers of an area's counters. Most have the same, "Loket", which nobody needs to
/// read.
class CounterWords {
 public:
  explicit CounterWords(const std::vector<Label>& counters);
  /// Its number alone could be taken for another counter's: for that of "Loket 12" while it is that of "Kasir
  /// Pembayaran 12", or of the one counter among all that have "Loket" that has another word.
  bool matters(const Label& label) const;

 private:
  std::optional<std::string> usual_;  ///< more have it than any other word
  std::map<std::string, std::set<std::string>> words_of_;
};

/// The text in `language`; where there is none, in any other; empty only where there is no text at all.
std::string in_language(const protocol::LocalText& text, const std::string& language);

}  // namespace panggil::display
