// Files that are no YAML, or YAML that would take long or never end to read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "common/settings/yaml_reader.hpp"
#include "tests/unit/settings/faults.hpp"

namespace panggil::settings {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::size_t kLargest = 256 * 1024;

/// Asks for a key as well: a file that could not be read to its end must not be blamed for what is missing
/// from it.
Faults faults_in(const std::string& yaml) {
  return faults_of(yaml, [](const Node& root) {
    root.required("site").text();
    root.no_other_keys();
  });
}

std::string repeat(std::string_view piece, std::size_t size) {
  std::string text;
  while (text.size() + piece.size() <= size) text += piece;
  return text;
}

TEST(BadSyntax, OfIndentationIsExplained) {
  EXPECT_THAT(
      faults_in("a:\n  b: 1\n c: 2\n"),
      ElementsAre("3:2: this line does not continue what is above it; check its indentation and that a space "
                  "follows each colon"));
  EXPECT_THAT(faults_in("a: 1\n\tb: 2\n"), ElementsAre("2:1: a tab indents this line; use spaces"));
  EXPECT_THAT(
      faults_in("- a\nb: 2\n"),
      ElementsAre(
          "2:1: this belongs to nothing above it; check the indentation, and that a space follows each "
          "colon and hyphen"));
}

TEST(BadSyntax, OfAColonInATextIsExplained) {
  EXPECT_THAT(
      faults_in("name: {id: x}\nhours: open: 8\n"),
      ElementsAre(
          "2:12: a `key: value` cannot stand here; check the indentation, and put a text with a colon in "
          "quotes"));
}

TEST(BadSyntax, OfWhatIsNotClosedNamesWhereItBegins) {
  EXPECT_THAT(
      faults_in("a: 1\nb: [1, 2\n"),
      ElementsAre(
          "2:4: the list in brackets that begins here does not end; close it with `]` and separate its "
          "items with commas"));
  EXPECT_THAT(
      faults_in("a: {b: 1\n"),
      ElementsAre("1:4: the map in braces that begins here does not end; close it with `}` and separate its "
                  "entries with commas"));
  EXPECT_THAT(faults_in("a: 'x"), ElementsAre("1:6: the text in quotes does not end; close its quote"));
}

TEST(BadSyntax, OfStrayMarksIsExplained) {
  EXPECT_THAT(faults_in("a: 1\n}\n"),
              ElementsAre("2:1: this bracket closes nothing; take it away or open it before"));
  EXPECT_THAT(faults_in("a: @b\n"),
              ElementsAre("1:4: this character cannot begin a value; put the text in quotes"));
  EXPECT_THAT(faults_in("a: - b\n"),
              ElementsAre("1:4: a list item (`- `) cannot stand here; put it on a line of its own"));
  EXPECT_THAT(
      faults_in("a: \"\\q\"\n"),
      ElementsAre(
          "1:7: not YAML (unknown escape character: q); check the indentation, quotes and brackets here"));
}

TEST(Refused, AreAnchorsAliasesAndTags) {
  const auto anchors =
      "anchors (`&name`) and aliases (`*name`) are not read here; write the value out, or in quotes if it is "
      "a text";
  EXPECT_THAT(faults_in("a: &x 1\nb: *x\n"), ElementsAre(std::string("1:4: ") + anchors));
  EXPECT_THAT(faults_in("a: &x {b: 1}\n"), ElementsAre(std::string("1:4: ") + anchors));
  EXPECT_THAT(faults_in("&x a: 1\n"), ElementsAre(std::string("1:1: ") + anchors));
  EXPECT_THAT(
      faults_in("a: *x\n"),
      ElementsAre(
          "1:4: aliases (`*name`) are not read here; write the value out, or in quotes if it is a text"));
  const auto tags = "tags (`!name`) are not read here; take it away, or put the text in quotes";
  EXPECT_THAT(faults_in("a: !!int 3\n"), ElementsAre(std::string("1:4: ") + tags));
  EXPECT_THAT(faults_in("!x a: 3\n"), ElementsAre(std::string("1:1: ") + tags));
}

TEST(Refused, IsWhatGrowsOutOfAliases) {
  std::string laughs = "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n";
  for (char level = 'b'; level < 'j'; ++level) {
    const std::string alias = std::string("*") + static_cast<char>(level - 1);
    laughs += std::string(1, level) + ": &" + level + " [" + alias;
    for (int i = 0; i < 8; ++i) laughs += ", " + alias;
    laughs += "]\n";
  }
  EXPECT_THAT(faults_in(laughs), SizeIs(1));
}

TEST(Refused, AreKeysThatAreNoTexts) {
  for (const auto* yaml : {"? [a]\n: 1\n", "{[a]: 1}", "{{a: 1}: 1}", ": 1\n", "~: 1\n"})
    EXPECT_THAT(faults_in(yaml),
                ElementsAre(::testing::EndsWith("a key is expected here, e.g. `name: value`")))
        << yaml;
}

TEST(Refused, IsASecondDocument) {
  EXPECT_THAT(faults_in("site: 1\n---\nsite: 2\n"),
              ElementsAre("2:1: a second document begins here; a file holds one, so take the `---` away"));
}

TEST(Refused, AreBytesThatAreNoText) {
  const std::string what =
      "a byte that is not printable UTF-8 text; save the file as UTF-8 and take the character away";
  EXPECT_THAT(faults_in("a: 1\nb: é\xff\n"), ElementsAre("2:5: " + what));
  EXPECT_THAT(faults_in(std::string("a: \0", 4)), ElementsAre("1:4: " + what));
  EXPECT_THAT(faults_in("\xff\xfe"
                        "a"),
              ElementsAre("1:1: " + what))
      << "UTF-16";
}

TEST(Refused, IsNestingOver32) {
  const auto nested = [](std::size_t depth) {
    return "site: " + std::string(depth, '[') + std::string(depth, ']');
  };
  EXPECT_THAT(faults_in(nested(31)), ElementsAre("1:7: a text is expected, not a list"));
  EXPECT_THAT(faults_in(nested(32)),
              ElementsAre("1:38: nested more than 32 deep; a file of settings is flatter"));
}

TEST(Refused, IsAFileOver256KiB) {
  EXPECT_THAT(faults_in("site: x\n#" + std::string(kLargest - 9, 'x')), IsEmpty());
  EXPECT_THAT(faults_in("site: x\n#" + std::string(kLargest - 8, 'x')),
              ElementsAre("1:1: larger than 256 KiB; a file of settings is smaller"));
}

TEST(Refused, AreMoreThan20000Values) {
  EXPECT_THAT(faults_in("site: [" + repeat("1,", 2 * 19'998) + "]"),
              ElementsAre("1:7: a text is expected, not a list"));
  EXPECT_THAT(faults_in("site:\n" + repeat("- 1\n", 4 * 20'000)),
              ElementsAre("20000:3: more than 20000 values; a file of settings is smaller"));
}

TEST(Faults, AreNoMoreThan100) {
  std::string yaml = "site: x\n";
  for (int i = 0; i < 5'000; ++i) yaml += "key-that-nobody-knows-" + std::to_string(i) + ": 1\n";
  EXPECT_THAT(faults_in(yaml), SizeIs(100));
}

TEST(Faults, CannotMakeATerminalDoThings) {
  EXPECT_THAT(faults_in("site: x\n\"\\e[2J\\a\\n\\u009b\": 1\n"),
              ElementsAre("2:1: unknown key \"?[2J? ??\"; known here: site"));
}

TEST(Faults, StayShort) {
  const auto faults = faults_in("site: x\n? " + std::string(900, 'k') + "\n: 1\n");
  ASSERT_THAT(faults, SizeIs(1));
  EXPECT_LT(faults[0].size(), 450U);
}

/// Each of these makes some parser slow, or recurse until the stack ends.
TEST(HostileYaml, EndsSoon) {
  for (const auto* piece : {"[", "{a: [", "[a: ", "{a,", "- ", "? ", ": ", "- |\n", "\"", "%TAG ! a\n",
                            "a: {", "<<: ", "\n", "a"}) {
    for (const auto* front : {"", "a:\n "}) {
      const auto begin = std::chrono::steady_clock::now();
      Document::parse("test.yaml", front + repeat(piece, kLargest - 10));
      const auto took = std::chrono::steady_clock::now() - begin;
      EXPECT_LT(took, std::chrono::seconds(5)) << front << piece;
    }
  }
}

}  // namespace
}  // namespace panggil::settings
