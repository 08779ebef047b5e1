#include "ctl/report_formats.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ctl/plot.hpp"

namespace panggil::ctl {
namespace {

using testing::HasSubstr;
using testing::Not;

/// One ticket, served by somebody with a name that no format may choke on.
class AReport : public testing::Test {
 protected:
  statistics::Events events() const {
    statistics::Events events;
    const auto add = [&](const char* time, const char* kind) -> protocol::Event& {
      auto& event = events.emplace_back();
      event.seq = events.size();
      event.at = parse_stamp(std::string("2026-11-23T") + time + "+07:00").value();
      event.day = "2026-11-23";
      event.kind = kind;
      event.counter = "3";
      return event;
    };
    add("08:00:00", "counter-opened").officer = officer_;
    auto& issued = add("08:00:00", "ticket-issued");
    issued.ticket = "A001";
    issued.service = "cs";
    add("08:12:30", "ticket-called").ticket = "A001";
    add("08:20:00", "ticket-completed").ticket = "A001";
    return events;
  }
  ReportPaper paper(const session::Wording& wording) const {
    return {statistics::report_of(events(), "2026-11-23", {{"cs", std::chrono::minutes(10)}}),
            wording,
            "2026-11-23",
            "2026-11-23",
            "2026-11-23 09:00",
            ""};
  }
  static protocol::Office office() {
    protocol::Office office;
    office.site = "cirebon";
    office.name = {{"en", "Office <1>"}};
    office.services = {{"cs", {{"en", "Customer service"}}, "A", "open", {}, {}}};
    office.counters = {{"3", {{"en", "Counter 3"}}, {}, {"cs"}}};
    return office;
  }

  std::string officer_ = "=cmd|\"x\", <b>";
  session::Wording wording_{"en", office()};
};

TEST_F(AReport, InCsvIsOneTableInWhichNoNameCanDoHarm) {
  const auto csv = report_csv(paper(wording_));
  EXPECT_THAT(
      csv, HasSubstr("\r\ntotal,total,All,1,1,1,0,0,0,0,0,0,0,1,750,750,750,1,,,,0,450,450,450,1,,,,\r\n"));
  EXPECT_THAT(csv, HasSubstr("\r\nservice,cs,Customer service,1,"));
  EXPECT_THAT(csv, HasSubstr("\r\ncounter,3,Counter 3,"));
  EXPECT_THAT(csv, HasSubstr("officer,\"'=cmd|\"\"x\"\", <b>\","));
}

TEST_F(AReport, AsAPageNeedsNothingElseAndEscapesWhatItIsGiven) {
  const auto html = report_html(paper(wording_));
  EXPECT_THAT(html, HasSubstr("<h1>Office &lt;1&gt;</h1>"));
  EXPECT_THAT(html, Not(HasSubstr("<b>\",")));
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("://")));
}

TEST_F(AReport, AsATableKeepsNamesReadableInANarrowTerminal) {
  for (const std::size_t width : {80U, 120U}) {
    const auto table = report_table(paper(wording_), width);
    EXPECT_THAT(table, HasSubstr("Customer servi")) << width;
    EXPECT_THAT(table, HasSubstr("12:30")) << width;
    EXPECT_THAT(table, HasSubstr(" Service\n")) << "the last column, at " << width;
  }
}

TEST_F(AReport, HasItsCountersInTheOrderOfTheirNumbers) {
  auto with_many = paper(wording_);
  with_many.report.by_counter = {{"10", {}}, {"2", {}}};
  with_many.report.time_by_counter = {{"1", {}}, {"3", {}}, {"11", {}}};
  std::vector<std::string> counters;
  for (const auto& row : report_rows(with_many)) {
    if (row.group == "counter") counters.push_back(row.key);
  }
  EXPECT_THAT(counters, testing::ElementsAre("1", "2", "3", "10", "11"));
}

TEST_F(AReport, OfNothingIsNoFault) {
  const ReportPaper empty{
      statistics::report_of({}, "2026-11-23", {}), wording_, "2026-11-23", "2026-11-23", "", ""};
  EXPECT_THAT(report_table(empty, 80), HasSubstr("2026-11-23"));
  EXPECT_THAT(report_html(empty), HasSubstr("<svg"));
  EXPECT_THAT(report_csv(empty), HasSubstr("total,total,All,0,"));
}

}  // namespace
}  // namespace panggil::ctl
