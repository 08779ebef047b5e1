/// \file
/// A password or key in memory. There is no way to print it by accident: no formatter, no stream operator, no
/// conversion; whoever needs the text asks for it by a name that stands out.
#pragma once

#include <string>
#include <utility>

namespace panggil {

class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string text) : text_(std::move(text)) {}
  bool empty() const { return text_.empty(); }
  const std::string& reveal() const { return text_; }

 private:
  std::string text_;
};

}  // namespace panggil
