#include "display/media/playlist.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temporary_directory.hpp"
#include "tests/unit/display/payloads.hpp"

namespace panggil::display {
namespace {
using std::chrono::minutes;
using ::testing::HasSubstr;

std::vector<MediaItem> read(const std::string& yaml, std::string* complaints = nullptr) {
  const auto document = settings::Document::parse("playlist.yaml", yaml);
  auto items = read_playlist(document, "/media");
  for (const auto& problem : document.problems())
    if (complaints != nullptr) *complaints += to_text(problem) + "\n";
  EXPECT_TRUE(complaints != nullptr || document.problems().empty());
  return items;
}

/// Monday 23 November 2026, 09:14 plus so many hours.
std::optional<Stamp> after_hours(double hours) {
  return at(hours * 3600);
}

TEST(APlaylist, HasItemsWithDatesDaysHoursAndDurations) {
  const auto items = read(
      "duration: 20s\nitems:\n  - {file: a.png}\n  - {file: b.mp4, duration: 1min, dates: "
      "2026-11-01..2026-11-30, days: [mon, tue], "
      "from: \"08:00\", to: \"12:00\"}\n");
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(items[0].file, "/media/a.png");
  EXPECT_EQ(items[0].duration, std::chrono::seconds(20));
  EXPECT_TRUE(items[0].is_always());
  EXPECT_TRUE(items[1].is_video());
  EXPECT_EQ(items[1].duration, std::chrono::seconds(60));
  EXPECT_EQ(items[1].to, minutes(12 * 60));
}

TEST(APlaylist, SaysWhatIsWrongAndWhere) {
  const auto complaint = [](const std::string& item) {
    std::string text;
    read("items: [" + item + "]", &text);
    return text;
  };
  EXPECT_THAT(complaint("{file: a.doc}"), HasSubstr("playlist.yaml:1:16: neither a picture"));
  EXPECT_THAT(complaint("{file: ../a.png}"), HasSubstr("a file of this folder"));
  EXPECT_THAT(complaint("{file: /etc/a.png}"), HasSubstr("a file of this folder"));
  EXPECT_THAT(complaint("{file: a.png, dates: 2026-13-01}"), HasSubstr("a date or two are expected"));
  EXPECT_THAT(complaint("{file: a.png, dates: 2026-12-02..2026-12-01}"),
              HasSubstr("a date or two are expected"));
  EXPECT_THAT(complaint("{file: a.png, duration: 1s}"), HasSubstr("playlist.yaml:1:"));
  EXPECT_THAT(complaint("{file: a.png, colour: red}"), HasSubstr("unknown key \"colour\""));
}

TEST(AnItem, IsShownOnItsDatesDaysAndHours) {
  const auto item = read(
      "items: [{file: a.png, dates: 2026-11-23..2026-11-24, days: [mon], from: \"08:00\", to: \"10:00\"}]")
      [0];
  EXPECT_TRUE(is_valid(item, after_hours(0)));
  EXPECT_FALSE(is_valid(item, after_hours(1))) << "10:14";
  EXPECT_FALSE(is_valid(item, after_hours(24))) << "Tuesday";
  EXPECT_FALSE(is_valid(item, after_hours(7 * 24))) << "the Monday after";
  EXPECT_FALSE(is_valid(item, std::nullopt)) << "nobody knows whether it is still true";
}

TEST(AnItem, OfANightBelongsToTheEveningItBeganOn) {
  const auto item = read("items: [{file: a.png, days: [mon], from: \"20:00\", to: \"06:00\"}]")[0];
  EXPECT_TRUE(is_valid(item, after_hours(12)));
  EXPECT_TRUE(is_valid(item, after_hours(19))) << "Tuesday, 04:14";
  EXPECT_FALSE(is_valid(item, after_hours(-5))) << "Monday, 04:14";
  EXPECT_FALSE(is_valid(item, after_hours(24 + 12))) << "Tuesday evening";
}

TEST(TheNextItem, IsTheNextOneThatIsValidFromTheBeginningAfterTheLast) {
  const auto items = read("items: [{file: a.png}, {file: b.png, dates: 2020-01-01}, {file: c.png}]");
  EXPECT_EQ(next_valid(items, std::nullopt, after_hours(0)), 0u);
  EXPECT_EQ(next_valid(items, 0, after_hours(0)), 2u);
  EXPECT_EQ(next_valid(items, 2, after_hours(0)), 0u);
  EXPECT_EQ(next_valid({items[1]}, std::nullopt, after_hours(0)), std::nullopt);
  EXPECT_EQ(next_valid({}, std::nullopt, after_hours(0)), std::nullopt);
}

TEST(AFolder, WithoutAListIsShownByTheNamesOfItsFiles) {
  const test::TemporaryDirectory folder;
  for (const auto* name : {"b.png", "a.JPG", "readme.txt", "c.mp4"}) folder.write(name, "x");
  const auto items = load_playlist(folder.path());
  ASSERT_EQ(items.size(), 3u);
  EXPECT_EQ(items[0].file.filename(), "a.JPG");
  EXPECT_EQ(items[2].file.filename(), "c.mp4");
}

}  // namespace
}  // namespace panggil::display
