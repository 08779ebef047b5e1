// In which language a program speaks of its settings' faults, before it has been told one or after.
#include "common/settings/speech.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "common/settings/machine.hpp"
#include "common/settings/system_words.hpp"
#include "common/texts/spoken.hpp"
#include "tests/support/temporary_directory.hpp"

namespace panggil::settings {
namespace {

using ::testing::HasSubstr;

TEST(LanguageIn, IsFoundHoweverBrokenTheFile) {
  EXPECT_EQ(language_in("broker: [\nlanguage: id\n\tx", "language"), "id");
  EXPECT_EQ(language_in("language: \"en\"  # of messages\n", "language"), "en");
  EXPECT_EQ(language_in("languages: [id, en]\nlanguage: en", "language"), "en");
  EXPECT_EQ(language_in("site: a\r\nlanguages: [ id , en]\r\n", "languages"), "id");
  EXPECT_EQ(language_in("languages:\n  - en\n  - id\n", "languages"), "en");
  EXPECT_EQ(language_in("languages:  # two\n- id\n", "languages"), "id");
}

TEST(LanguageIn, IsNoneWhereNoneIsSaid) {
  for (const auto* text : {"", "# language: id\n", "a:\n  language: id\n", "language: de\n",
                           "language:\nsite: id\n", "languages: [de]\n"})
    EXPECT_EQ(language_in(text, "language"), std::nullopt) << text;
}

/// Leaves the environment and what is spoken as it was.
class Speech : public ::testing::Test {
 protected:
  Speech() {
    for (const auto* name : {"LC_ALL", "LC_MESSAGES"}) ::unsetenv(name);
    ::setenv("LANG", "en_GB.UTF-8", 1);
  }
  ~Speech() override { speak("en"); }

  std::string fault_of(const std::string& yaml, CommonFlags flags = {}) const {
    flags.config = directory_.write("display.yaml", yaml);
    const auto document = load_machine_document("display", flags);
    read_machine(document.root());
    document.root().no_other_keys();
    return document.problems().empty() ? "" : document.problems().front().what;
  }
  test::TemporaryDirectory directory_;
};

TEST_F(Speech, OfTheEnvironmentIsTheFirstVariableThatIsSet) {
  EXPECT_EQ(language_of_environment(), "en");
  ::setenv("LANG", "id_ID.UTF-8", 1);
  EXPECT_EQ(language_of_environment(), "id");
  ::setenv("LC_MESSAGES", "C", 1);
  EXPECT_EQ(language_of_environment(), "en");
  ::setenv("LC_ALL", "id", 1);
  EXPECT_EQ(language_of_environment(), "id");
  ::setenv("LC_ALL", "idx_XX", 1);
  EXPECT_EQ(language_of_environment(), "en");
}

TEST_F(Speech, IsThatOfTheFlagTheFileOrTheEnvironment) {
  EXPECT_EQ(fault_of("broker: x\n").substr(0, 6), "\"x\" is");
  EXPECT_THAT(fault_of("broker: x\nlanguage: id\n"), HasSubstr("bukan alamat broker"));
  ::setenv("LANG", "id_ID.UTF-8", 1);
  EXPECT_THAT(fault_of("broker: x\n"), HasSubstr("bukan alamat broker"));
  EXPECT_THAT(fault_of("broker: x\nlanguage: en\n"), HasSubstr("is no broker address"));
  EXPECT_THAT(fault_of("broker: x\n", {.language = "en"}), HasSubstr("is no broker address"));
}

TEST_F(Speech, IsThatOfWhatTheSystemRefuses) {
  EXPECT_EQ(system_words(ENOENT), "No such file or directory");
  speak("id");
  EXPECT_EQ(system_words(ENOENT), "berkas itu tidak ada");
  EXPECT_EQ(system_words(ENOSPC), std::strerror(ENOSPC)) << "what is rare";
}

TEST_F(Speech, IsTheFilesEvenWhereItCannotBeParsed) {
  EXPECT_THAT(fault_of("site: [a\nlanguage: id\n"), HasSubstr("tidak berakhir"));
}

TEST_F(Speech, GoesOnInTheMessagesIfTheSettingsSayNothing) {
  EXPECT_EQ(read_machine(Document::parse("a.yaml", "").root()).language, "en");
  speak("id");
  EXPECT_EQ(read_machine(Document::parse("a.yaml", "").root()).language, "id");
  EXPECT_EQ(read_machine(Document::parse("a.yaml", "language: en").root()).language, "en");
}

}  // namespace
}  // namespace panggil::settings
