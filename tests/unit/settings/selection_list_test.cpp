#include "dispatcher/settings/selection_list.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/settings/faults.hpp"

namespace panggil::settings {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

const ClassId kRegular("regular");
const ClassId kPriority("priority");
const std::vector<ClassId> kClasses = {kRegular, kPriority};

std::vector<core::SelectionRule> read(const std::string& yaml) {
  const auto document = Document::parse("test.yaml", "selection: " + yaml);
  auto rules = read_selection(document.root().required("selection"), kClasses);
  EXPECT_THAT(document.problems(), IsEmpty());
  return rules;
}

Faults faults_in(const std::string& yaml) {
  return faults_of("selection:\n" + yaml,
                   [](const Node& root) { read_selection(root.required("selection"), kClasses); });
}

TEST(Selection, KeepsTheOrderOfTheFile) {
  const auto rules = read("[booked, overdue, reserved, earliest]");
  ASSERT_EQ(rules.size(), 4U);
  EXPECT_TRUE(std::holds_alternative<core::BookedRule>(rules[0]));
  EXPECT_TRUE(std::holds_alternative<core::OverdueRule>(rules[1]));
  EXPECT_TRUE(std::holds_alternative<core::ReservedRule>(rules[2]));
  EXPECT_TRUE(std::get<core::EarliestRule>(rules[3]).head_start.empty());
}

TEST(Selection, HasTurnsInTheOrderOfTheFile) {
  const auto rules = read("[alternate: {priority: 2, regular: 1}]");
  EXPECT_THAT(std::get<core::AlternateRule>(rules.at(0)).turns,
              ElementsAre(Pair(kPriority, 2), Pair(kRegular, 1)));
}

TEST(Selection, HasHeadStarts) {
  const auto rules = read("[earliest: {head_start: {priority: 20min}}]");
  EXPECT_THAT(std::get<core::EarliestRule>(rules.at(0)).head_start, ElementsAre(Pair(kPriority, 20min)));
}

TEST(Selection, LetsPriorityGoTwiceUnlessTheOfficeSaysOtherwise) {
  const auto rules = default_selection(kClasses);
  ASSERT_EQ(rules.size(), 5U);
  EXPECT_TRUE(std::holds_alternative<core::ReservedRule>(rules[0]));
  EXPECT_TRUE(std::holds_alternative<core::OverdueRule>(rules[1]));
  EXPECT_TRUE(std::holds_alternative<core::BookedRule>(rules[2]));
  EXPECT_THAT(std::get<core::AlternateRule>(rules[3]).turns,
              ElementsAre(Pair(kPriority, 2), Pair(kRegular, 1)));
  EXPECT_TRUE(std::holds_alternative<core::EarliestRule>(rules[4]));
}

TEST(Selection, DoesNotAlternateWithOneClass) {
  EXPECT_EQ(default_selection({kRegular}).size(), 4U);
}

TEST(SelectionFaults, OfRulesSuggest) {
  EXPECT_THAT(faults_in("  - reservd\n  - earliest\n"),
              ElementsAre("2:5: there is no rule \"reservd\"; did you mean \"reserved\"?"));
  EXPECT_THAT(
      faults_in("  - fifo\n  - earliest\n"),
      ElementsAre(
          "2:5: there is no rule \"fifo\"; known here: reserved, overdue, booked, alternate, earliest"));
  EXPECT_THAT(faults_in("  - booked\n  - booked\n"),
              ElementsAre("3:5: booked stands here twice; once is enough"));
  EXPECT_THAT(faults_in("  - earliest\n  - booked\n"),
              ElementsAre("3:5: booked would never be asked, as earliest always picks; put it before"));
  EXPECT_THAT(faults_in("  - {booked: 1, overdue: 2}\n"),
              ElementsAre("2:5: one rule is expected in each item of the list"));
  EXPECT_THAT(faults_in("  - booked: {slot: 5min}\n"),
              ElementsAre("2:13: booked says nothing more; write its name alone"));
  EXPECT_THAT(faults_in("  []\n"),
              ElementsAre("2:3: no rule stands here; leave `selection` away for the usual ones"));
}

TEST(SelectionFaults, OfAlternateNameTheClass) {
  EXPECT_THAT(
      faults_in("  - alternate\n"),
      ElementsAre("2:5: alternate needs the turns of each class, e.g. alternate: {priority: 2, regular: 1}"));
  EXPECT_THAT(faults_in("  - alternate: {priority: 2}\n"),
              ElementsAre("2:16: the class regular has no turns and would starve; give it some"));
  EXPECT_THAT(faults_in("  - alternate: {priority: 2, regluar: 1}\n"),
              ElementsAre("2:16: the class regular has no turns and would starve; give it some",
                          "2:30: there is no class \"regluar\"; did you mean \"regular\"?"));
  EXPECT_THAT(faults_in("  - alternate: {priority: 0, regular: 1}\n"),
              ElementsAre("2:27: a whole number from 1 to 100 is expected, not 0"));
}

TEST(SelectionFaults, OfEarliestNameTheClass) {
  EXPECT_THAT(faults_in("  - earliest: {priority: 20min}\n"),
              ElementsAre("2:15: the key \"head_start\" is missing",
                          "2:16: unknown key \"priority\"; known here: head_start"));
  EXPECT_THAT(faults_in("  - earliest: {head_start: {vip: 20min}}\n"),
              ElementsAre("2:29: there is no class \"vip\"; known here: regular, priority"));
  EXPECT_THAT(faults_in("  - earliest: {head_start: {priority: 90s}}\n"),
              ElementsAre("2:39: whole minutes are expected, not 1min30s"));
}

}  // namespace
}  // namespace panggil::settings
