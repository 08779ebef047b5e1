#include "common/settings/yaml_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "common/base/ids.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/unit/settings/faults.hpp"

namespace panggil::settings {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Node read(const std::string& yaml) {
  return Document::parse("test.yaml", yaml).root();
}

/// The faults of reading the value of `a`.
template <class Read>
Faults faults_of_a(const std::string& yaml, Read read_value) {
  return faults_of(yaml, [&](const Node& root) { read_value(root.required("a")); });
}

TEST(Reader, GivesEachKindOfValue) {
  const auto root = read(
      "text: Ruang tunggu\nyes: true\nno: false\nwhole: -3\nnumber: 0.5\nwait: 1h30min\ntime: 08:30\n"
      "colour: green\nlist: [a, b]\nmap: {k: v, m: w}\nid: counter-3\n");
  EXPECT_EQ(root.required("text").text(), "Ruang tunggu");
  EXPECT_TRUE(root.required("yes").truth());
  EXPECT_FALSE(root.required("no").truth());
  EXPECT_EQ(root.required("whole").whole(-5, 5), -3);
  EXPECT_EQ(root.required("number").number(0, 1), 0.5);
  EXPECT_EQ(root.required("wait").duration(1s, 2h), 90min);
  EXPECT_EQ(root.required("time").time_of_day(), 8h + 30min);
  EXPECT_EQ(root.required("colour").choice({"red", "green"}), 1U);
  EXPECT_EQ(root.required("list").items().at(1).text(), "b");
  EXPECT_EQ(root.required("map").entries().at(1).first, "m");
  EXPECT_EQ(root.required("map").entries().at(1).second.text(), "w");
  EXPECT_EQ(root.required("id").id<ClientId>(), ClientId("counter-3"));
}

TEST(Reader, TellsTheKindsApart) {
  const auto root = read("map: {}\nlist: []\nscalar: x\nnothing:\n");
  EXPECT_TRUE(root.required("map").is_map());
  EXPECT_TRUE(root.required("list").is_list());
  EXPECT_TRUE(root.required("scalar").is_scalar());
  EXPECT_FALSE(root.optional("nothing").present());
  EXPECT_FALSE(root.optional("else").present());
  EXPECT_TRUE(root.is_map());
}

TEST(Reader, TakesBlockStyleComentsQuotesAndWindowsLineEnds) {
  const auto root =
      read("# a comment\r\na:\r\n  - 'x: y'  # another\r\n  - \"z\"\r\nb: >-\r\n  two\r\n  words\r\n");
  EXPECT_EQ(root.required("a").items().at(0).text(), "x: y");
  EXPECT_EQ(root.required("a").items().at(1).text(), "z");
  EXPECT_EQ(root.required("b").text(), "two words");
}

TEST(Reader, TakesAnEmptyFileForAMapWithoutKeys) {
  for (const auto* yaml : {"", "\n\n", "# only a comment\n", "---\n", "null\n", "{}"}) {
    const auto document = Document::parse("test.yaml", yaml);
    EXPECT_TRUE(document.root().is_map()) << yaml;
    EXPECT_THAT(document.problems(), IsEmpty()) << yaml;
  }
}

TEST(Reader, OverlooksAByteOrderMark) {
  EXPECT_THAT(faults_of("\xEF\xBB\xBF"
                        "a: 1\nb: 2\n",
                        [](const Node& root) {
                          root.required("a").whole(1, 1);
                          root.no_other_keys();
                        }),
              ElementsAre("2:1: unknown key \"b\"; known here: a"));
}

TEST(Fault, NamesFileLineAndColumn) {
  EXPECT_EQ(to_text({"office.yaml", 12, 5, "unknown key \"x\""}), "office.yaml:12:5: unknown key \"x\"");
}

TEST(Fault, OfAnUnknownKeySuggestsOneThatIsMissing) {
  const auto read_two = [](const Node& root) {
    root.optional("services");
    root.optional("counters");
    root.no_other_keys();
  };
  EXPECT_THAT(faults_of("services: 1\nconuters: 2\n", read_two),
              ElementsAre("2:1: unknown key \"conuters\"; did you mean \"counters\"?"));
  EXPECT_THAT(faults_of("services: 1\nservice: 2\ncounters: 3", read_two),
              ElementsAre("2:1: unknown key \"service\"; known here: counters, services"))
      << "not one that is there already";
  EXPECT_THAT(faults_of("services: 1\n  \nholidays: 2\n", read_two),
              ElementsAre("3:1: unknown key \"holidays\"; known here: counters, services"));
}

TEST(Fault, OfAMissingKeyStandsWhereItsMapBegins) {
  EXPECT_THAT(faults_of("a: 1\nb:\n  - c: 1\n  - d: 2\n",
                        [](const Node& root) {
                          for (const auto& item : root.required("b").items()) item.required("c");
                        }),
              ElementsAre("4:5: the key \"c\" is missing"));
  EXPECT_THAT(faults_of("\n", [](const Node& root) { root.required("site"); }),
              ElementsAre("1:1: the key \"site\" is missing"));
}

TEST(Fault, OfAKeyWithoutValueStandsAtTheKey) {
  EXPECT_THAT(faults_of("a: 1\nsite:\nb: 2\n", [](const Node& root) { root.required("site").text(); }),
              ElementsAre("2:1: \"site\" has no value"));
  EXPECT_THAT(faults_of("a: 1\n  \nsite: ~\n", [](const Node& root) { root.required("site"); }),
              ElementsAre("3:1: \"site\" has no value"));
}

TEST(Fault, OfADuplicateKeyNamesTheFirst) {
  EXPECT_THAT(faults_of("a: 1\nb: {c: 1, d: 2, c: 3}\na: 2\n", [](const Node&) {}),
              ElementsAre("2:17: duplicate key \"c\"; the first stands in line 2",
                          "3:1: duplicate key \"a\"; the first stands in line 1"));
}

TEST(Fault, ColumnsCountCharactersNotBytes) {
  EXPECT_THAT(faults_of("{é: 1, é: 2}", [](const Node&) {}),
              ElementsAre("1:8: duplicate key \"é\"; the first stands in line 1"));
}

TEST(Fault, OfTextSaysWhatStandsThere) {
  const auto text = [](const Node& node) { node.text(); };
  EXPECT_THAT(faults_of_a("a: [1]", text), ElementsAre("1:4: a text is expected, not a list"));
  EXPECT_THAT(faults_of_a("a: {b: 1}", text), ElementsAre("1:4: a text is expected, not a map"));
  EXPECT_THAT(faults_of_a("a: ''", text), ElementsAre("1:4: a text is expected, but it is empty"));
  const auto one_line =
      "1:4: a text of one line is expected, without tabs, line ends and other characters that do not print";
  EXPECT_THAT(faults_of_a("a: |\n  two\n  lines\n", text), ElementsAre(one_line));
  EXPECT_THAT(faults_of_a("a: \"\\e[2J\"", text), ElementsAre(one_line));
  EXPECT_THAT(faults_of_a("a: \"x\\ty\"", text), ElementsAre(one_line));
}

TEST(Fault, OfATruthValueKeepsToTwoWords) {
  const auto truth = [](const Node& node) { node.truth(); };
  EXPECT_THAT(faults_of_a("a: yes", truth), ElementsAre("1:4: true or false is expected, not \"yes\""));
  EXPECT_THAT(faults_of_a("a: \"true\"", truth), ElementsAre("1:4: true or false is expected, not \"true\""));
  EXPECT_THAT(faults_of_a("a: []", truth), ElementsAre("1:4: true or false is expected, not a list"));
}

TEST(Fault, OfAWholeNumberNamesItsRange) {
  const auto whole = [](const Node& node) { EXPECT_EQ(node.whole(1, 999), 1) << "the stand-in"; };
  EXPECT_THAT(faults_of_a("a: 0", whole),
              ElementsAre("1:4: a whole number from 1 to 999 is expected, not 0"));
  EXPECT_THAT(faults_of_a("a: 1000", whole),
              ElementsAre("1:4: a whole number from 1 to 999 is expected, not 1000"));
  EXPECT_THAT(faults_of_a("a: 2.5", whole),
              ElementsAre("1:4: a whole number from 1 to 999 is expected, not 2.5"));
  EXPECT_THAT(faults_of_a("a: \"5\"", whole),
              ElementsAre("1:4: a whole number from 1 to 999 is expected, not 5 in quotes"));
  EXPECT_THAT(faults_of_a("a: five", whole),
              ElementsAre("1:4: a whole number from 1 to 999 is expected, not five"));
  EXPECT_THAT(faults_of_a("a: 99999999999999999999", whole),
              ElementsAre("1:4: a whole number from 1 to 999 is expected, not 99999999999999999999"));
  EXPECT_THAT(faults_of_a("a: {}", whole),
              ElementsAre("1:4: a whole number from 1 to 999 is expected, not a map"));
}

TEST(Fault, OfANumberNamesItsRange) {
  const auto number = [](const Node& node) { node.number(0, 2.5); };
  EXPECT_THAT(faults_of_a("a: 3", number), ElementsAre("1:4: a number from 0 to 2.5 is expected, not 3"));
  EXPECT_THAT(faults_of_a("a: .nan", number),
              ElementsAre("1:4: a number from 0 to 2.5 is expected, not .nan"));
}

TEST(Fault, OfADurationShowsHowItIsWritten) {
  const auto duration = [](const Node& node) { node.duration(1min, 2h); };
  EXPECT_THAT(
      faults_of_a("a: 90", duration),
      ElementsAre(
          "1:4: a duration from 1min to 2h is expected, written like 90s, 20min or 1h30min, not \"90\""));
  EXPECT_THAT(
      faults_of_a("a: 30s", duration),
      ElementsAre(
          "1:4: a duration from 1min to 2h is expected, written like 90s, 20min or 1h30min, not \"30s\""));
}

TEST(Fault, OfATimeOfDayShowsItsRange) {
  EXPECT_THAT(faults_of_a("a: 8am", [](const Node& node) { node.time_of_day(); }),
              ElementsAre("1:4: a time of day from 00:00 to 24:00 is expected, not \"8am\""));
}

TEST(Fault, OfAChoiceSuggestsAWord) {
  const auto colour = [](const Node& node) { EXPECT_EQ(node.choice({"red", "green"}), std::nullopt); };
  EXPECT_THAT(faults_of_a("a: gren", colour),
              ElementsAre("1:4: \"gren\" is none of the words for this; did you mean \"green\"?"));
  EXPECT_THAT(faults_of_a("a: blue", colour),
              ElementsAre("1:4: \"blue\" is none of the words for this; known here: red, green"));
}

TEST(Fault, OfAnIdSaysWhatOneIs) {
  const auto id = [](const Node& node) { EXPECT_EQ(node.id<SiteId>(), std::nullopt); };
  EXPECT_THAT(
      faults_of_a("a: Cirebon", id),
      ElementsAre(
          "1:4: \"Cirebon\" is not an id: 1 to 32 of a-z, 0-9 and hyphens are, not beginning with a hyphen"));
  EXPECT_THAT(faults_of_a("a: [x]", id), ElementsAre("1:4: a text is expected, not a list"));
}

TEST(Fault, OfAListOrMapSaysWhatStandsThere) {
  EXPECT_THAT(faults_of_a("a: x", [](const Node& node) { EXPECT_TRUE(node.items().empty()); }),
              ElementsAre("1:4: a list is expected, e.g. [first, second], not a single value"));
  EXPECT_THAT(faults_of_a("a: \"x\"", [](const Node& node) { EXPECT_TRUE(node.entries().empty()); }),
              ElementsAre("1:4: a map is expected, e.g. {key: value}, not a text in quotes"));
  EXPECT_THAT(faults_of_a("a: [1]", [](const Node& node) { node.required("b"); }),
              ElementsAre("1:4: a map with the key \"b\" is expected, not a list"));
  EXPECT_THAT(faults_of_a("a:\n  -\n", [](const Node& node) { node.items().at(0).text(); }),
              ElementsAre("2:4: a text is expected, not nothing"));
}

TEST(Fault, OfATabSaysSoBeforeAnythingElse) {
  const auto document = Document::parse("test.yaml", "areas:\n\t- id: hall\n");
  EXPECT_THAT(faults_of(document.problems()), ElementsAre("2:2: a tab indents this line; use spaces"));
}

TEST(Fault, OfWhatIsNoMapIsToldOnceForAllItsKeys) {
  EXPECT_THAT(faults_of("just a text\n",
                        [](const Node& root) {
                          root.optional("site");
                          root.required("name");
                        }),
              ElementsAre("1:1: a map with the key \"site\" is expected, not a single value"));
}

TEST(Fault, OfTheReadersOwnStandsAtTheValueOrTheKey) {
  EXPECT_THAT(faults_of("a:\n  b: 1\n",
                        [](const Node& root) {
                          const auto b = root.required("a").required("b");
                          b.fault_in_words("value");
                          b.key_fault("fault.no_value", {{"key", "b"}});
                        }),
              ElementsAre("2:3: \"b\" has no value", "2:6: value"));
}

TEST(Faults, AreCollectedInTheOrderOfTheFileAndOnce) {
  EXPECT_THAT(faults_of("a: x\nb: y\nc: z\n",
                        [](const Node& root) {
                          root.optional("b").whole(1, 2);
                          root.optional("b").whole(1, 2);
                          root.optional("a").whole(1, 2);
                          root.no_other_keys();
                        }),
              ElementsAre("1:4: a whole number from 1 to 2 is expected, not x",
                          "2:4: a whole number from 1 to 2 is expected, not y",
                          "3:1: unknown key \"c\"; known here: a, b"));
}

TEST(Faults, OfAnAbsentNodeAreNone) {
  const auto document = Document::parse("test.yaml", "a: 1");
  const auto absent = document.root().optional("b");
  EXPECT_EQ(absent.text(), "");
  EXPECT_EQ(absent.whole(3, 9), 3);
  EXPECT_TRUE(absent.items().empty());
  EXPECT_FALSE(absent.required("c").present());
  absent.fault_in_words("nowhere");
  EXPECT_THAT(document.problems(), IsEmpty());
}

TEST(Faults, AreThrownTogether) {
  const auto document = Document::parse("office.yaml", "a: 1\nb: 2\n");
  EXPECT_NO_THROW(document.require_clean());
  document.root().no_other_keys();
  try {
    document.require_clean();
    FAIL() << "nothing was thrown";
  } catch (const BadSettings& bad) {
    EXPECT_EQ(bad.problems().size(), 2U);
    EXPECT_STREQ(bad.what(), "office.yaml:1:1: unknown key \"a\"\noffice.yaml:2:1: unknown key \"b\"");
  }
}

TEST(Path, StartsAtTheFolderOfTheFile) {
  const auto document = Document::parse("/etc/panggil/display.yaml", "a: voice/id\nb: /srv/voice\n");
  EXPECT_EQ(document.root().required("a").path(), "/etc/panggil/voice/id");
  EXPECT_EQ(document.root().required("b").path(), "/srv/voice");
}

TEST(Loading, ReadsTheFileAndNamesItInFaults) {
  const test::TemporaryDirectory directory;
  const auto file = directory.path() / "display.yaml";
  std::ofstream(file) << "a: 1\n";
  const auto document = Document::load(file);
  document.root().no_other_keys();
  ASSERT_EQ(document.problems().size(), 1U);
  EXPECT_EQ(document.problems()[0].file, file.string());
}

TEST(Loading, SaysWhichFileItCannotRead) {
  const test::TemporaryDirectory directory;
  for (const auto& file : {directory.path() / "none.yaml", directory.path()}) {
    try {
      Document::load(file);
      FAIL() << "nothing was thrown";
    } catch (const std::runtime_error& error) {
      EXPECT_EQ(error.what(), "cannot read " + file.string() +
                                  "; check that the file is there and that this user may read it");
    }
  }
}

}  // namespace
}  // namespace panggil::settings
