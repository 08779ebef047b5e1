#include "kiosk/settings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>

#include "tests/support/temporary_directory.hpp"

namespace panggil::kiosk {
namespace {
using ::testing::HasSubstr;

/// What a command line comes to, with `yaml` as kiosk.yaml.
Settings read(const std::string& yaml, std::vector<std::string> arguments = {}) {
  const test::TemporaryDirectory directory;
  CLI::App app;
  CommandLine line;
  add_flags(app, line);
  arguments.insert(arguments.begin(), {"--config", directory.write("kiosk.yaml", yaml).string()});
  std::reverse(arguments.begin(), arguments.end());
  app.parse(arguments);
  return read_settings(line);
}

std::string complaint(const std::string& yaml, const std::vector<std::string>& arguments = {}) {
  try {
    read(yaml, arguments);
  } catch (const std::exception& error) {
    return error.what();
  }
  return "none";
}

TEST(KioskSettings, NeedNothing) {
  const auto settings = read("");
  EXPECT_EQ(settings.name, ClientId("kiosk-1"));
  EXPECT_TRUE(settings.screen.fullscreen);
  EXPECT_FALSE(settings.printer);
  EXPECT_TRUE(settings.place.services.empty());
}

TEST(KioskSettings, TakeASizeAsAWishForAWindow) {
  const auto settings = read("", {"--size", "1280x720"});
  EXPECT_FALSE(settings.screen.fullscreen);
  EXPECT_EQ(settings.screen.width, 1280U);
}

TEST(KioskSettings, KnowThreeWaysToAPrinter) {
  const auto device = read("printer: {device: /dev/usb/lp0}").printer;
  EXPECT_EQ(std::get<DeviceWay>(device->way).device, "/dev/usb/lp0");
  const auto tcp = read("printer: {tcp: 192.168.1.50}").printer;
  EXPECT_EQ(std::get<TcpWay>(tcp->way).port, 9100);
  const auto other_port = read("printer: {tcp: \"[fe80::1]:9101\", paper_mm: 58, qr: printer}").printer;
  EXPECT_EQ(std::get<TcpWay>(other_port->way).host, "fe80::1");
  EXPECT_EQ(std::get<TcpWay>(other_port->way).port, 9101);
  EXPECT_EQ(other_port->press.dots, kDotsOf58);
  EXPECT_EQ(other_port->press.code, CodeBy::kPrinter);
  EXPECT_EQ(std::get<CupsWay>(read("printer: {cups: tickets}").printer->way).queue, "tickets");
}

TEST(KioskSettings, RefuseAPrinterThatCannotBeMeant) {
  EXPECT_THAT(complaint("printer: {paper_mm: 80}"), HasSubstr("device, tcp or cups"));
  EXPECT_THAT(complaint("printer: {device: /dev/usb/lp0, cups: a}"), HasSubstr("one way"));
  EXPECT_THAT(complaint("printer: {tcp: \"here:0\"}"), HasSubstr("an address is expected"));
  EXPECT_THAT(complaint("printer: {tcp: \":9100\"}"), HasSubstr("an address is expected"));
  EXPECT_THAT(complaint("printer: {cups: -rf}"), HasSubstr("name of a queue"));
}

TEST(KioskSettings, ReadDocumentsInOneLanguageOrEach) {
  const auto place = read("documents: {cs: [KTP asli, {id: Akta, en: Certificate}]}").place;
  const auto& lines = place.documents.at("cs");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].at("en"), "KTP asli");
  EXPECT_EQ(lines[1].at("en"), "Certificate");
  EXPECT_THAT(complaint("documents: {cs: [{de: Ausweis}]}"), HasSubstr("one for each language"));
}

TEST(KioskSettings, NameEveryOtherFault) {
  EXPECT_THAT(complaint("servces: [cs]"), HasSubstr("did you mean \"services\""));
  EXPECT_THAT(complaint("return_after: 1s"), HasSubstr("from 3s to 10min"));
  EXPECT_THAT(complaint("size: large"), HasSubstr("width and height"));
  EXPECT_THAT(complaint("state: /nowhere/at/all"), HasSubstr("cannot be written"));
  EXPECT_THAT(complaint("services: [a,b,c,d,e,f,g,h,i,j,k,l,m]"), HasSubstr("at most 12"));
}

TEST(KioskSettings, AreAllInTheSampleFileWithTheirDefaults) {
  std::stringstream sample;
  sample << std::ifstream(PANGGIL_CONFIG "/kiosk.yaml").rdbuf();
  auto text = std::regex_replace(sample.str(), std::regex("(^|\n)#(?=[a-z]| {2})"), "$1");
  // What names files that are not on this machine.
  text = std::regex_replace(
      text, std::regex("\n(password_file|state|tls)[^\n]*(\n {2}(ca|certificate|key):[^\n]*)*"), "");
  const auto sampled = read(text);
  const auto defaults = read("");
  EXPECT_EQ(sampled.screen.fullscreen, defaults.screen.fullscreen);
  EXPECT_EQ(sampled.screen.width, defaults.screen.width);
  EXPECT_EQ(sampled.place.return_after, defaults.place.return_after);
  EXPECT_EQ(sampled.place.number_stays, defaults.place.number_stays);
  EXPECT_EQ(sampled.place.code, defaults.place.code);
  EXPECT_EQ(sampled.place.priority_class, defaults.place.priority_class);
  EXPECT_EQ(sampled.place.documents.at("cs").size(), 3U);
  EXPECT_EQ(sampled.printer->press.dots, kDotsOf80);
  EXPECT_EQ(sampled.printer->press.code, CodeBy::kPicture);
}

TEST(KioskSettings, KnowHowManyServicesHaveLargeButtons) {
  EXPECT_FALSE(services_with_large_buttons(read("")));
  const auto large = services_with_large_buttons(read("screen_inches: 32"));
  const auto small = services_with_large_buttons(read("{screen_inches: 10.1, size: 1280x800}"));
  ASSERT_TRUE(large && small);
  EXPECT_EQ(*large, 12U);
  EXPECT_GE(*small, 6U);
  EXPECT_LT(*small, 12U);
}

}  // namespace
}  // namespace panggil::kiosk
