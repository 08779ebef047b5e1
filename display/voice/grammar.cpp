#include "display/voice/grammar.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

namespace panggil::voice {
namespace {
constexpr std::size_t kMostWords = 24;  // a label is a few; a hostile one does not keep the hall waiting
constexpr std::size_t kLongestSpelled = 3;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
/// Bytes of letters beyond ASCII as well.
bool is_letter(char c) {
  return is_capital(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_inside_word(char c) {
  return is_letter(c) || c == '\'';
}
char small(char c) {
  return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
std::string small(std::string_view word) {
  std::string text(word);
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return small(c); });
  return text;
}

/// Calls `letters` and `digits` with the runs of each, and skips all else.
template <class Letters, class Digits>
void each_run(std::string_view text, const Letters& letters, const Digits& digits) {
  for (std::size_t at = 0; at < text.size();) {
    const auto run = [&](auto belongs) {
      const auto start = at;
      while (at < text.size() && belongs(text[at])) ++at;
      return text.substr(start, at - start);
    };
    if (is_digit(text[at])) {
      digits(run(is_digit));
    } else if (is_letter(text[at])) {
      letters(run(is_inside_word));
    } else {
      ++at;
    }
  }
}

bool is_spelled(std::string_view word) {
  if (!std::all_of(word.begin(), word.end(), is_capital)) return false;
  return word.size() <= kLongestSpelled || word.find_first_of("AEIOU") == std::string_view::npos;
}

void append(Words& words, Words more) {
  for (auto& word : more) words.push_back(std::move(word));
}

void append_letters(Words& words, std::string_view letters) {
  for (const char letter : letters) words.emplace_back(1, letter);
}

Words label_words(std::string_view label, Language language) {
  Words words;
  each_run(
      label,
      [&](std::string_view word) {
        if (is_spelled(word)) {
          append_letters(words, word);
        } else {
          words.push_back(small(word));
        }
      },
      [&](std::string_view digits) { append(words, read_number(digits, Numbers::kWords, language)); });
  if (words.size() > kMostWords) words.resize(kMostWords);
  return words;
}

Words invitation(std::string_view label, Language language) {
  if (language == Language::kIndonesian) return {"silakan", "menuju"};
  const bool numbered = std::any_of(label.begin(), label.end(), is_digit);
  return numbered ? Words{"please", "go", "to"} : Words{"please", "go", "to", "the"};
}
}  // namespace

std::string to_text(const Words& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::string to_text(const Phrase& phrase) {
  std::string text;
  for (const auto& group : phrase.groups) text += (text.empty() ? "" : ", ") + to_text(group);
  return text;
}

Phrase ticket_phrase(std::string_view ticket, Form form, Numbers numbers, Language language) {
  Phrase phrase{language, {}, form == Form::kQuick};
  if (phrase.quick) numbers = Numbers::kDigits;
  if (form == Form::kFull) {
    const bool indonesian = language == Language::kIndonesian;
    phrase.groups.push_back(indonesian ? Words{"nomor", "antrian"} : Words{"number"});
  }
  each_run(
      ticket,
      [&](std::string_view letters) {
        Words group;
        for (const char letter : letters)
          if (const auto capital = static_cast<char>(letter >= 'a' ? letter - 'a' + 'A' : letter);
              is_capital(capital))
            group.emplace_back(1, capital);
        if (!group.empty()) phrase.groups.push_back(std::move(group));
      },
      [&](std::string_view digits) { phrase.groups.push_back(read_number(digits, numbers, language)); });
  return phrase;
}

Phrase counter_phrase(std::string_view label, Form form, Language language) {
  Words words = form == Form::kFull ? invitation(label, language) : Words();
  append(words, label_words(label, language));
  return {language, {std::move(words)}, form == Form::kQuick};
}

std::vector<std::string> vocabulary(Numbers numbers, Language language) {
  std::set<std::string> words;
  const auto add = [&](const Words& more) { words.insert(more.begin(), more.end()); };
  for (char letter = 'A'; letter <= 'Z'; ++letter)
    add(ticket_phrase(std::string(1, letter), Form::kFull, numbers, language).groups.back());
  add(digits_one_by_one("0123456789", language));
  // Counters' numbers are always words.
  const unsigned most = numbers == Numbers::kWords ? 9999 : 99;
  for (unsigned number = 0; number <= most; ++number) add(number_words(number, language));
  for (const auto& group : ticket_phrase("", Form::kFull, numbers, language).groups) add(group);
  add(invitation("1", language));
  return {words.begin(), words.end()};
}

}  // namespace panggil::voice
