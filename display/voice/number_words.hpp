/// \file
/// Numbers as they are said, in Indonesian and in English.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace panggil::voice {

enum class Language { kIndonesian, kEnglish };

/// `id` or `en`; nothing for any other.
std::optional<Language> language(std::string_view code);
std::string_view code(Language language);

/// How a ticket's number is read: `017` is "nol satu tujuh" or "nol tujuh belas". Zeros in front are read
/// either way, as people hold them in their hands.
enum class Numbers { kDigits, kWords };

using Words = std::vector<std::string>;

/// Each digit by its name. \pre only digits
Words digits_one_by_one(std::string_view digits, Language language);

/// `12` is "dua belas", "twelve". \pre at most 9999
Words number_words(unsigned number, Language language);

/// Digits as they stand somewhere, read as asked for; more than four of them always one by one.
/// \pre only digits
Words read_number(std::string_view digits, Numbers numbers, Language language);

}  // namespace panggil::voice
