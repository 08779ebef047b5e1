#include "common/session/wording.hpp"

#include <gtest/gtest.h>

namespace panggil::session {
namespace {

using namespace std::chrono_literals;

protocol::Office office() {
  protocol::Office office;
  protocol::OfficeService service;
  service.service = "cs";
  service.name = {{"id", "Layanan Pelanggan"}, {"en", "Customer service"}};
  office.services = {service};
  return office;
}

TEST(Wording, NamesAServiceInTheLanguageOfTheReader) {
  EXPECT_EQ(Wording("en", office()).service("cs"), "Customer service");
  EXPECT_EQ(Wording("id", office()).service("cs"), "Layanan Pelanggan");
}

TEST(Wording, FallsBackToTheIdWhereTheOfficeIsNotKnown) {
  EXPECT_EQ(Wording("en").service("cs"), "cs");
  EXPECT_EQ(Wording("en", office()).service("passport"), "passport");
}

TEST(Wording, TakesAnyLanguageThereIsBeforeTheId) {
  EXPECT_EQ(Wording("en").in_language({{"jv", "Loket telu"}}, "3"), "Loket telu");
  EXPECT_EQ(Wording("en").in_language({}, "3"), "3");
}

TEST(Wording, SaysADurationAsPeopleDo) {
  const Wording words("en");
  EXPECT_EQ(words.duration(40s), "40 s");
  EXPECT_EQ(words.duration(60s), "1 min");
  EXPECT_EQ(words.duration(14min + 59s), "14 min");
  EXPECT_EQ(words.duration(65min), "1 h 05 min");
}

TEST(Wording, RoundsAnEstimateOutwardsAndSaysTheMostOfOneFromNothing) {
  const Wording words("en");
  EXPECT_EQ(words.band("ctl.minutes", {.low_s = 659, .high_s = 1201}), "10–21 min");
  EXPECT_EQ(words.band("ctl.minutes", {.low_s = 0, .high_s = 300}), "up to 5 min");
}

TEST(Wording, WritesADecimalAsItsLanguageDoes) {
  EXPECT_EQ(Wording("en").tenths(12.46), "12.5");
  EXPECT_EQ(Wording("id").tenths(12.46), "12,5");
}

TEST(Wording, AWordOfTheWireThatIsNewerThanWeIsShownAsItIs) {
  const Wording words("id");
  EXPECT_EQ(words.word("state", "paused"), Catalogue::of("id").text("state.paused"));
  EXPECT_EQ(words.word("state", "no-show"), Catalogue::of("id").text("state.no_show"));
  EXPECT_EQ(words.word("state", "levitating"), "levitating");
}

TEST(Wording, APayloadCannotSteerATerminal) {
  EXPECT_EQ(printable("\x1b[2JBudi\x07\n"), "?[2JBudi??");
  EXPECT_EQ(printable("a\xc2\x9b"
                      "31mb"),
            "a?31mb");
  EXPECT_EQ(printable("10–15 menit"), "10–15 menit");
}

TEST(Wording, ShowsTheTimeAsTheOfficesClockSaysIt) {
  const Stamp stamp{WallTime(std::chrono::sys_days(2026y / 11 / 23) + 2h + 14min + 5s), 7h};
  EXPECT_EQ(hours_minutes(stamp), "09:14");
  EXPECT_EQ(hours_minutes_seconds(stamp), "09:14:05");
  EXPECT_EQ(Wording("id").time(stamp), "09.14");
  EXPECT_EQ(Wording("en").time(stamp), "09:14");
}

TEST(Wording, TellsAWaitBeyondTwoHoursInHours) {
  const Wording words("id");
  EXPECT_EQ(words.band("kiosk.band", {600, 1200}), "sekitar 10–20 menit");
  EXPECT_EQ(words.band("kiosk.band", {14400, 19800}), "sekitar 4–5½ jam");
  EXPECT_EQ(words.band("ctl.minutes", {0, 9000}), "s.d. 2½ jam");
}

}  // namespace
}  // namespace panggil::session
