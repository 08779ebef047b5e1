#include "display/voice/grammar.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace panggil::voice {
namespace {
using enum Language;
using ::testing::Contains;
using ::testing::Each;
using ::testing::MatchesRegex;

std::string ticket(std::string_view ticket, Form form, Language language,
                   Numbers numbers = Numbers::kDigits) {
  return to_text(ticket_phrase(ticket, form, numbers, language));
}
std::string counter(std::string_view label, Form form, Language language) {
  return to_text(counter_phrase(label, form, language));
}

TEST(WhatIsSaidOfATicket, IsItsLetterAndItsDigits) {
  EXPECT_EQ(ticket("A017", Form::kFull, kIndonesian), "nomor antrian, A, nol satu tujuh");
  EXPECT_EQ(ticket("A017", Form::kFull, kEnglish), "number, A, zero one seven");
  EXPECT_EQ(ticket("A017", Form::kShort, kIndonesian), "A, nol satu tujuh");
  EXPECT_EQ(ticket("Z9999", Form::kShort, kIndonesian), "Z, sembilan sembilan sembilan sembilan");
}

TEST(WhatIsSaidOfATicket, MayBeANumberInWords) {
  EXPECT_EQ(ticket("B112", Form::kFull, kIndonesian, Numbers::kWords), "nomor antrian, B, seratus dua belas");
  EXPECT_EQ(ticket("B012", Form::kFull, kEnglish, Numbers::kWords), "number, B, zero twelve");
}

TEST(WhatIsSaidOfATicket, SpellsPrefixesOfSeveralLettersOrNone) {
  EXPECT_EQ(ticket("CS012", Form::kFull, kIndonesian), "nomor antrian, C S, nol satu dua");
  EXPECT_EQ(ticket("42", Form::kFull, kIndonesian), "nomor antrian, empat dua");
  EXPECT_EQ(ticket("a-5", Form::kShort, kIndonesian), "A, lima");
}

TEST(WhatIsSaidOfACounter, IsItsLabelWithTheNumberInWords) {
  EXPECT_EQ(counter("Loket 3", Form::kFull, kIndonesian), "silakan menuju loket tiga");
  EXPECT_EQ(counter("Counter 3", Form::kFull, kEnglish), "please go to counter three");
  EXPECT_EQ(counter("Loket Pembayaran 12", Form::kFull, kIndonesian),
            "silakan menuju loket pembayaran dua belas");
  EXPECT_EQ(counter("Payment Counter 12", Form::kFull, kEnglish), "please go to payment counter twelve");
  EXPECT_EQ(counter("Loket 3", Form::kShort, kIndonesian), "loket tiga");
  EXPECT_EQ(counter("Loket 03", Form::kShort, kIndonesian), "loket nol tiga");
}

TEST(WhatIsSaidOfACounter, NeedsNoNumber) {
  EXPECT_EQ(counter("Wawancara", Form::kFull, kIndonesian), "silakan menuju wawancara");
  EXPECT_EQ(counter("Foto", Form::kFull, kIndonesian), "silakan menuju foto");
  EXPECT_EQ(counter("Complaints Desk", Form::kFull, kEnglish), "please go to the complaints desk");
}

TEST(WhatIsSaidOfACounter, SpellsWhatIsNotAWord) {
  EXPECT_EQ(counter("Loket 3B", Form::kShort, kIndonesian), "loket tiga B");
  EXPECT_EQ(counter("Loket A-12", Form::kShort, kIndonesian), "loket A dua belas");
  EXPECT_EQ(counter("CS 1", Form::kShort, kIndonesian), "C S satu");
  EXPECT_EQ(counter("WNI/WNA 2", Form::kShort, kIndonesian), "W N I W N A dua");
  EXPECT_EQ(counter("LOKET FOTO 2", Form::kShort, kIndonesian), "loket foto dua");
}

TEST(WhatIsSaidOfACounter, HoldsNothingButLettersWhateverTheLabelHas) {
  const auto phrase =
      counter_phrase("[[x]] <break time='9s'/> \n-v & 7; $(reboot) Kafé", Form::kShort, kIndonesian);
  for (const auto& word : phrase.groups.front())
    EXPECT_THAT(word, MatchesRegex("[a-zA-Z'\x80-\xff]+")) << word;
  EXPECT_THAT(phrase.groups.front(), Contains("tujuh"));
  EXPECT_THAT(phrase.groups.front(), Contains("Kaf\xc3\xa9").Times(0));
  EXPECT_THAT(phrase.groups.front(), Contains("kaf\xc3\xa9"));
}

TEST(WhatIsSaidOfACounter, EndsSomewhereHoweverLongTheLabelIs) {
  std::string label;
  for (int word = 0; word < 1000; ++word) label += "kata ";
  EXPECT_LT(to_text(counter_phrase(label, Form::kFull, kIndonesian)).size(), 200u);
}

TEST(TheVocabulary, HasEveryWordOfEveryTicketAndNumberedCounter) {
  for (const auto language : {kIndonesian, kEnglish}) {
    for (const auto numbers : {Numbers::kDigits, Numbers::kWords}) {
      const auto words = vocabulary(numbers, language);
      const auto known = [&](const Phrase& phrase) {
        for (const auto& group : phrase.groups)
          for (const auto& word : group)
            EXPECT_TRUE(std::binary_search(words.begin(), words.end(), word)) << word;
      };
      for (int number = 0; number <= 9999; ++number)
        known(ticket_phrase("Q" + std::to_string(number), Form::kFull, numbers, language));
      for (int number = 0; number <= 99; ++number)
        known(counter_phrase(std::to_string(number), Form::kFull, language));
    }
  }
  EXPECT_EQ(vocabulary(Numbers::kDigits, kIndonesian).size(),
            26u + 10 + 4 + 4);  // sepuluh sebelas belas puluh
}

}  // namespace
}  // namespace panggil::voice
