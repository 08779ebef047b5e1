#include "display/model/label.hpp"

#include <gtest/gtest.h>

namespace panggil::display {
namespace {

TEST(ALabel, SplitsTheNumberFromTheWordsBeforeIt) {
  EXPECT_EQ(split_label("Loket 3"), (Label{"Loket", "3"}));
  EXPECT_EQ(split_label("Loket Pembayaran 12"), (Label{"Loket Pembayaran", "12"}));
  EXPECT_EQ(split_label("Counter 3B"), (Label{"Counter", "3B"}));
}

TEST(ALabel, TakesALabelWithoutANumberAsAWhole) {
  EXPECT_EQ(split_label("Kasir"), (Label{"", "Kasir"}));
  EXPECT_EQ(split_label("Loket Pembayaran"), (Label{"", "Loket Pembayaran"}));
  EXPECT_EQ(split_label("Gedung Abad-21"), (Label{"", "Gedung Abad-21"}));
  EXPECT_EQ(split_label("7"), (Label{"", "7"}));
  EXPECT_EQ(split_label(""), (Label{"", ""}));
}

TEST(ALabel, TakesAnotherLanguageRatherThanNothing) {
  const protocol::LocalText text = {{"en", "Hall"}, {"id", "Ruang tunggu"}};
  EXPECT_EQ(in_language(text, "id"), "Ruang tunggu");
  EXPECT_EQ(in_language(text, "ms"), "Hall");
  EXPECT_EQ(in_language({}, "id"), "");
}

}  // namespace
}  // namespace panggil::display
