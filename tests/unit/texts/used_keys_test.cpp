// Whatever key of a text stands in the code is in the catalogues.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "common/texts/catalogue.hpp"

namespace panggil {
namespace {

using Keys = std::set<std::string>;

std::string without_comments(const std::string& source) {
  static const std::regex kComment(R"(//[^\n]*)");
  return std::regex_replace(source, kComment, "");
}

Keys matches(const std::string& source, const std::regex& pattern) {
  Keys keys;
  for (std::sregex_iterator it(source.begin(), source.end(), pattern), end; it != end; ++it)
    keys.insert((*it)[1]);
  return keys;
}

/// Literals like "refused.conflict", for each area that the catalogue has.
Keys keys_in(const std::string& source, const std::string& areas) {
  const std::regex literal("\"((?:" + areas + R"re()(?:\.[a-z0-9_]+)+)")re");
  static const std::regex kFileName(R"(.*\.(yaml|json|log|pem|key|password|cpp|hpp|service)$)");
  Keys found;
  for (const auto& key : matches(without_comments(source), literal))
    if (!std::regex_match(key, kFileName)) found.insert(key);
  return found;
}

/// Whatever is handed to text() as a literal.
Keys keys_handed_over(const std::string& source) {
  static const std::regex kHandedOver(R"re(\btext\(\s*"([^"]*)")re");
  return matches(without_comments(source), kHandedOver);
}

std::string areas_of(const Catalogue& catalogue) {
  Keys areas;
  for (const auto& [key, text] : catalogue.entries()) areas.insert(key.substr(0, key.find('.')));
  std::string joined;
  for (const auto& area : areas) joined += (joined.empty() ? "" : "|") + area;
  return joined;
}

std::string content(const std::filesystem::path& file) {
  std::stringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

bool begins_a_key(const Catalogue& catalogue, const std::string& beginning) {
  return std::ranges::any_of(catalogue.entries(),
                             [&](const auto& entry) { return entry.first.starts_with(beginning); });
}

/// What is handed to text() is a whole key, unless one sees that it is put together: `obstacle.`.
bool is_key(const Catalogue& catalogue, const std::string& key) {
  const bool is_beginning = key.ends_with('_') || key.ends_with('.');
  return is_beginning ? begins_a_key(catalogue, key) : catalogue.has(key);
}

/// Any other literal may be the beginning of keys: `counter.is`, to which a state is added elsewhere.
bool is_known(const Catalogue& catalogue, const std::string& key) {
  return is_key(catalogue, key) || begins_a_key(catalogue, key + ".") || begins_a_key(catalogue, key + "_");
}

TEST(UsedKeys, AreFoundInCode) {
  const std::string source =
      "text(\"x.y\"); return \"refused.a.b\"; // \"refused.comment\"\n text(\n  \"plain\"); \"display.yaml\" "
      "\"refused.\"";
  EXPECT_EQ(keys_in(source, "refused|display"), (Keys{"refused.a.b"}));
  EXPECT_EQ(keys_handed_over(source), (Keys{"plain", "x.y"}));
}

TEST(UsedKeys, AreWholeWhereTheyAreHandedOver) {
  const auto& catalogue = Catalogue::of("en");
  EXPECT_TRUE(is_key(catalogue, "counter.sending"));
  EXPECT_TRUE(is_key(catalogue, "counter.key_"));
  EXPECT_FALSE(is_key(catalogue, "counter.key"));
  EXPECT_FALSE(is_key(catalogue, "counter.keys_"));
  EXPECT_TRUE(is_known(catalogue, "counter.key"));
  EXPECT_FALSE(is_known(catalogue, "counter.ke"));
}

TEST(UsedKeys, AreAllInTheCatalogue) {
  const auto& catalogue = Catalogue::of("en");
  const auto areas = areas_of(catalogue);
  std::size_t used = 0;
  for (const auto* folder :
       {"common", "dispatcher", "display", "counter-client", "kiosk", "ctl", "simulate", "what_if"}) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(PANGGIL_SOURCES) / folder)) {
      if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
      const auto source = content(entry.path());
      for (const auto& key : keys_handed_over(source))
        EXPECT_TRUE(is_key(catalogue, key))
            << entry.path() << " uses " << key << ", which config/texts lacks";
      const auto keys = keys_in(source, areas);
      for (const auto& key : keys)
        EXPECT_TRUE(is_known(catalogue, key))
            << entry.path() << " uses " << key << ", which config/texts lacks";
      used += keys.size();
    }
  }
  EXPECT_GT(used, 20U) << "the code was not found";
}

}  // namespace
}  // namespace panggil
