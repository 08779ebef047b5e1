#include "counter-client/model/entry.hpp"

#include <utility>

namespace panggil::counter {
namespace {

bool goes_on(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;  // of a letter of several bytes
}

}  // namespace

Entry::Entry(std::string proposal) : text_(std::move(proposal)), proposed_(!text_.empty()) {}

void Entry::type(std::string_view letter) {
  if (std::exchange(proposed_, false)) text_.clear();
  if (text_.size() + letter.size() <= kMost) text_ += letter;
}

void Entry::press(char capital) {
  const bool begins =
      proposed_ || text_.empty() || std::string_view(" .-").find(text_.back()) != std::string_view::npos;
  const bool is_letter = capital >= 'A' && capital <= 'Z';
  const char letter = is_letter && !begins ? static_cast<char>(capital - 'A' + 'a') : capital;
  type(std::string_view(&letter, 1));
}

void Entry::erase() {
  if (std::exchange(proposed_, false)) return text_.clear();
  while (!text_.empty() && goes_on(text_.back())) text_.pop_back();
  if (!text_.empty()) text_.pop_back();
}

std::string Entry::text() const {
  std::string plain;
  for (const char byte : text_)
    if (byte != ' ' || (!plain.empty() && plain.back() != ' ')) plain += byte;
  if (plain.ends_with(' ')) plain.pop_back();
  return plain;
}

}  // namespace panggil::counter
