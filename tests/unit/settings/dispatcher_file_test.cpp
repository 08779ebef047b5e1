#include "dispatcher/settings/dispatcher_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_directory.hpp"
#include "tests/unit/settings/office_text.hpp"

namespace panggil::settings {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;

class DispatcherFile : public ::testing::Test {
 protected:
  DispatcherFile() { directory_.write("office.yaml", kSmallOffice); }

  DispatcherFlags with_file(const std::string& content) const {
    DispatcherFlags flags;
    flags.common.config = directory_.write("dispatcher.yaml", content);
    return flags;
  }
  test::TemporaryDirectory directory_;
};

TEST_F(DispatcherFile, FindsTheOfficeAndTheState) {
  const auto settings = load_dispatcher(with_file("office: .\nstate: state\nbroker: tcp://b:2\n"));
  EXPECT_EQ(settings.office.site, SiteId("test"));
  EXPECT_EQ(settings.state, directory_.path() / "state");
  EXPECT_EQ(settings.machine.broker, "tcp://b:2");
}

TEST_F(DispatcherFile, HasTheOfficesSiteAndLanguageAndItsOwnName) {
  const auto settings = load_dispatcher(with_file("office: .\n"));
  EXPECT_EQ(settings.machine.site, SiteId("test"));
  EXPECT_EQ(settings.machine.language, "id");
  EXPECT_EQ(settings.machine.name, ClientId("dispatcher"));
  EXPECT_EQ(settings.state, "/var/lib/panggil");
  EXPECT_EQ(load_dispatcher(with_file("office: .\nlanguage: en\nname: main\n")).machine.language, "en");
  EXPECT_EQ(load_dispatcher(with_file("office: .\nlanguage: en\nname: main\n")).machine.name,
            ClientId("main"));
}

TEST_F(DispatcherFile, YieldsToFlags) {
  auto flags = with_file("office: nowhere\nstate: a\n");
  flags.office = directory_.path();
  flags.state = "b";
  flags.common.language = "en";
  flags.common.log_level = "debug";
  const auto settings = load_dispatcher(flags);
  EXPECT_EQ(settings.state, "b");
  EXPECT_EQ(settings.machine.language, "en");
  EXPECT_EQ(settings.machine.log_level, "debug");
}

TEST_F(DispatcherFile, TellsItsFaultsWithThoseOfTheOffice) {
  directory_.write("office.yaml", office_with("site: test", "site: Test"));
  try {
    load_dispatcher(with_file("office: .\nstaet: x\n"));
    FAIL() << "nothing was thrown";
  } catch (const BadSettings& bad) {
    ASSERT_EQ(bad.problems().size(), 2U);
    EXPECT_THAT(to_text(bad.problems()[0]),
                EndsWith("dispatcher.yaml:2:1: unknown key \"staet\"; did you mean \"state\"?"));
    EXPECT_THAT(to_text(bad.problems()[1]), HasSubstr("office.yaml:1:7: \"Test\" is not an id"));
  }
}

TEST_F(DispatcherFile, MustBeOfTheOfficesSite) {
  EXPECT_NO_THROW(load_dispatcher(with_file("office: .\nsite: test\n")));
  try {
    load_dispatcher(with_file("office: .\nsite: other\n"));
    FAIL() << "nothing was thrown";
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(),
                 "this machine is set up for the site other, but its office file is of the site test; change "
                 "one of them");
  }
}

TEST_F(DispatcherFile, TellsItsFaultsAlsoWhereTheOfficeCannotBeRead) {
  try {
    load_dispatcher(with_file("office: nowhere\nstaet: x\n"));
    FAIL() << "nothing was thrown";
  } catch (const BadSettings& bad) {
    EXPECT_THAT(bad.what(), HasSubstr("dispatcher.yaml:2:1: unknown key \"staet\""));
    EXPECT_THAT(bad.what(), HasSubstr("nowhere/office.yaml: cannot read"));
  }
}

TEST_F(DispatcherFile, NeedsAnOffice) {
  EXPECT_THROW(load_dispatcher(with_file("office: nowhere\n")), std::runtime_error);
}

}  // namespace
}  // namespace panggil::settings
