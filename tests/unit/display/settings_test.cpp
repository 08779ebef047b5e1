#include "display/settings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>

#include "tests/support/temporary_directory.hpp"

namespace panggil::display {
namespace {
using ::testing::AllOf;
using ::testing::HasSubstr;

/// What a command line comes to, with `yaml` as display.yaml.
Settings read(const std::string& yaml, std::vector<std::string> arguments) {
  const test::TemporaryDirectory directory;
  CLI::App app;
  CommandLine line;
  add_flags(app, line);
  arguments.insert(arguments.begin(), {"--config", directory.write("display.yaml", yaml).string()});
  std::reverse(arguments.begin(), arguments.end());
  app.parse(arguments);
  return read_settings(line);
}

std::string complaint(const std::string& yaml, const std::vector<std::string>& arguments) {
  try {
    read(yaml, arguments);
  } catch (const std::exception& error) {
    return error.what();
  }
  return "none";
}

const std::vector<std::string> kLeast = {"--site", "cirebon", "--area", "hall"};

std::vector<std::string> with(std::vector<std::string> more) {
  more.insert(more.begin(), kLeast.begin(), kLeast.end());
  return more;
}

TEST(DisplaySettings, NeedNothingButSiteAndArea) {
  const auto settings = read("", kLeast);
  EXPECT_EQ(settings.site, SiteId("cirebon"));
  EXPECT_EQ(settings.area, AreaId("hall"));
  EXPECT_EQ(settings.name, ClientId("display-hall-1"));
  EXPECT_EQ(settings.screen_language, "");
  EXPECT_FALSE(settings.picture);
  EXPECT_THAT(complaint("", {"--site", "cirebon"}), HasSubstr("--area ID"));
  EXPECT_THAT(complaint("", {"--area", "hall"}), HasSubstr("--site ID"));
}

TEST(DisplaySettings, TakeFlagsOverTheFile) {
  const std::string file = "site: cirebon\narea: hall\nsize: 800x600\nrotate: 90\nfullscreen: true\n";
  const auto plain = read(file, {});
  EXPECT_TRUE(plain.screen.fullscreen);
  EXPECT_EQ(plain.screen.rotate, 90);
  const auto over = read(file, {"--area", "upstairs", "--size", "1920x1080", "--rotate", "270"});
  EXPECT_EQ(over.area, AreaId("upstairs"));
  EXPECT_EQ(over.screen.width, 1920u);
  EXPECT_EQ(over.screen.height, 1080u);
  EXPECT_EQ(over.screen.rotate, 270);
  EXPECT_FALSE(over.screen.fullscreen);
}

TEST(DisplaySettings, SayWhatASizeShouldLookLike) {
  for (const auto* wrong :
       {"big", "1920", "1920x", "x1080", "1920x1080x3", "19x10", "-1920x1080", "99999x1080", ""})
    EXPECT_THAT(complaint("", with({"--size", wrong})), HasSubstr("such as 1280x720")) << wrong;
  EXPECT_THAT(complaint("site: cirebon\narea: hall\nsize: huge\n", {}), HasSubstr("display.yaml:3:7"));
}

TEST(DisplaySettings, KnowFourWaysToHang) {
  EXPECT_NE(complaint("", with({"--rotate", "45"})), "none");
  EXPECT_THAT(complaint("site: a\narea: b\nrotate: 45\n", {}), HasSubstr("display.yaml:3"));
}

TEST(DisplaySettings, NameAFileThatIsNotThere) {
  EXPECT_THAT(complaint("site: a\narea: b\nfonts: {bold: /nope.ttf}\n", {}),
              HasSubstr("display.yaml:3:15: /nope.ttf cannot be read: No such file"));
  EXPECT_THAT(complaint("site: a\narea: b\nfonts: {book: /etc/passwd}\n", {}),
              HasSubstr("display.yaml:3:15: /etc/passwd is no font that can be read"));
  EXPECT_THAT(complaint("site: a\narea: b\npassword_file: nofile\n", {}),
              AllOf(HasSubstr("display.yaml:3:16: password file "), HasSubstr("nofile: No such file")));
  EXPECT_THAT(complaint("", with({"--screenshot", "/nope/x.png"})),
              HasSubstr("nothing can be written into /nope"));
}

TEST(DisplaySettings, RefuseUnknownKeys) {
  EXPECT_THAT(complaint("site: a\narea: b\nfullscren: true\n", {}), HasSubstr("fullscreen"));
  EXPECT_THAT(complaint("site: a\narea: b\nfonts: {bald: x}\n", {}), HasSubstr("bald"));
}

TEST(DisplaySettings, TakeAPictureWhenAskedTo) {
  const auto settings = read("", with({"--screenshot", "hall.png", "--after", "2.5"}));
  ASSERT_TRUE(settings.picture);
  EXPECT_EQ(settings.picture->file, "hall.png");
  EXPECT_EQ(settings.picture->after, std::chrono::milliseconds(2500));
  EXPECT_NE(complaint("", with({"--after", "2"})), "none") << "a time without a picture";
}

TEST(DisplaySettings, SayWhatTheScreenLooksLike) {
  const auto settings = read(
      "layout: counter\ncounter: \"3\"\nticker: Selamat datang\ntheme: {accent: \"#ffffff\"}\n"
      "hours: [{days: [mon], on: \"07:00\", off: \"17:00\"}]\ntv_inches: 43\nmax_distance_m: 10\n",
      kLeast);
  EXPECT_EQ(settings.look.plan.name, "counter");
  EXPECT_EQ(settings.look.counter, CounterId("3"));
  EXPECT_EQ(settings.look.ticker, std::vector<std::string>{"Selamat datang"});
  EXPECT_EQ(settings.screen.palette.colour(drawing::Ink::kYellow), (drawing::Colour{255, 255, 255}));
  ASSERT_EQ(settings.look.hours.size(), 1u);
  EXPECT_TRUE(settings.look.hours[0].days[1]);
  EXPECT_EQ(settings.look.hours[0].days.count(), 1u);
}

TEST(DisplaySettings, NameFaultsOfWhatTheScreenLooksLike) {
  EXPECT_THAT(complaint("layout: halls\n", kLeast), HasSubstr("display.yaml:1:9: \"halls\""));
  EXPECT_THAT(complaint("layout: none/of.yaml\n", kLeast), HasSubstr("display.yaml:1:9: "));
  EXPECT_THAT(complaint("layout: counter\n", kLeast), HasSubstr("say which one with `counter:`"));
  EXPECT_THAT(complaint("theme: {text: white}\n", kLeast), HasSubstr("a colour such as"));
  EXPECT_THAT(complaint("theme: {texts: \"#ffffff\"}\n", kLeast), HasSubstr("texts"));
  EXPECT_THAT(complaint("media: /nope\n", kLeast), HasSubstr("/nope cannot be read"));
  EXPECT_THAT(complaint("hours: [{on: \"07:00\"}]\n", kLeast), HasSubstr("off"));
  EXPECT_THAT(complaint("tv_inches: 43\n", kLeast), HasSubstr("`max_distance_m` is expected as well"));
}

TEST(TheSampleDisplayFile, ShowsEveryKeyWithItsDefault) {
  std::stringstream sample;
  sample << std::ifstream(PANGGIL_CONFIG "/display.yaml").rdbuf();
  auto text = std::regex_replace(sample.str(), std::regex("(^|\n)#(?=[a-z]| {2})"), "$1");
  // The files that they name are not on this machine.
  text = std::regex_replace(
      text, std::regex("\n(password_file|tls|logo|media)[^\n]*(\n {2}(ca|certificate|key):[^\n]*)*"), "");
  text = std::regex_replace(text, std::regex("\n  packs:[^\n]*"), "");
  for (const std::string key :
       {"area",        "size",        "fullscreen", "rotate",    "screen_language", "fonts",
        "  bold",      "  book",      "voice",      "  speaks",  "  says",          "  languages",
        "  numbers",   "  espeak",    "  folder",   "  volume",  "  quiet",         "  lead_in_ms",
        "  keep_open", "  device",    "  cache",    "layout",    "counter",         "ticker",
        "theme",       "  emergency", "hours",      "tv_inches", "max_distance_m"})
    EXPECT_THAT(text, HasSubstr("\n" + key + ":"));
  const auto sampled = read(text, {});
  const auto defaults = read("", kLeast);
  EXPECT_EQ(sampled.area, AreaId("hall"));
  EXPECT_EQ(sampled.screen.width, defaults.screen.width);
  EXPECT_EQ(sampled.screen.height, defaults.screen.height);
  EXPECT_EQ(sampled.screen.fullscreen, defaults.screen.fullscreen);
  EXPECT_EQ(sampled.screen.rotate, defaults.screen.rotate);
  EXPECT_EQ(sampled.screen.fonts.bold, defaults.screen.fonts.bold);
  EXPECT_EQ(sampled.screen.fonts.book, defaults.screen.fonts.book);
  EXPECT_EQ(sampled.look.plan, defaults.look.plan);
  EXPECT_EQ(sampled.screen.palette, defaults.screen.palette);
  const auto& voice = sampled.voice;
  EXPECT_EQ(voice.speaks, defaults.voice.speaks);
  EXPECT_EQ(voice.speech.words, defaults.voice.speech.words);
  EXPECT_EQ(voice.speech.languages, defaults.voice.speech.languages);
  EXPECT_EQ(voice.speech.numbers, defaults.voice.speech.numbers);
  EXPECT_EQ(voice.speakers.at(voice::Language::kEnglish).espeak.name,
            defaults.voice.speakers.at(voice::Language::kEnglish).espeak.name);
  EXPECT_EQ(voice.speakers.at(voice::Language::kIndonesian).espeak.speed,
            defaults.voice.speakers.at(voice::Language::kIndonesian).espeak.speed);
  EXPECT_EQ(voice.volume, defaults.voice.volume);
  EXPECT_EQ(voice.lead_in, defaults.voice.lead_in);
  EXPECT_EQ(voice.keep_open, defaults.voice.keep_open);
}

TEST(HowADisplaySpeaks, IsReadFromItsFile) {
  const auto voice =
      read(
          "site: a\narea: b\nvoice:\n  says: chime\n  languages: [en, id]\n  numbers: words\n"
          "  espeak: {speed: 120, en: en-us}\n  volume: 80\n  lead_in_ms: 0\n  keep_open: true\n",
          {})
          .voice;
  EXPECT_TRUE(voice.speaks);
  EXPECT_FALSE(voice.speech.words);
  EXPECT_THAT(voice.speech.languages,
              testing::ElementsAre(voice::Language::kEnglish, voice::Language::kIndonesian));
  EXPECT_EQ(voice.speech.numbers, voice::Numbers::kWords);
  EXPECT_EQ(voice.speakers.at(voice::Language::kEnglish).espeak.name, "en-us");
  EXPECT_EQ(voice.speakers.at(voice::Language::kIndonesian).espeak.speed, 120);
  EXPECT_EQ(voice.lead_in, 0);
  EXPECT_FALSE(read("site: a\narea: b\nvoice: {speaks: false}\n", {}).voice.speaks);
}

TEST(HowADisplaySpeaks, IsChecked) {
  const auto voice = [](const std::string& keys) {
    return complaint("site: a\narea: b\nvoice: {" + keys + "}\n", {});
  };
  EXPECT_THAT(voice("languages: [fr]"), HasSubstr("display.yaml:3"));
  EXPECT_THAT(voice("languages: [id, id]"), HasSubstr("there already"));
  EXPECT_THAT(voice("languages: []"), HasSubstr("[id, en]"));
  EXPECT_THAT(voice("volume: 101"), HasSubstr("display.yaml:3"));
  EXPECT_THAT(voice("numbers: roman"), HasSubstr("digits"));
  EXPECT_THAT(voice("speakes: true"), HasSubstr("speaks"));
  EXPECT_THAT(voice("packs: {id: nobody}, folder: /nowhere"), HasSubstr("/nowhere/id/nobody/pack.yaml"));
  EXPECT_THAT(voice("quiet: [{from: \"18:00\", volume: 5}]"), HasSubstr("to"));
}

TEST(HowADisplaySpeaks, IsSofterAtQuietTimes) {
  const auto voice = read(
                         "site: a\narea: b\nvoice:\n  volume: 90\n  quiet:\n"
                         "    - {from: \"18:00\", to: \"07:00\", volume: 40}\n    - {from: \"12:00\", to: "
                         "\"13:00\", volume: 0}\n",
                         {})
                         .voice;
  EXPECT_EQ(volume_at(voice, "09:14"), 90);
  EXPECT_EQ(volume_at(voice, "18:00"), 40);
  EXPECT_EQ(volume_at(voice, "23:59"), 40);
  EXPECT_EQ(volume_at(voice, "06:59"), 40);
  EXPECT_EQ(volume_at(voice, "07:00"), 90);
  EXPECT_EQ(volume_at(voice, "12:30"), 0);
  EXPECT_EQ(volume_at(voice, ""), 90) << "nobody knows what time it is";
}

}  // namespace
}  // namespace panggil::display
