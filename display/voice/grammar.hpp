/// \file
/// What is said of a call: a ticket's number and a counter's label, as words.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "display/voice/number_words.hpp"

namespace panggil::voice {

/// Words said in one go, in groups with a short rest between them: `{nomor antrian} {A} {nol satu tujuh}`.
/// Words are in small letters; a single capital is a letter that is said by its name. Nothing in them but
/// letters, hyphens and apostrophes, whatever a ticket or label held.
struct Phrase {
  Language language = Language::kIndonesian;
  std::vector<Words> groups;
  bool quick = false;  ///< said more quickly than usual
  friend auto operator<=>(const Phrase&, const Phrase&) = default;
};

/// "nomor antrian, A, nol satu tujuh": as it would be written.
std::string to_text(const Phrase& phrase);
std::string to_text(const Words& words);

enum class Form {
  kFull,   ///< "nomor antrian, A, nol satu tujuh" and "silakan menuju loket tiga"
  kShort,  ///< "A, nol satu tujuh" and "loket tiga"
  kQuick,  ///< the same, said quickly, the ticket's number always digit by digit
};

/// Of a ticket such as `A017`.
Phrase ticket_phrase(std::string_view ticket, Form form, Numbers numbers, Language language);

/// Of a label such as `Loket Pembayaran 12`. Its number is read in words, and of `3B` the letter too;
/// capitals without a vowel, and up to three of them in a row (`CS`, `WNI`), letter by letter.
Phrase counter_phrase(std::string_view label, Form form, Language language);

/// The words that a voice needs for every ticket, whatever the counters are called: for whoever records one.
std::vector<std::string> vocabulary(Numbers numbers, Language language);

}  // namespace panggil::voice
