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

TEST(CounterWords, MatterWhereTheyAreNotTheUsualOne) {
  const CounterWords words(
      std::vector<Label>{{"Loket", "1"}, {"Loket", "2"}, {"Loket Pembayaran", "12"}, {"", "Kasir"}});
  EXPECT_FALSE(words.matters({"Loket", "1"}));
  EXPECT_TRUE(words.matters({"Loket Pembayaran", "12"}));
  EXPECT_FALSE(words.matters({"", "Kasir"})) << "that is told anyway";
}

TEST(CounterWords, MatterToAllThatShareANumberAndWhereNoneIsUsual) {
  const CounterWords shared(std::vector<Label>{{"Loket", "1"}, {"Loket", "2"}, {"Meja", "1"}});
  EXPECT_TRUE(shared.matters({"Loket", "1"}));
  EXPECT_FALSE(shared.matters({"Loket", "2"}));
  EXPECT_TRUE(shared.matters({"Meja", "1"}));
  const CounterWords even(std::vector<Label>{{"Loket", "1"}, {"Kasir", "2"}});
  EXPECT_TRUE(even.matters({"Loket", "1"}) && even.matters({"Kasir", "2"}));
  const CounterWords one(std::vector<Label>{{"Loket Pembayaran", "1"}});
  EXPECT_FALSE(one.matters({"Loket Pembayaran", "1"}));
  EXPECT_FALSE(CounterWords(std::vector<Label>()).matters({"Loket", "1"})) << "nobody knows which there are";
}

TEST(ALabel, TakesAnotherLanguageRatherThanNothing) {
  const protocol::LocalText text = {{"en", "Hall"}, {"id", "Ruang tunggu"}};
  EXPECT_EQ(in_language(text, "id"), "Ruang tunggu");
  EXPECT_EQ(in_language(text, "ms"), "Hall");
  EXPECT_EQ(in_language({}, "id"), "");
}

}  // namespace
}  // namespace panggil::display
