#include "ctl/ask.hpp"

#include <gtest/gtest.h>

namespace panggil::ctl {
namespace {
using namespace std::chrono_literals;

protocol::Office office_in(const std::string& timezone) {
  protocol::Office office;
  office.timezone = timezone;
  return office;
}

TEST(TodayAt, IsInTheOfficesTimeWhateverTheClockOfWhoAsks) {
  // Past midnight in Jayapura, still yesterday by UTC.
  const auto now = *parse_stamp("2026-11-22T23:30:00Z");
  EXPECT_EQ(to_text(today_at(11h, office_in("Asia/Jayapura"), now)), "2026-11-23T11:00:00.000+09:00");
  EXPECT_EQ(to_text(today_at(24h, office_in("Asia/Jayapura"), now)), "2026-11-24T00:00:00.000+09:00");
  EXPECT_EQ(to_text(today_at(8h + 30min, office_in("Asia/Jakarta"), now)), "2026-11-23T08:30:00.000+07:00");
}

TEST(TodayAt, IsByTheDispatchersOffsetWhereTheZoneIsUnknown) {
  const auto now = *parse_stamp("2026-11-23T06:30:00+07:00");
  EXPECT_EQ(to_text(today_at(11h, office_in("Asia/Atlantis"), now)), "2026-11-23T11:00:00.000+07:00");
}

TEST(ForeignLanguages, AreThoseOfANoticeThatTheOfficeDoesNotSpeak) {
  protocol::Office office;
  office.languages = {"id", "en"};
  protocol::Command notice;
  EXPECT_EQ(foreign_languages(notice, office), "");
  notice.text = "in each";
  EXPECT_EQ(foreign_languages(notice, office), "");
  notice.text = protocol::LocalText{{"en", "late"}, {"fr", "en retard"}, {"jv", "telat"}};
  EXPECT_EQ(foreign_languages(notice, office), "fr, jv");
}

}  // namespace
}  // namespace panggil::ctl
