/// \file
/// JSON written straight into a text, piece by piece in the order in which it is to stand there.
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace panggil {

/// Compact, without any space. Commas come by themselves; that what is begun is ended, and that a key stands
/// before each value of an object, is the caller's to see to.
class JsonText {
 public:
  /// So many bytes are taken at first.
  explicit JsonText(std::size_t room = 512) { text_.reserve(room); }

  void begin_object() { open('{'); }
  void end_object() { text_ += '}'; }
  void begin_array() { open('['); }
  void end_array() { text_ += ']'; }

  void key(std::string_view name) {
    value(name);
    text_ += ':';
  }

  /// What is no UTF-8 becomes U+FFFD: a mark is better than no message.
  void value(std::string_view text);
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(const char* text) { value(std::string_view(text)); }
  void value(std::same_as<bool> auto truth) { raw(truth ? "true" : "false"); }
  void value(std::integral auto number) requires(!std::same_as<decltype(number), bool> &&
                                                 !std::same_as<decltype(number), char>) {
    separate();
    char digits[24];
    text_.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
  }
  void null() { raw("null"); }
  /// A value that is written already.
  void raw(std::string_view json) {
    separate();
    text_ += json;
  }

  /// A key and its value.
  template <class T>
  void field(std::string_view name, const T& of) {
    key(name);
    value(of);
  }

  std::string take() { return std::move(text_); }

 private:
  void separate() {
    if (!text_.empty() && text_.back() != '{' && text_.back() != '[' && text_.back() != ':') text_ += ',';
  }
  void open(char bracket) {
    separate();
    text_ += bracket;
  }

  std::string text_;
};

}  // namespace panggil
