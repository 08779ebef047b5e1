#include "common/texts/catalogue.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <stdexcept>

namespace panggil {
namespace {

const Catalogue& indonesian() {
  return Catalogue::of("id");
}
const Catalogue& english() {
  return Catalogue::of("en");
}

std::set<std::string> placeholders(const std::string& text) {
  static const std::regex kPlaceholder(R"(\{([^{}]*)\})");
  std::set<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), kPlaceholder), end; it != end; ++it)
    found.insert((*it)[1]);
  return found;
}

TEST(Catalogue, PutsFactsIntoATextInEachLanguage) {
  EXPECT_EQ(english().text("refused.conflict", {{"counter", "3"}, {"ticket", "A017"}, {"expected", "A016"}}),
            "Counter 3 has A017, not A016. Look at the current ticket, then press again if need be.");
  EXPECT_EQ(indonesian().text("display.last_data", {{"time", "09:14"}}), "Data terakhir 09:14");
}

TEST(Catalogue, LeavesAPlaceWithoutAFactToBeSeen) {
  EXPECT_EQ(english().text("display.last_data"), "Last data {time}");
}

TEST(Catalogue, TakesAFactAsItIs) {
  EXPECT_EQ(english().text("display.last_data", {{"time", "{time}"}}), "Last data {time}");
  EXPECT_EQ(english().text("display.last_data", {{"time", ""}, {"more", "x"}}), "Last data ");
}

TEST(Catalogue, KnowsWhatItHas) {
  EXPECT_TRUE(english().has("refused.stale"));
  EXPECT_FALSE(english().has("refused.nonsense"));
  EXPECT_THROW(english().text("refused.nonsense"), std::out_of_range);
}

TEST(Catalogue, IsThereInTwoLanguages) {
  EXPECT_THROW(Catalogue::of("de"), std::invalid_argument);
  EXPECT_NE(english().text("display.counter"), indonesian().text("display.counter"));
}

TEST(Catalogues, HaveTheSameKeys) {
  for (const auto& [key, text] : english().entries())
    EXPECT_TRUE(indonesian().has(key)) << key << " is missing in id.yaml";
  for (const auto& [key, text] : indonesian().entries())
    EXPECT_TRUE(english().has(key)) << key << " is missing in en.yaml";
}

TEST(Catalogues, HaveTheSamePlaceholders) {
  for (const auto& [key, text] : english().entries()) {
    if (!indonesian().has(key)) continue;
    EXPECT_EQ(placeholders(text), placeholders(indonesian().text(key))) << key;
  }
}

TEST(Catalogues, HaveWellFormedKeysAndPlaceholders) {
  const std::regex key_form(R"([a-z]+(\.[a-z0-9_]+)+)");
  const std::regex name_form("[a-z][a-z0-9_]*");
  for (const auto* catalogue : {&indonesian(), &english()}) {
    for (const auto& [key, text] : catalogue->entries()) {
      EXPECT_TRUE(std::regex_match(key, key_form)) << key;
      EXPECT_THAT(text, ::testing::Not(::testing::IsEmpty())) << key;
      for (const auto& name : placeholders(text))
        EXPECT_TRUE(std::regex_match(name, name_form)) << key << " {" << name << "}";
      EXPECT_EQ(std::count(text.begin(), text.end(), '{'), std::count(text.begin(), text.end(), '}')) << key;
    }
  }
}

}  // namespace
}  // namespace panggil
