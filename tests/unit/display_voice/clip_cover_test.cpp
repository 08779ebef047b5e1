#include "display/voice/clip_cover.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace panggil::voice {
namespace {
using ::testing::ElementsAre;
using ::testing::IsEmpty;

auto among(std::set<std::string> clips) {
  return [clips = std::move(clips)](const std::string& text) { return clips.contains(text); };
}

TEST(ClipsThatSayWords, AreAsFewAsThereCanBe) {
  const auto clips = cover({"loket", "dua", "belas"}, among({"loket", "dua", "belas", "dua belas"}));
  EXPECT_THAT(*clips, ElementsAre("loket", "dua belas"));
}

TEST(ClipsThatSayWords, AreFoundWhereTheLongestFirstOneLeadsNowhere) {
  const auto clips = cover({"loket", "foto", "tiga"}, among({"loket foto", "loket", "foto tiga"}));
  EXPECT_THAT(*clips, ElementsAre("loket", "foto tiga"));
}

TEST(ClipsThatSayWords, NameTheWordThatIsMissing) {
  EXPECT_EQ(cover({"loket", "wawancara", "tiga"}, among({"loket", "tiga"})).error(), "wawancara");
  EXPECT_EQ(cover({"loket"}, among({})).error(), "loket");
}

TEST(ClipsThatSayWords, AreNoneForNothing) {
  EXPECT_THAT(*cover({}, among({})), IsEmpty());
}

}  // namespace
}  // namespace panggil::voice
