#include "counter-client/model/entry.hpp"

#include <gtest/gtest.h>

namespace panggil::counter {
namespace {

TEST(Entry, TakesLettersAndLosesThemWhole) {
  Entry entry("");
  for (const auto* letter : {"S", "i", "ü", "文"}) entry.type(letter);
  EXPECT_EQ(entry.shown(), "Siü文");
  entry.erase();
  entry.erase();
  EXPECT_EQ(entry.shown(), "Si");
  for (int i = 0; i < 4; ++i) entry.erase();
  EXPECT_EQ(entry.shown(), "");
}

TEST(Entry, IsNeverLongerThanTheRecordTakes) {
  Entry entry("");
  for (int i = 0; i < 63; ++i) entry.type("x");
  entry.type("ü");
  EXPECT_EQ(entry.shown().size(), 63U) << "half a letter is none";
  entry.type("x");
  entry.type("x");
  EXPECT_EQ(entry.shown().size(), Entry::kMost);
}

TEST(Entry, IsWithoutNeedlessBlanks) {
  Entry entry("");
  for (const auto* letter : {" ", " ", "S", " ", " ", "R", " "}) entry.type(letter);
  EXPECT_EQ(entry.text(), "S R");
  EXPECT_EQ(Entry("   ").text(), "");
}

TEST(Entry, WhatIsProposedIsTakenOrReplaced) {
  Entry taken("Sari");
  EXPECT_EQ(taken.text(), "Sari");
  Entry replaced("Sari");
  replaced.type("B");
  EXPECT_EQ(replaced.text(), "B");
  Entry erased("Sari");
  erased.erase();
  EXPECT_EQ(erased.text(), "");
}

}  // namespace
}  // namespace panggil::counter
