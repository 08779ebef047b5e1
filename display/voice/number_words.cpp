#include "display/voice/number_words.hpp"

#include <array>
#include <cassert>
#include <cstddef>

namespace panggil::voice {
namespace {
constexpr std::size_t kMostDigits = 4;

constexpr std::array<const char*, 10> kNames = {"nol",  "satu", "dua",   "tiga",    "empat",
                                                "lima", "enam", "tujuh", "delapan", "sembilan"};
constexpr std::array<const char*, 20> kEnglish = {"zero",    "one",     "two",       "three",    "four",
                                                  "five",    "six",     "seven",     "eight",    "nine",
                                                  "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                                  "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<const char*, 10> kTens = {"",      "",      "twenty",  "thirty", "forty",
                                               "fifty", "sixty", "seventy", "eighty", "ninety"};

/// "seratus", but "dua ratus".
void add_indonesian(Words& words, unsigned count, const char* one, const char* unit) {
  if (count == 0) return;
  if (count == 1) return words.emplace_back(one), void();
  words.emplace_back(kNames[count]);
  words.emplace_back(unit);
}

Words indonesian(unsigned number) {
  Words words;
  add_indonesian(words, number / 1000, "seribu", "ribu");
  add_indonesian(words, number / 100 % 10, "seratus", "ratus");
  const unsigned rest = number % 100;
  if (rest == 11) {
    words.emplace_back("sebelas");
  } else if (rest > 11 && rest < 20) {
    words.emplace_back(kNames[rest - 10]);
    words.emplace_back("belas");
  } else {
    add_indonesian(words, rest / 10, "sepuluh", "puluh");
    if (rest % 10 != 0 || number == 0) words.emplace_back(kNames[rest % 10]);
  }
  return words;
}

Words english(unsigned number) {
  Words words;
  const auto add = [&](unsigned count, const char* unit) {
    if (count == 0) return;
    words.emplace_back(kEnglish[count]);
    words.emplace_back(unit);
  };
  add(number / 1000, "thousand");
  add(number / 100 % 10, "hundred");
  const unsigned rest = number % 100;
  if (rest == 0 && !words.empty()) return words;
  if (!words.empty()) words.emplace_back("and");
  if (rest >= 20) words.emplace_back(kTens[rest / 10]);
  if (rest < 20) {
    words.emplace_back(kEnglish[rest]);
  } else if (rest % 10 != 0) {
    words.emplace_back(kEnglish[rest % 10]);
  }
  return words;
}
}  // namespace

std::optional<Language> language(std::string_view code) {
  if (code == "id") return Language::kIndonesian;
  if (code == "en") return Language::kEnglish;
  return std::nullopt;
}

std::string_view code(Language language) {
  return language == Language::kIndonesian ? "id" : "en";
}

Words digits_one_by_one(std::string_view digits, Language language) {
  Words words;
  for (const char digit : digits) {
    assert(digit >= '0' && digit <= '9');
    const auto value = static_cast<std::size_t>(digit - '0');
    words.emplace_back(language == Language::kIndonesian ? kNames.at(value) : kEnglish.at(value));
  }
  return words;
}

Words number_words(unsigned number, Language language) {
  assert(number <= 9999);
  return language == Language::kIndonesian ? indonesian(number) : english(number);
}

Words read_number(std::string_view digits, Numbers numbers, Language language) {
  if (numbers == Numbers::kDigits || digits.size() > kMostDigits || digits.empty())
    return digits_one_by_one(digits, language);
  const auto first = digits.find_first_not_of('0');
  // Of nothing but zeros the last one is the number.
  const auto zeros = first == std::string_view::npos ? digits.size() - 1 : first;
  Words words = digits_one_by_one(digits.substr(0, zeros), language);
  unsigned value = 0;
  for (const char digit : digits.substr(zeros)) value = value * 10 + static_cast<unsigned>(digit - '0');
  for (auto& word : number_words(value, language)) words.push_back(std::move(word));
  return words;
}

}  // namespace panggil::voice
