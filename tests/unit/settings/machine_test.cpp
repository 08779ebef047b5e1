#include "common/settings/machine.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <CLI/CLI.hpp>

#include "tests/support/temporary_directory.hpp"
#include "tests/unit/settings/faults.hpp"

namespace panggil::settings {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Faults faults_in(const std::string& yaml) {
  return faults_of(yaml, [](const Node& root) {
    read_machine(root);
    root.no_other_keys();
  });
}

/// What `act` throws; empty if it does not.
std::string thrown_by(const std::function<void()>& act) {
  try {
    act();
    return "";
  } catch (const std::exception& error) {
    return error.what();
  }
}

TEST(Machine, HasDefaultsForAllButItsNames) {
  const auto machine = read_machine(Document::parse("test.yaml", "").root());
  EXPECT_EQ(machine.broker, "tcp://127.0.0.1:1883");
  EXPECT_EQ(machine.site, std::nullopt);
  EXPECT_EQ(machine.name, std::nullopt);
  EXPECT_EQ(machine.password_file, std::nullopt);
  EXPECT_EQ(machine.language, "en");
  EXPECT_EQ(machine.log_level, "info");
}

TEST(Machine, IsReadFromItsFile) {
  const auto document =
      Document::parse("/etc/panggil/display.yaml",
                      "broker: ssl://[::1]:8883\nsite: cirebon\nname: display-hall-1\n"
                      "password_file: password\ntls: {ca: ca.pem, certificate: /c.pem, key: /k.pem}\n"
                      "language: id\nlog_level: debug\n");
  const auto machine = read_machine(document.root());
  document.root().no_other_keys();
  EXPECT_THAT(document.problems(), IsEmpty());
  EXPECT_EQ(machine.broker, "ssl://[::1]:8883");
  EXPECT_EQ(machine.site, SiteId("cirebon"));
  EXPECT_EQ(machine.name, ClientId("display-hall-1"));
  EXPECT_EQ(machine.password_file, "/etc/panggil/password");
  EXPECT_EQ(machine.tls.ca, "/etc/panggil/ca.pem");
  EXPECT_EQ(machine.tls.certificate, "/c.pem");
  EXPECT_EQ(machine.tls.key, "/k.pem");
  EXPECT_EQ(machine.language, "id");
  EXPECT_EQ(machine.log_level, "debug");
}

TEST(MachineFaults, NameWhatWouldBeRight) {
  EXPECT_THAT(
      faults_in("broker: localhost\n"),
      ElementsAre(
          "1:9: \"localhost\" is no broker address; write tcp://host:port, or ssl://host:port for TLS"));
  EXPECT_THAT(
      faults_in("name: Display 1\n"),
      ElementsAre(
          "1:7: \"Display 1\" is not an id: 1 to 32 of a-z, 0-9 and hyphens are, not beginning with a "
          "hyphen"));
  EXPECT_THAT(faults_in("language: de\n"),
              ElementsAre("1:11: \"de\" is none of the words for this; known here: en, id"));
  EXPECT_THAT(
      faults_in("log_level: warn\n"),
      ElementsAre(
          "1:12: \"warn\" is none of the words for this; known here: trace, debug, info, warning, error"));
  EXPECT_THAT(faults_in("borker: tcp://a:1\n"),
              ElementsAre("1:1: unknown key \"borker\"; did you mean \"broker\"?"));
}

TEST(MachineFaults, OfTlsNameWhatBelongsTogether) {
  EXPECT_THAT(faults_in("tls: {ca: a}\n"),
              ElementsAre("1:1: tls needs an ssl:// broker; this one is tcp://127.0.0.1:1883"));
  EXPECT_THAT(faults_in("broker: ssl://h:1\ntls: {ca: a, key: b}\n"),
              ElementsAre("2:6: certificate and key go together; give both or neither"));
  EXPECT_THAT(faults_in("broker: ssl://h:1\ntls: {certificate: a, key: b}\n"),
              ElementsAre("2:6: the key \"ca\" is missing"));
  EXPECT_THAT(faults_in("broker: ssl://h:1\ntls: {ca: a, cert: b}\n"),
              ElementsAre("2:14: unknown key \"cert\"; known here: ca, certificate, key"));
}

TEST(Flags, WinOverTheFile) {
  auto machine =
      read_machine(Document::parse("test.yaml", "broker: tcp://a:1\nsite: a\nlanguage: id\n").root());
  CommonFlags flags;
  flags.broker = "tcp://b:2";
  flags.name = "counter-3";
  flags.log_level = "error";
  apply_flags(machine, flags);
  EXPECT_EQ(machine.broker, "tcp://b:2");
  EXPECT_EQ(machine.site, SiteId("a"));
  EXPECT_EQ(machine.name, ClientId("counter-3"));
  EXPECT_EQ(machine.language, "id");
  EXPECT_EQ(machine.log_level, "error");
}

TEST(Flags, ThatAreNotLegalAreNamed) {
  const auto thrown = [](auto CommonFlags::*flag, const char* value) {
    CommonFlags flags;
    flags.*flag = value;
    Machine machine;
    return thrown_by([&] { apply_flags(machine, flags); });
  };
  EXPECT_EQ(
      thrown(&CommonFlags::broker, "tcp://b:70000"),
      "--broker: \"tcp://b:70000\": its port should be a number from 1 to 65535, as in tcp://host:1883");
  EXPECT_EQ(thrown(&CommonFlags::broker, "b"),
            "--broker: \"b\" is no broker address; write tcp://host:port, or ssl://host:port for TLS");
  EXPECT_EQ(thrown(&CommonFlags::site, "A b"),
            "--site A b: an id is 1 to 32 of a-z, 0-9 and hyphens, not beginning with a hyphen");
  EXPECT_EQ(thrown(&CommonFlags::language, "in"), "--language in: no such word; did you mean \"en\"?");
  EXPECT_EQ(thrown(&CommonFlags::log_level, "loud"),
            "--log-level loud: no such word; known here: trace, debug, info, warning, error");
}

TEST(Flags, AreReadFromTheCommandLine) {
  CLI::App app("a test", "panggil-test");
  CommonFlags flags;
  add_common_flags(app, flags);
  app.parse("--config f.yaml --check --broker tcp://a:1 --site s --name n --language id --log-level debug");
  EXPECT_EQ(flags.config, "f.yaml");
  EXPECT_TRUE(flags.check);
  EXPECT_EQ(flags.broker, "tcp://a:1");
  EXPECT_EQ(flags.site, "s");
  EXPECT_EQ(flags.name, "n");
  EXPECT_EQ(flags.language, "id");
  EXPECT_EQ(flags.log_level, "debug");
}

TEST(MachineDocument, IsTheOneNamedByConfig) {
  const test::TemporaryDirectory directory;
  CommonFlags flags;
  flags.config = directory.write("mine.yaml", "site: tanjungpinang\n");
  EXPECT_EQ(read_machine(load_machine_document("display", flags).root()).site, SiteId("tanjungpinang"));
  flags.config = directory.path() / "none.yaml";
  EXPECT_THAT(thrown_by([&] { load_machine_document("display", flags); }), HasSubstr("cannot read"));
}

TEST(MachineDocument, IsEmptyWhereThereIsNone) {
  const auto document = load_machine_document("no-such-program", {});
  EXPECT_TRUE(document.root().is_map());
  EXPECT_THAT(document.problems(), IsEmpty());
}

class PasswordFile : public ::testing::Test {
 protected:
  std::filesystem::path write(const std::string& content, mode_t mode) const {
    auto file = directory_.write("password", content);
    ::chmod(file.c_str(), mode);
    return file;
  }
  static std::optional<Secret> read(const std::filesystem::path& file) {
    Machine machine;
    machine.password_file = file;
    return read_password(machine);
  }
  test::TemporaryDirectory directory_;
};

TEST_F(PasswordFile, GivesItsFirstLine) {
  EXPECT_EQ(read(write("two words\nmore\n", 0600))->reveal(), "two words");
  EXPECT_EQ(read(write("windows\r\n", 0640))->reveal(), "windows") << "a service's group may read it";
  EXPECT_EQ(read(write("bare", 0400))->reveal(), "bare");
}

TEST_F(PasswordFile, NeedNotBe) {
  EXPECT_EQ(read_password({}), std::nullopt);
}

TEST_F(PasswordFile, ThatOthersMayUseIsRefused) {
  for (const mode_t mode : {0604U, 0602U, 0601U, 0644U}) {
    const auto file = write("secret\n", mode);
    EXPECT_EQ(
        thrown_by([&] { read(file); }),
        "password file " + file.string() + ": everyone on this machine may use it; run `chmod o-rwx` on it");
  }
}

TEST_F(PasswordFile, ThatHoldsNoneIsRefused) {
  const auto file = write("\nsecret\n", 0600);
  EXPECT_EQ(thrown_by([&] { read(file); }),
            "password file " + file.string() + ": its first line is empty; write the password there");
  EXPECT_THAT(thrown_by([&] { read(directory_.path() / "none"); }), HasSubstr("No such file"));
  EXPECT_THAT(thrown_by([&] { read(directory_.path()); }), HasSubstr("not a file"));
}

TEST_F(PasswordFile, GoesIntoTheConnection) {
  Machine machine;
  machine.broker = "tcp://b:2";
  machine.password_file = write("secret\n", 0600);
  const auto options = connection(machine, ClientId("counter-3"));
  EXPECT_EQ(options.broker, "tcp://b:2");
  EXPECT_EQ(options.client, ClientId("counter-3"));
  EXPECT_EQ(options.password->reveal(), "secret");
}

TEST_F(PasswordFile, IsLookedAtByACheck) {
  const auto faults = [&](const std::string& yaml) {
    return faults_of(yaml, [](const Node& root) { check_files(root, read_machine(root)); });
  };
  const auto open = write("secret\n", 0644).string();
  EXPECT_THAT(faults("site: a\npassword_file: " + open + "\n"),
              ElementsAre("2:16: password file " + open +
                          ": everyone on this machine may use it; run `chmod o-rwx` on it"));
  EXPECT_THAT(faults("password_file: " + write("secret\n", 0600).string() + "\n"), IsEmpty());
  EXPECT_THAT(faults("password_file: /nope\n"),
              ElementsAre("1:16: password file /nope: No such file or directory"));
  EXPECT_THAT(faults("broker: ssl://h:1\ntls: {ca: /nope}\n"),
              ElementsAre("2:11: TLS file /nope: No such file or directory"));
}

TEST_F(PasswordFile, AsATlsFileMustBeReadable) {
  Machine machine;
  machine.tls.ca = directory_.path() / "ca.pem";
  EXPECT_EQ(thrown_by([&] { connection(machine, ClientId("counter-3")); }),
            "TLS file " + machine.tls.ca.string() + ": No such file or directory");
}

}  // namespace
}  // namespace panggil::settings
