// The files that are shipped in config/ say what they claim to say.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <sstream>

#include "common/base/zone.hpp"
#include "common/settings/machine.hpp"
#include "dispatcher/core/calendar.hpp"
#include "dispatcher/core/quota.hpp"
#include "dispatcher/settings/dispatcher_file.hpp"
#include "dispatcher/settings/office_file.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/unit/settings/faults.hpp"
#include "tests/unit/settings/office_text.hpp"

namespace panggil::settings {
namespace {

using namespace std::chrono_literals;
using core::Opening;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::filesystem::path kConfig = PANGGIL_CONFIG;

std::string content(const std::filesystem::path& file) {
  std::stringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

/// As if somebody had taken the `#` away before every key: `#key: value` becomes a line, `# prose` stays a
/// comment.
std::string with_all_keys(const std::string& sample) {
  static const std::regex kKey("(^|\n)#(?=[a-z]| {2})");
  return std::regex_replace(sample, kKey, "$1");
}

core::Office office(const std::string& name) {
  return load_office(kConfig / "offices" / name);
}

const core::Service& service(const core::Office& office, const std::string& id) {
  for (const auto& one : office.services)
    if (one.id == ServiceId(id)) return one;
  throw std::invalid_argument(id);
}

TEST(SampleOffices, AllLoadAndAreNamedAsTheirFolder) {
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kConfig / "offices")) {
    EXPECT_EQ(load_office(entry.path()).site.text(), entry.path().filename().string());
    ++count;
  }
  EXPECT_EQ(count, 5);
}

TEST(SampleOffices, SayWhatIsAssumed) {
  for (const auto& entry : std::filesystem::directory_iterator(kConfig / "offices"))
    EXPECT_NE(content(entry.path() / "office.yaml").find("# assumed"), std::string::npos) << entry.path();
}

TEST(SampleOffices, MelawiHasItsPublishedHours) {
  const auto melawi = office("melawi");
  EXPECT_EQ(melawi.zone.name(), "Asia/Pontianak");
  EXPECT_THAT((*melawi.hours)[1], ElementsAre(Opening{8h, 12h}, Opening{13h, 16h}));
  EXPECT_THAT((*melawi.hours)[5], ElementsAre(Opening{8h, 11h + 30min}, Opening{13h, 16h + 30min}));
  EXPECT_THAT((*melawi.hours)[6], IsEmpty());
  EXPECT_THAT((*melawi.hours)[0], IsEmpty());
  for (const auto* id : {"passport", "urgent"}) {
    EXPECT_THAT((*service(melawi, id).hours)[4], ElementsAre(Opening{8h, 12h}, Opening{13h, 15h})) << id;
    EXPECT_THAT((*service(melawi, id).hours)[5], ElementsAre(Opening{8h, 11h + 30min}, Opening{13h, 15h}))
        << id;
  }
}

TEST(SampleOffices, TanjungpinangAnswersComplaintsWithinAQuarterOfAnHour) {
  EXPECT_EQ(service(office("tanjungpinang"), "complaints").max_wait, 15min);
}

TEST(SampleOffices, LebongHasACounterForEachCategory) {
  const auto lebong = office("lebong");
  for (const auto& counter : lebong.counters) EXPECT_EQ(counter.services.size(), 1U) << counter.id.text();
}

TEST(SampleOffices, BatamTakesFiveHundredBookingsADay) {
  EXPECT_EQ(service(office("batam"), "pre-application").quota, 500);
}

TEST(SampleOffices, BatamComputesTheInterviewsQuota) {
  const auto batam = office("batam");
  const auto interview = service(batam, "interview");
  EXPECT_EQ(core::quota(batam, {}, interview, *parse_day("2026-11-23")), 490) << "7 counters, 420 min, 6 min";
  EXPECT_EQ(core::quota(batam, {}, interview, *parse_day("2026-11-27")), 455) << "Friday";
}

TEST(SampleOffices, CirebonServesEmergenciesOnAWeekendHolidayToo) {
  const auto cirebon = office("cirebon");
  const auto day = *parse_day("2026-03-21");
  EXPECT_EQ(core::open_time(cirebon, service(cirebon, "emergency"), day), 4h);
  EXPECT_EQ(core::open_time(cirebon, service(cirebon, "cs"), *parse_day("2026-03-23")), 0h);
}

TEST(SampleOffices, CirebonGoesFromCustomerServiceToPickup) {
  const auto cirebon = office("cirebon");
  EXPECT_EQ(service(cirebon, "cs").prefix, "A");
  EXPECT_EQ(service(cirebon, "interview").prefix, "B");
  EXPECT_EQ(service(cirebon, "pickup").prefix, "C");
  EXPECT_THAT((*service(cirebon, "emergency").hours)[1], IsEmpty());
  EXPECT_THAT((*service(cirebon, "emergency").hours)[6], ElementsAre(Opening{8h, 12h}));
}

class SampleMachineFiles : public ::testing::TestWithParam<std::string> {
 protected:
  std::string sample() const { return content(kConfig / (GetParam() + ".yaml")); }
};

TEST_P(SampleMachineFiles, ChangeNothingAsTheyAre) {
  const auto document = Document::parse("sample.yaml", sample());
  read_machine(document.root());
  document.root().no_other_keys();
  EXPECT_THAT(faults_of(document.problems()), IsEmpty());
}

TEST_P(SampleMachineFiles, NameEveryKeyOfAMachineWithItsDefault) {
  const auto document = Document::parse("sample.yaml", with_all_keys(sample()));
  const auto root = document.root();
  for (const auto* key : {"site", "name", "password_file", "tls"})
    EXPECT_TRUE(root.optional(key).present()) << key;
  const Machine defaults;
  EXPECT_EQ(root.required("broker").text(), defaults.broker);
  EXPECT_EQ(root.required("log_level").text(), defaults.log_level);
  const auto language = GetParam() == "dispatcher" ? "id" : defaults.language;  // it has the office's first
  EXPECT_EQ(root.required("language").text(), language);
}

TEST_P(SampleMachineFiles, AreGoodWithEveryKey) {
  // TLS needs another broker than the default one.
  const auto text =
      std::regex_replace(with_all_keys(sample()), std::regex("tcp://[^\n]*"), "ssl://127.0.0.1:8883");
  const auto document = Document::parse("sample.yaml", text);
  read_machine(document.root());
  EXPECT_THAT(faults_of(document.problems()), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(All, SampleMachineFiles,
                         ::testing::Values("dispatcher", "display", "counter", "kiosk", "ctl"));

TEST(SampleDispatcherFile, IsAcceptedWholeByTheDispatcher) {
  const test::TemporaryDirectory directory;
  directory.write("office.yaml", office_with("site: test", "site: cirebon"));
  // Without the files that it names, which are not on this machine.
  const auto text =
      std::regex_replace(with_all_keys(content(kConfig / "dispatcher.yaml")),
                         std::regex("\n(password_file|tls)[^\n]*(\n {2}(ca|certificate|key):[^\n]*)*"), "");
  DispatcherFlags flags;
  flags.common.config = directory.write("dispatcher.yaml", text);
  flags.office = directory.path();
  const auto settings = load_dispatcher(flags);
  EXPECT_EQ(settings.state, "/var/lib/panggil");
  EXPECT_EQ(settings.machine.name, ClientId("dispatcher"));
}

}  // namespace
}  // namespace panggil::settings
