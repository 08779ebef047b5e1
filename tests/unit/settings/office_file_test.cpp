#include "dispatcher/settings/office_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_directory.hpp"
#include "tests/unit/settings/office_text.hpp"

namespace panggil::settings {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

core::Office read(const std::string& yaml) {
  return read_office(Document::parse("office.yaml", yaml));
}

TEST(OfficeFile, GivesTheOfficeItself) {
  const auto office =
      read(office_with("timezone: Asia/Jakarta\n", "timezone: Asia/Makassar\nday_starts: \"03:30\"\n"));
  EXPECT_EQ(office.site, SiteId("test"));
  EXPECT_THAT(office.name, UnorderedElementsAre(Pair("id", "Kantor"), Pair("en", "Office")));
  EXPECT_EQ(office.zone.name(), "Asia/Makassar");
  EXPECT_EQ(office.day_starts, 3h + 30min);
  EXPECT_EQ(office.first_number, 1);
  EXPECT_EQ(office.last_number, 999);
}

TEST(OfficeFile, GivesItsServices) {
  const auto office = read(office_with(
      "prefix: A}",
      "prefix: Z9Z, quota: 500, max_wait: 1h, target_wait: 20min, hours: {sat: [\"08:00-24:00\"]}}"));
  const auto& cs = office.services.at(0);
  EXPECT_EQ(cs.id, ServiceId("cs"));
  EXPECT_EQ(cs.name.at("en"), "Service");
  EXPECT_EQ(cs.prefix, "Z9Z");
  EXPECT_EQ(cs.quota, 500);
  EXPECT_EQ(cs.max_wait, 60min);
  EXPECT_EQ(cs.target_wait, 20min);
  EXPECT_THAT(cs.hours->at(6), ElementsAre(core::Opening{8h, 24h}));
  EXPECT_THAT(cs.hours->at(1), IsEmpty());
  const auto& pickup = office.services.at(1);
  EXPECT_EQ(pickup.hours, std::nullopt);
  EXPECT_EQ(pickup.quota, std::nullopt);
  EXPECT_EQ(pickup.max_wait, std::nullopt);
}

TEST(OfficeFile, GivesItsCountersInTheirOwnOrder) {
  const auto office = read(office_with(
      "{id: 2, services: [cs, pickup]}",
      "{id: bayar, label: {id: Loket Bayar, en: Cashier}, areas: [hall], services: [pickup, cs]}"));
  const auto& first = office.counters.at(0);
  EXPECT_EQ(first.id, CounterId("1"));
  EXPECT_THAT(first.label, UnorderedElementsAre(Pair("id", "Loket 1"), Pair("en", "Counter 1")));
  EXPECT_THAT(first.areas, ElementsAre(AreaId("hall"))) << "the only one there is";
  const auto& second = office.counters.at(1);
  EXPECT_THAT(second.label, UnorderedElementsAre(Pair("id", "Loket Bayar"), Pair("en", "Cashier")));
  EXPECT_THAT(second.services, ElementsAre(ServiceId("pickup"), ServiceId("cs")));
}

TEST(OfficeFile, GivesDevicesWhoseNameDoesNotTell) {
  const auto office =
      read(std::string(kSmallOffice) +
           "devices:\n  keypad-hall: {role: counter, counters: [1, 2]}\n  tablet: {role: kiosk}\n"
           "  counter-both: {counters: [2]}\n  supervisor-1: {}\n");
  ASSERT_EQ(office.devices.size(), 4U);
  EXPECT_EQ(office.devices[0].client, ClientId("keypad-hall"));
  EXPECT_EQ(office.devices[0].role, core::Role::kCounter);
  EXPECT_THAT(office.devices[0].counters, ElementsAre(CounterId("1"), CounterId("2")));
  EXPECT_EQ(office.devices[1].role, core::Role::kKiosk);
  EXPECT_EQ(office.devices[2].role, core::Role::kCounter);
  EXPECT_THAT(office.devices[2].counters, ElementsAre(CounterId("2")));
  EXPECT_EQ(office.devices[3].role, core::Role::kSupervisor);
}

TEST(OfficeFile, KnowsEveryRole) {
  for (const auto& [word, role] : std::map<std::string, core::Role>{{"kiosk", core::Role::kKiosk},
                                                                    {"desk", core::Role::kDesk},
                                                                    {"supervisor", core::Role::kSupervisor},
                                                                    {"booking", core::Role::kBooking},
                                                                    {"display", core::Role::kDisplay}})
    EXPECT_EQ(read(kSmallOffice + std::string("devices: {x: {role: ") + word + "}}").devices.at(0).role, role)
        << word;
}

TEST(OfficeFile, HasDefaults) {
  const auto office = read(R"(
site: test
name: {id: Kantor, en: Office}
timezone: Asia/Jakarta
areas: [{id: hall, name: {id: Ruang, en: Hall}}]
services: [{id: cs, name: {id: Layanan, en: Service}, prefix: A}]
counters: [{id: 1, services: [cs]}]
)");
  EXPECT_THAT(office.languages, ElementsAre("id", "en"));
  EXPECT_EQ(office.day_starts, 0min);
  EXPECT_EQ(office.hours, std::nullopt) << "always open";
  EXPECT_EQ(office.first_number, 1);
  EXPECT_EQ(office.last_number, 999);
  EXPECT_THAT(office.classes, ElementsAre(ClassId("regular"), ClassId("priority")));
  EXPECT_EQ(office.selection.size(), 5U);
  EXPECT_FALSE(office.services_in_order);
  EXPECT_THAT(office.devices, IsEmpty());
}

TEST(OfficeFile, MayHaveOneLanguage) {
  const auto office = read(R"(
site: test
name: {en: Office}
languages: [en]
timezone: UTC
areas: [{id: hall, name: {en: Hall}}]
services: [{id: cs, name: {en: Service}, prefix: A}]
counters: [{id: 1, services: [cs]}]
)");
  EXPECT_THAT(office.counters.at(0).label, UnorderedElementsAre(Pair("en", "Counter 1")));
}

TEST(OfficeFile, TakesServicesInOrderWhereSaid) {
  EXPECT_TRUE(read(kSmallOffice + std::string("services_in_order: true\n")).services_in_order);
}

TEST(OfficeFile, LetsServicesShareAPrefix) {
  EXPECT_EQ(read(office_with("prefix: B", "prefix: A")).services.at(1).prefix, "A");
}

TEST(OfficeFile, IsLoadedFromItsDirectory) {
  const test::TemporaryDirectory directory;
  directory.write("office.yaml", kSmallOffice);
  EXPECT_EQ(load_office(directory.path()).site, SiteId("test"));
  EXPECT_THROW(load_office(directory.path() / "none"), std::runtime_error);
}

}  // namespace
}  // namespace panggil::settings
