#include "common/drawing/fit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace panggil::drawing {
namespace {
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Every character is as wide as it is high; three bytes of an ellipsis are three characters here.
const Typesetter kSquare = {[](std::string_view text, Weight) { return static_cast<float>(text.size()); }};

TEST(ATypesetter, LeavesALittleRoomForHinting) {
  EXPECT_NEAR(kSquare.width("1234", Weight::kBold, 10), 41.2, 0.01);
}

TEST(ATypesetter, MakesATextOnlySmallerAndOnlyAsMuchAsItMust) {
  EXPECT_FLOAT_EQ(kSquare.fitting_cap("1234", Weight::kBold, 10, 100), 10);
  const float cap = kSquare.fitting_cap("1234", Weight::kBold, 10, 20);
  EXPECT_NEAR(kSquare.width("1234", Weight::kBold, cap), 20, 0.01);
  EXPECT_FLOAT_EQ(kSquare.fitting_cap("1234", Weight::kBold, 10, -1), 0);
}

TEST(ATypesetter, MeasuresSmallLettersAsTheyAreDrawn) {
  // Small ones are hinted to be wider, those of a cap of 8 and below the most.
  const Typesetter hinted{kSquare.measure,
                          [](std::string_view text, Weight, float cap) -> std::optional<float> {
                            if (cap > 10) return std::nullopt;
                            return static_cast<float>(text.size()) * cap * (cap > 8 ? 1.1F : 1.2F);
                          }};
  EXPECT_NEAR(hinted.width("1234", Weight::kBook, 10), 44, 0.01);
  EXPECT_NEAR(hinted.width("1234", Weight::kBook, 20), 82.4, 0.01);
  const float cap = hinted.fitting_cap("1234", Weight::kBook, 10, 36);
  EXPECT_LE(hinted.width("1234", Weight::kBook, cap), 36.01F);
  EXPECT_GT(cap, 7);
}

TEST(ATypesetter, CutsATextAtACharacterAndSaysSo) {
  EXPECT_EQ(kSquare.shortened("Kantor", Weight::kBook, 10, 100), "Kantor");
  EXPECT_EQ(kSquare.shortened("Kantor Imigrasi", Weight::kBook, 10, 100), "Kantor…");
  EXPECT_EQ(kSquare.shortened("ééééééé", Weight::kBook, 10, 100), "ééé…");
  EXPECT_EQ(kSquare.shortened("Kantor", Weight::kBook, 10, 1), "");
}

TEST(ATypesetter, BreaksLinesBetweenWordsAndOnlyWhereItMust) {
  EXPECT_THAT(kSquare.wrapped("aa bb cc", Weight::kBook, 10, 100, 3), ElementsAre("aa bb cc"));
  EXPECT_THAT(kSquare.wrapped("aa bb cc", Weight::kBook, 10, 60, 3), ElementsAre("aa bb", "cc"));
  EXPECT_THAT(kSquare.wrapped("aa bb cc", Weight::kBook, 10, 30, 3), ElementsAre("aa", "bb", "cc"));
  EXPECT_THAT(kSquare.wrapped("", Weight::kBook, 10, 30, 3), IsEmpty());
}

TEST(ATypesetter, BreaksEvenlyWhenEvenTheMostLinesAreTooWide) {
  EXPECT_THAT(kSquare.wrapped("aa bb cc dd", Weight::kBook, 10, 30, 2), ElementsAre("aa bb", "cc dd"));
}

}  // namespace
}  // namespace panggil::drawing
