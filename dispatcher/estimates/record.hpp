/// \file
/// What has been learnt, as one line of text: numbers with a space between, exact to the last bit. Each class
/// lists its fields once, in `fields(record)`, for both ways.
#pragma once

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace panggil::estimates {

class RecordWriter {
 public:
  template <class Number>
  void operator()(const Number& number) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    text_.append(digits, end).push_back(' ');
  }
  void word(const std::string& word) { text_.append(word).push_back(' '); }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

class RecordReader {
 public:
  explicit RecordReader(std::string_view text) : rest_(text) {}

  /// Leaves the number as it is once anything could not be read.
  template <class Number>
  void operator()(Number& number) {
    const std::string_view text = next();
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    good_ = good_ && read.ec == std::errc() && read.ptr == text.data() + text.size();
  }
  void word(std::string& word) { word = next(); }
  bool good() const { return good_; }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view next() {
    const auto end = rest_.find(' ');
    good_ = good_ && end != std::string_view::npos;
    if (!good_) return {};
    const auto found = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return found;
  }

  std::string_view rest_;
  bool good_ = true;
};

}  // namespace panggil::estimates
