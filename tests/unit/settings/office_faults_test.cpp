// Each kind of mistake in an office's file: where it is told, and what is said to be right.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dispatcher/settings/office_file.hpp"
#include "tests/unit/settings/faults.hpp"
#include "tests/unit/settings/office_text.hpp"

namespace panggil::settings {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Faults faults_in(const std::string& yaml) {
  try {
    read_office(Document::parse("office.yaml", yaml));
    return {};
  } catch (const BadSettings& bad) {
    return faults_of(bad.problems());
  }
}

Faults faults_with(const std::string& old_text, const std::string& new_text) {
  return faults_in(office_with(old_text, new_text));
}

TEST(OfficeFaults, OfTheSmallOfficeAreNone) {
  EXPECT_THAT(faults_in(kSmallOffice), IsEmpty());
}

TEST(OfficeFaults, OfAnEmptyFileNameAllThatIsMissing) {
  EXPECT_THAT(faults_in(""),
              ElementsAre("1:1: the key \"site\" is missing", "1:1: the key \"name\" is missing",
                          "1:1: the key \"timezone\" is missing", "1:1: the key \"areas\" is missing",
                          "1:1: the key \"services\" is missing", "1:1: the key \"counters\" is missing"));
}

TEST(OfficeFaults, OfUnknownKeysSuggest) {
  EXPECT_THAT(faults_with("counters:", "coutners:"),
              ElementsAre("1:1: the key \"counters\" is missing",
                          "13:1: unknown key \"coutners\"; did you mean \"counters\"?"));
  EXPECT_THAT(faults_with("{id: cs, ", "{id: cs, qouta: 5, "),
              ElementsAre("11:14: unknown key \"qouta\"; did you mean \"quota\"?"));
  EXPECT_THAT(faults_with("{id: 1, ", "{id: 1, lable: x, "),
              ElementsAre("14:13: unknown key \"lable\"; did you mean \"label\"?"));
  EXPECT_THAT(faults_with("first: 1,", "frist: 1,"),
              ElementsAre("5:18: unknown key \"frist\"; did you mean \"first\"?"));
}

TEST(OfficeFaults, OfKeysOfALaterVersionAreFaultsToo) {
  EXPECT_THAT(faults_with("prefix: A}", "prefix: A, booking: yes}"),
              ElementsAre("11:59: unknown key \"booking\"; known here: days, holidays, hours, id, "
                          "last_ticket, max_wait, name, "
                          "prefix, quota, target_wait, then"));
  EXPECT_THAT(
      faults_in(kSmallOffice + std::string("bookings: []\n")),
      ElementsAre(
          "16:1: unknown key \"bookings\"; known here: areas, classes, counters, day_starts, days, devices, "
          "holidays, hours, languages, last_ticket, name, no_show, selection, services, services_in_order, "
          "site, ticket_numbers, timezone"));
}

TEST(OfficeFaults, OfAPathNameWhereItGoesAndThatItEnds) {
  EXPECT_TRUE(faults_with("prefix: A}", "prefix: A, then: pickup}").empty());
  EXPECT_THAT(faults_with("prefix: A}", "prefix: A, then: pikcup}"),
              ElementsAre(testing::HasSubstr("there is no service \"pikcup\"; did you mean \"pickup\"?")));
  EXPECT_THAT(faults_with("prefix: A}", "prefix: A, then: cs}"),
              ElementsAre(testing::HasSubstr("a visit that begins with cs would never end")));
}

TEST(OfficeFaults, OfNoShowsSayWhatIsMissing) {
  const std::string office = kSmallOffice;
  EXPECT_TRUE(faults_in(office + "no_show: {after_recalls: 3, after_minutes: 5}\n").empty());
  EXPECT_THAT(faults_in(office + "no_show: {}\n"),
              ElementsAre(testing::HasSubstr("after_recalls, after_minutes")));
  EXPECT_EQ(faults_in(office + "no_show: {after_recalls: 0}\n").size(), 1U);
}

TEST(OfficeFaults, OfIdsSayWhatOneIs) {
  EXPECT_THAT(
      faults_with("site: test", "site: Kantor Test"),
      ElementsAre(
          "1:7: \"Kantor Test\" is not an id: 1 to 32 of a-z, 0-9 and hyphens are, not beginning with a "
          "hyphen"));
  EXPECT_THAT(faults_with("{id: 2,", "{id: 1,"),
              ElementsAre("15:10: there is another counter 1 above; give each its own id"));
  EXPECT_THAT(faults_with("{id: pickup,", "{id: cs,"),
              ElementsAre("12:10: there is another service cs above; give each its own id",
                          "15:28: there is no service \"pickup\"; known here: cs"));
  EXPECT_THAT(faults_with("{id: hall, name: {id: Ruang, en: Hall}}",
                          "{id: hall, name: {id: Ruang, en: Hall}}\n  - {id: hall, name: {id: R, en: H}}"),
              ElementsAre("10:10: there is another area hall above; give each its own id"));
}

TEST(OfficeFaults, OfReferencesSuggest) {
  EXPECT_THAT(faults_with("[cs, pickup]", "[cs, pikcup]"),
              ElementsAre("15:28: there is no service \"pikcup\"; did you mean \"pickup\"?"));
  EXPECT_THAT(faults_with("{id: 1, services", "{id: 1, areas: [lobby], services"),
              ElementsAre("14:21: there is no area \"lobby\"; known here: hall"));
  EXPECT_THAT(faults_with("[cs, pickup]", "[cs, cs]"),
              ElementsAre("15:28: service cs stands here twice; once is enough"));
  EXPECT_THAT(faults_with("services: [cs]", "services: []"),
              ElementsAre("14:23: at least one service is expected here"));
}

TEST(OfficeFaults, OfWhatNobodyUsesNameIt) {
  EXPECT_THAT(faults_with("[cs, pickup]", "[cs]"),
              ElementsAre("11:3: no counter takes the service pickup; name it under services of one"));
  const auto two_areas =
      office_with("{id: hall, name: {id: Ruang, en: Hall}}",
                  "{id: hall, name: {id: Ruang, en: Hall}}\n  - {id: lobby, name: {id: L, en: L}}");
  EXPECT_THAT(faults_in(two_areas),
              ElementsAre("15:5: the key \"areas\" is missing", "16:5: the key \"areas\" is missing"));
}

TEST(OfficeFaults, OfAnAreaWithoutCountersNameIt) {
  auto text = office_with("{id: hall, name: {id: Ruang, en: Hall}}",
                          "{id: hall, name: {id: Ruang, en: Hall}}\n  - {id: lobby, name: {id: L, en: L}}");
  for (std::size_t at = 0; (at = text.find(", services: [", at)) != std::string::npos; at += 30)
    text.insert(at, ", areas: [hall]");
  EXPECT_THAT(faults_in(text),
              ElementsAre("9:3: no counter belongs to the area lobby; name it under areas of one"));
}

TEST(OfficeFaults, OfLanguagesNameTheMissingOrTheOdd) {
  EXPECT_THAT(faults_with("name: {id: Kantor, en: Office}", "name: {id: Kantor}"),
              ElementsAre("2:7: the key \"en\" is missing"));
  EXPECT_THAT(faults_with("name: {id: Kantor, en: Office}", "name: {id: Kantor, en: Office, de: Amt}"),
              ElementsAre("2:32: unknown key \"de\"; known here: en, id"));
  EXPECT_THAT(faults_with("timezone:", "languages: [id, en, id]\ntimezone:"),
              ElementsAre("3:21: a language stands here twice; once is enough"));
  EXPECT_THAT(faults_with("timezone:", "languages: [id, en, de]\ntimezone:"),
              ElementsAre("3:21: \"de\" is none of the words for this; known here: id, en"));
  EXPECT_THAT(faults_with("name: {id: Kantor, en: Office}", "name: Kantor"),
              ElementsAre("2:7: a map with the key \"id\" is expected, not a single value"));
}

TEST(OfficeFaults, OfALongNameCountCharacters) {
  const std::string just_right(79, 'x');
  EXPECT_THAT(faults_with("id: Kantor", "id: é" + just_right), IsEmpty());
  EXPECT_THAT(faults_with("id: Kantor", "id: éx" + just_right),
              ElementsAre("2:12: 81 characters are more than a screen can show; 80 may stand here"));
}

TEST(OfficeFaults, OfTheTimeZoneNameTheCountrysOwn) {
  EXPECT_THAT(
      faults_with("Asia/Jakarta", "Asia/Jakata"),
      ElementsAre("3:11: there is no time zone \"Asia/Jakata\"; Asia/Jakarta (WIB), Asia/Makassar (WITA) and "
                  "Asia/Jayapura (WIT) are three"));
  EXPECT_THAT(faults_with("Asia/Jakarta", "Asia/Jakarta\nday_starts: \"10:00\""),
              ElementsAre(testing::HasSubstr("while the office is open")));
  EXPECT_THAT(faults_with("Asia/Jakarta", "Asia/Jakarta\nday_starts: \"24:00\""),
              ElementsAre("4:13: a day cannot start at 24:00; write 00:00"));
}

TEST(OfficeFaults, OfTicketNumbersNameTheRange) {
  EXPECT_THAT(faults_with("first: 1, last: 999", "first: 100, last: 99"),
              ElementsAre("5:36: the last number, 99, is below the first, 100"));
  EXPECT_THAT(faults_with("first: 1, last: 999", "first: 1000"),
              ElementsAre("5:17: the last number, 999, is below the first, 1000"));
  EXPECT_THAT(faults_with("last: 999", "last: 1000000"),
              ElementsAre("5:34: a whole number from 1 to 999999 is expected, not 1000000"));
  EXPECT_THAT(faults_with("first: 1,", "first: 0,"),
              ElementsAre("5:25: a whole number from 1 to 999999 is expected, not 0"));
}

TEST(OfficeFaults, OfPrefixesSayWhatMayBeginANumber) {
  for (const auto* prefix : {"a", "A1", "1A", "ABCDE", "A-B", "Ä"})
    EXPECT_THAT(
        faults_with("prefix: A", std::string("prefix: ") + prefix),
        ElementsAre(
            std::string("11:56: \"") + prefix +
            "\" cannot begin a ticket number; 1 to 4 capital letters or digits can that begin and end "
            "with a letter, e.g. A"))
        << prefix;
  for (const auto* prefix : {"Z", "AB", "A1B", "ABCD"})
    EXPECT_THAT(faults_with("prefix: A", std::string("prefix: ") + prefix), IsEmpty()) << prefix;
}

TEST(OfficeFaults, OfQuotasAndTargetsNameTheRange) {
  EXPECT_THAT(faults_with("prefix: A", "prefix: A, quota: 1000"),
              ElementsAre("11:66: a quota of 1000 needs more than the 999 ticket numbers there are; raise "
                          "ticket_numbers: last"));
  auto text = office_with("first: 1, last: 999", "first: 0, last: 9");
  text.replace(text.find("prefix: A"), 9, "prefix: A, quota: 50");
  EXPECT_THAT(faults_in(text), ElementsAre("5:25: a whole number from 1 to 999999 is expected, not 0"))
      << "no quota is measured by wrong numbers";
  EXPECT_THAT(faults_with("prefix: A", "prefix: A, quota: 0"),
              ElementsAre("11:66: a whole number from 1 to 999999 is expected, not 0"));
  EXPECT_THAT(faults_with("prefix: A", "prefix: A, max_wait: 90s"),
              ElementsAre("11:69: whole minutes are expected, not 1min30s"));
  EXPECT_THAT(
      faults_with("prefix: A", "prefix: A, max_wait: 45"),
      ElementsAre("11:69: a duration from 1min to 24h is expected, written like 90s, 20min or 1h30min, not "
                  "\"45\""));
}

TEST(OfficeFaults, OfClassesNameTheOdd) {
  EXPECT_THAT(faults_with("[regular, priority]", "[regular, regular]"),
              ElementsAre("6:20: the class regular stands here twice; once is enough"));
  EXPECT_THAT(faults_with("[regular, priority]", "[]"),
              ElementsAre("6:10: at least one class is expected here, e.g. regular"));
  EXPECT_THAT(faults_with("[regular, priority]", "[a, b, c, d, e, f, g, h, i]"),
              ElementsAre("6:10: more than 8 classes; that is the most"));
}

TEST(OfficeFaults, OfDevicesSayWhatBelongsTogether) {
  const auto with_device = [](const std::string& device) {
    return faults_in(kSmallOffice + ("devices:\n  " + device + "\n"));
  };
  EXPECT_THAT(
      with_device("tablet: {}"),
      ElementsAre("17:3: the name tablet does not tell what it is; give it a role: counter, kiosk, desk, "
                  "supervisor, booking, display"));
  EXPECT_THAT(with_device("tablet: {role: kisok}"),
              ElementsAre("17:18: \"kisok\" is none of the words for this; did you mean \"kiosk\"?"));
  EXPECT_THAT(with_device("keypad: {role: counter}"), ElementsAre("17:11: the key \"counters\" is missing"));
  EXPECT_THAT(with_device("keypad: {role: counter, counters: [3]}"),
              ElementsAre("17:38: there is no counter \"3\"; known here: 1, 2"));
  EXPECT_THAT(
      with_device("tablet: {role: kiosk, counters: [1]}"),
      ElementsAre(
          "17:25: only a device with the role counter has counters; take them away, or change its role"));
  EXPECT_THAT(
      with_device("Tablet 1: {role: kiosk}"),
      ElementsAre(
          "17:3: \"Tablet 1\" is no client name: 1 to 32 of a-z, 0-9 and hyphens are, not beginning with "
          "a hyphen"));
  EXPECT_THAT(with_device("tablet:"),
              ElementsAre("17:10: a role or counters are expected here, e.g. {role: kiosk}"));
}

TEST(OfficeFaults, OfTooManyStandAtTheFirstTooMany) {
  std::string text = kSmallOffice;
  for (int i = 3; i <= 101; ++i) text += "  - {id: " + std::to_string(i) + ", services: [cs]}\n";
  EXPECT_THAT(faults_in(text), ElementsAre("114:5: more than 100 of one counter; that is the most"));
}

TEST(OfficeFaults, AreAllToldAtOnce) {
  EXPECT_THAT(
      faults_in("site: X\nname: {id: K, en: O}\ntimezone: Mars\nareas: []\nservices: 3\n"),
      ElementsAre(::testing::StartsWith("1:1: the key \"counters\""), ::testing::StartsWith("1:7: \"X\""),
                  ::testing::StartsWith("3:11: there is no time zone"),
                  "4:8: at least one area is expected here",
                  ::testing::StartsWith("5:11: a list is expected")));
}

}  // namespace
}  // namespace panggil::settings
