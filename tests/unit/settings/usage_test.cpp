// What CLI11 itself says of wrong command lines, in our words: this fails when it says it otherwise.
#include "common/settings/usage.hpp"

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

#include "common/texts/spoken.hpp"

namespace panggil::settings {
namespace {

class Usage : public ::testing::Test {
 protected:
  ~Usage() override { speak("en"); }

  /// Of a program with about every kind of flag.
  static std::string complaint(const std::string& words) {
    CLI::App app("", "panggil-test");
    std::string text;
    int number = 0;
    bool flag = false;
    app.require_subcommand(0, 1);
    auto* one = app.add_option("--one", text);
    app.add_option("--other", text)->excludes(one);
    app.add_option("--with", text)->needs(one);
    app.add_option("--level", text)->check(CLI::IsMember({"info", "warning"}));
    app.add_option("--days", number)->check(CLI::Range(1, 500));
    app.add_option("--seed", number);
    app.add_flag("--flag", flag);
    auto* call = app.add_subcommand("call");
    call->add_option("TICKET", text)->required();
    auto* notice = app.add_subcommand("notice");
    auto* group = notice->add_option_group("text");
    group->add_option("TEXT", text);
    group->add_option("--in", text);
    group->require_option(1);
    try {
      app.parse(words);
      return "";
    } catch (const CLI::ParseError& error) {
      return usage_in_words(error.what());
    }
  }
};

TEST_F(Usage, IsToldInBothLanguages) {
  const struct {
    const char *words, *english, *indonesian;
  } kCases[] = {
      {"--brokr", "this is not known here: --brokr", "ini tidak dikenal di sini: --brokr"},
      {"call", "TICKET is required", "TICKET harus disebutkan"},
      {"notice", "one of these is required: TEXT,--in", "salah satu dari ini harus disebutkan: TEXT,--in"},
      {"--one", "--one: a value is expected after it", "--one: sesudahnya harus ada nilai"},
      {"--with x", "--with needs --one as well", "--with juga memerlukan --one"},
      {"--one x --other y", "--one and --other exclude each other",
       "--one dan --other tidak dapat dipakai bersama"},
      {"--level loud", "--level: loud is none of info,warning",
       "--level: loud bukan salah satu dari info,warning"},
      {"--days 501", "--days: 501 is not within 1 to 500", "--days: 501 di luar batas 1 sampai 500"},
      {"--seed x", "--seed: x cannot be read as such a value",
       "--seed: x tidak dapat dibaca sebagai nilai itu"},
  };
  for (const auto& [words, english, indonesian] : kCases) {
    speak("en");
    EXPECT_EQ(complaint(words), english);
    speak("id");
    EXPECT_EQ(complaint(words), indonesian);
  }
  EXPECT_EQ(complaint("--flag --one x"), "");
  EXPECT_EQ(usage_in_words("something new"), "something new");
}

TEST_F(Usage, HasALanguageWhateverElseIsWrong) {
  const auto asked = [](std::vector<const char*> words) {
    words.insert(words.begin(), "panggil-test");
    return language_asked_for(static_cast<int>(words.size()), words.data());
  };
  EXPECT_EQ(asked({"--brokr", "--language", "id", "x"}), "id");
  EXPECT_EQ(asked({"--language=en"}), "en");
  EXPECT_EQ(asked({"--language"}), std::nullopt);
  EXPECT_EQ(asked({"--languages", "id"}), std::nullopt);
}

}  // namespace
}  // namespace panggil::settings
