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

/// Literals like "refused.conflict", for each area that the catalogue has; and whatever is handed to text()
/// as a literal.
Keys keys_in(const std::string& source, const std::string& areas) {
  const std::regex literal("\"((?:" + areas + R"re()(?:\.[a-z0-9_]+)+)")re");
  static const std::regex kHandedOver(R"re(\btext\(\s*"([^"]*)")re");
  static const std::regex kFileName(R"(.*\.(yaml|json|log|pem|key|password|cpp|hpp|service)$)");
  Keys found;
  for (const auto& pattern : {literal, kHandedOver})
    for (const auto& key : matches(without_comments(source), pattern))
      if (!std::regex_match(key, kFileName)) found.insert(key);
  return found;
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

/// A literal may be the beginning of keys that are put together: `obstacle.`, or `counter.is` and a state.
bool is_known(const Catalogue& catalogue, const std::string& key) {
  const bool is_beginning = key.ends_with('_') || key.ends_with('.');
  return catalogue.has(key) || std::ranges::any_of(catalogue.entries(), [&](const auto& entry) {
           return entry.first.starts_with(is_beginning ? key : key + ".") ||
                  entry.first.starts_with(is_beginning ? key : key + "_");
         });
}

TEST(UsedKeys, AreFoundInCode) {
  const std::string source =
      "text(\"x.y\"); return \"refused.a.b\"; // \"refused.comment\"\n text(\n  \"plain\"); \"display.yaml\" "
      "\"refused.\"";
  EXPECT_EQ(keys_in(source, "refused|display"), (Keys{"plain", "refused.a.b", "x.y"}));
}

TEST(UsedKeys, AreAllInTheCatalogue) {
  const auto& catalogue = Catalogue::of("en");
  const auto areas = areas_of(catalogue);
  std::size_t used = 0;
  for (const auto* folder :
       {"common", "dispatcher", "display", "counter-client", "kiosk", "ctl", "simulate"}) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(PANGGIL_SOURCES) / folder)) {
      if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
      for (const auto& key : keys_in(content(entry.path()), areas)) {
        EXPECT_TRUE(is_known(catalogue, key))
            << entry.path() << " uses " << key << ", which config/texts lacks";
        ++used;
      }
    }
  }
  EXPECT_GT(used, 20U) << "the code was not found";
}

}  // namespace
}  // namespace panggil
