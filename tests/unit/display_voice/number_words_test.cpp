#include "display/voice/number_words.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <utility>

#include "display/voice/grammar.hpp"

namespace panggil::voice {
namespace {
using enum Language;
using ::testing::HasSubstr;
using ::testing::Not;

std::string words(unsigned number, Language language) {
  return to_text(number_words(number, language));
}

/// As a listener adds it up, written from the rules of the language and not from the code: units are added,
/// "belas" makes a unit ten more, "puluh", "ratus" and "ribu" multiply the unit before them.
unsigned heard_indonesian(const Words& said) {
  static const std::map<std::string, unsigned> kUnits = {
      {"nol", 0},  {"satu", 1}, {"dua", 2},   {"tiga", 3},    {"empat", 4},
      {"lima", 5}, {"enam", 6}, {"tujuh", 7}, {"delapan", 8}, {"sembilan", 9}};
  static const std::map<std::string, unsigned> kWholes = {
      {"sepuluh", 10}, {"sebelas", 11}, {"seratus", 100}, {"seribu", 1000}};
  static const std::map<std::string, unsigned> kTimes = {{"puluh", 10}, {"ratus", 100}, {"ribu", 1000}};
  unsigned sum = 0;
  unsigned unit = 0;
  for (const auto& word : said) {
    if (kUnits.contains(word)) {
      unit = kUnits.at(word);
    } else if (kWholes.contains(word)) {
      sum += kWholes.at(word);
    } else if (word == "belas") {
      sum += 10;
    } else {
      sum += unit * (kTimes.at(word) - 1);
      sum += unit;
      unit = 0;
    }
  }
  return sum + unit;
}

unsigned heard_english(const Words& said) {
  static const std::vector<std::string> kSmall = {"zero",    "one",     "two",       "three",    "four",
                                                  "five",    "six",     "seven",     "eight",    "nine",
                                                  "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                                  "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  static const std::map<std::string, unsigned> kTens = {{"twenty", 20}, {"thirty", 30}, {"forty", 40},
                                                        {"fifty", 50},  {"sixty", 60},  {"seventy", 70},
                                                        {"eighty", 80}, {"ninety", 90}};
  unsigned sum = 0;
  unsigned last = 0;
  for (const auto& word : said) {
    if (word == "and") continue;
    if (word == "hundred" || word == "thousand") {
      sum += last * (word == "hundred" ? 100 : 1000);
      last = 0;
      continue;
    }
    const auto small = std::find(kSmall.begin(), kSmall.end(), word);
    last += small != kSmall.end() ? static_cast<unsigned>(small - kSmall.begin()) : kTens.at(word);
  }
  return sum + last;
}

TEST(NumberWords, SayThisInIndonesian) {
  const std::vector<std::pair<unsigned, std::string>> kKnown = {
      {0, "nol"},
      {1, "satu"},
      {9, "sembilan"},
      {10, "sepuluh"},
      {11, "sebelas"},
      {12, "dua belas"},
      {17, "tujuh belas"},
      {19, "sembilan belas"},
      {20, "dua puluh"},
      {21, "dua puluh satu"},
      {30, "tiga puluh"},
      {99, "sembilan puluh sembilan"},
      {100, "seratus"},
      {101, "seratus satu"},
      {110, "seratus sepuluh"},
      {111, "seratus sebelas"},
      {117, "seratus tujuh belas"},
      {120, "seratus dua puluh"},
      {200, "dua ratus"},
      {211, "dua ratus sebelas"},
      {999, "sembilan ratus sembilan puluh sembilan"},
      {1000, "seribu"},
      {1001, "seribu satu"},
      {1010, "seribu sepuluh"},
      {1100, "seribu seratus"},
      {1111, "seribu seratus sebelas"},
      {2000, "dua ribu"},
      {2016, "dua ribu enam belas"},
      {4500, "empat ribu lima ratus"},
      {9999, "sembilan ribu sembilan ratus sembilan puluh sembilan"},
  };
  for (const auto& [number, said] : kKnown) EXPECT_EQ(words(number, kIndonesian), said);
}

TEST(NumberWords, SayThisInEnglish) {
  const std::vector<std::pair<unsigned, std::string>> kKnown = {
      {0, "zero"},
      {7, "seven"},
      {10, "ten"},
      {11, "eleven"},
      {12, "twelve"},
      {13, "thirteen"},
      {15, "fifteen"},
      {18, "eighteen"},
      {20, "twenty"},
      {21, "twenty one"},
      {40, "forty"},
      {99, "ninety nine"},
      {100, "one hundred"},
      {101, "one hundred and one"},
      {115, "one hundred and fifteen"},
      {340, "three hundred and forty"},
      {999, "nine hundred and ninety nine"},
      {1000, "one thousand"},
      {1001, "one thousand and one"},
      {1100, "one thousand one hundred"},
      {1111, "one thousand one hundred and eleven"},
      {9999, "nine thousand nine hundred and ninety nine"},
  };
  for (const auto& [number, said] : kKnown) EXPECT_EQ(words(number, kEnglish), said);
}

TEST(NumberWords, AreHeardAsTheNumberThatWasMeant) {
  for (unsigned number = 0; number <= 9999; ++number) {
    EXPECT_EQ(heard_indonesian(number_words(number, kIndonesian)), number);
    EXPECT_EQ(heard_english(number_words(number, kEnglish)), number);
  }
}

TEST(NumberWords, NeverSayOneWhereIndonesianHasAPrefix) {
  for (unsigned number = 0; number <= 9999; ++number) {
    const auto text = words(number, kIndonesian);
    for (const auto* wrong : {"satu belas", "satu puluh", "satu ratus", "satu ribu", "nol "})
      EXPECT_THAT(text, Not(HasSubstr(wrong)));
  }
}

TEST(NumberWords, AreAnotherTextForEveryNumber) {
  for (const auto language : {kIndonesian, kEnglish}) {
    std::set<std::string> texts;
    for (unsigned number = 0; number <= 9999; ++number) texts.insert(words(number, language));
    EXPECT_EQ(texts.size(), 10'000u);
  }
}

std::string read(std::string_view digits, Numbers numbers, Language language) {
  return to_text(read_number(digits, numbers, language));
}

TEST(ReadNumbers, AreReadDigitByDigitIfSoAskedFor) {
  static const std::map<char, std::pair<std::string, std::string>> kDigits = {
      {'0', {"nol", "zero"}},     {'1', {"satu", "one"}},    {'2', {"dua", "two"}},
      {'3', {"tiga", "three"}},   {'4', {"empat", "four"}},  {'5', {"lima", "five"}},
      {'6', {"enam", "six"}},     {'7', {"tujuh", "seven"}}, {'8', {"delapan", "eight"}},
      {'9', {"sembilan", "nine"}}};
  for (unsigned number = 0; number <= 9999; ++number) {
    for (const auto& digits :
         {fmt::format("{}", number), fmt::format("{:03}", number), fmt::format("{:04}", number)}) {
      Words indonesian;
      Words english;
      for (const char digit : digits) {
        indonesian.push_back(kDigits.at(digit).first);
        english.push_back(kDigits.at(digit).second);
      }
      EXPECT_EQ(read_number(digits, Numbers::kDigits, kIndonesian), indonesian);
      EXPECT_EQ(read_number(digits, Numbers::kDigits, kEnglish), english);
    }
  }
}

TEST(ReadNumbers, KeepTheirZerosInFrontInWordsToo) {
  EXPECT_EQ(read("017", Numbers::kWords, kIndonesian), "nol tujuh belas");
  EXPECT_EQ(read("007", Numbers::kWords, kIndonesian), "nol nol tujuh");
  EXPECT_EQ(read("000", Numbers::kWords, kIndonesian), "nol nol nol");
  EXPECT_EQ(read("0", Numbers::kWords, kIndonesian), "nol");
  EXPECT_EQ(read("0100", Numbers::kWords, kIndonesian), "nol seratus");
  EXPECT_EQ(read("1000", Numbers::kWords, kIndonesian), "seribu");
  EXPECT_EQ(read("017", Numbers::kWords, kEnglish), "zero seventeen");
  EXPECT_EQ(read("", Numbers::kWords, kEnglish), "");
}

TEST(ReadNumbers, InWordsHaveEachZeroInFrontAndThenTheNumber) {
  for (unsigned number = 0; number <= 9999; ++number) {
    const auto digits = fmt::format("{:04}", number);
    auto said = read_number(digits, Numbers::kWords, kIndonesian);
    const auto zeros = number == 0 ? 3 : digits.find_first_not_of('0');
    ASSERT_GT(said.size(), zeros);
    for (std::size_t at = 0; at < zeros; ++at) EXPECT_EQ(said[at], "nol");
    said.erase(said.begin(), said.begin() + static_cast<long>(zeros));
    EXPECT_EQ(heard_indonesian(said), number);
  }
}

TEST(ReadNumbers, OfMoreThanFourDigitsAreReadOneByOne) {
  EXPECT_EQ(read("12345", Numbers::kWords, kIndonesian), "satu dua tiga empat lima");
}

TEST(Languages, HaveCodes) {
  EXPECT_EQ(language("id"), kIndonesian);
  EXPECT_EQ(language("en"), kEnglish);
  EXPECT_FALSE(language("fr"));
  EXPECT_EQ(code(kIndonesian), "id");
  EXPECT_EQ(code(kEnglish), "en");
}

}  // namespace
}  // namespace panggil::voice
