#include "display/sound/clip_cache.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <system_error>

#include "display/sound/wav.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/unit/display_sound/tones.hpp"

namespace panggil::sound {
namespace {
namespace fs = std::filesystem;

class TheCache : public ::testing::Test {
 protected:
  Clip get(const std::string& key, ClipCache& cache) {
    return *cache.get(key, [this]() -> Result<Samples, std::string> {
      ++made_;
      return tone(440, 0.5, 100 * kMillisecond);
    });
  }
  Clip get(const std::string& key) { return get(key, cache_); }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

  test::TemporaryDirectory directory_;
  fs::path folder_ = directory_.path() / "deep/voice";
  ClipCache cache_{folder_};
  int made_ = 0;
};

TEST_F(TheCache, MakesASoundOnce) {
  const auto first = get("id|loket tiga");
  EXPECT_EQ(first.length, 100 * kMillisecond);
  EXPECT_EQ(get("id|loket tiga").file, first.file);
  EXPECT_EQ(made_, 1);
}

TEST_F(TheCache, KeepsItForTheNextStart) {
  get("id|loket tiga");
  ClipCache after_a_restart(folder_);
  EXPECT_EQ(get("id|loket tiga", after_a_restart).length, 100 * kMillisecond);
  EXPECT_EQ(made_, 1);
}

TEST_F(TheCache, TellsVoicesAndTextsApart) {
  EXPECT_NE(get("id|loket tiga").file, get("en|loket tiga").file);
  EXPECT_NE(get("id|loket tiga").file, get("id|loket empat").file);
  EXPECT_EQ(made_, 3);
}

TEST_F(TheCache, HoldsAWavFileThatAnyoneCanPlay) {
  EXPECT_EQ(read_wav_file(get("id|loket tiga").file)->size(), 4410u);
}

TEST_F(TheCache, MakesAnewWhatWasCutShort) {
  const auto clip = get("id|loket tiga");
  for (const auto size : {fs::file_size(clip.file) - 2, std::uintmax_t{30}, std::uintmax_t{0}}) {
    fs::resize_file(clip.file, size);
    const auto before = made_;
    EXPECT_EQ(get("id|loket tiga").length, 100 * kMillisecond);
    EXPECT_EQ(made_, before + 1);
    EXPECT_TRUE(read_wav_file(clip.file));
  }
}

TEST_F(TheCache, MakesAnewWhatHasChanged) {
  const auto clip = get("id|loket tiga");
  {
    std::fstream file(clip.file, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(1000);
    file.put('x');
  }
  get("id|loket tiga");
  EXPECT_EQ(made_, 2);
}

TEST_F(TheCache, DoesNotTakeAnotherSoundsFileForIt) {
  const auto three = get("id|loket tiga");
  const auto four = get("id|loket empat");
  fs::copy_file(four.file, three.file, fs::copy_options::overwrite_existing);
  get("id|loket tiga");
  EXPECT_EQ(made_, 3);
}

TEST_F(TheCache, KeepsNothingOfWhatCouldNotBeMade) {
  const auto clip =
      cache_.get("id|x", []() -> Result<Samples, std::string> { return fail(std::string("no voice")); });
  EXPECT_EQ(clip.error(), "no voice");
  EXPECT_EQ(files(), 0u);
}

TEST_F(TheCache, ThrowsOutWhatWasNotUsedForLongest) {
  ClipCache small(folder_, 30'000);  // three of some 8.9 kB each
  const auto age = [&](const Clip& clip, int hours) {
    fs::last_write_time(clip.file, fs::file_time_type::clock::now() - std::chrono::hours(hours));
  };
  age(get("1", small), 3);
  age(get("2", small), 2);
  age(get("3", small), 1);
  get("1", small);  // used again
  get("4", small);
  EXPECT_EQ(files(), 3u);
  EXPECT_EQ(made_, 4);
  get("1", small);
  EXPECT_EQ(made_, 4);
  get("2", small);
  EXPECT_EQ(made_, 5);
}

TEST_F(TheCache, LeavesNothingHalfDoneBehind) {
  get("id|loket tiga");
  EXPECT_EQ(files(), 1u);
}

TEST(ACacheThatCannotBe, IsSaidToBeSo) {
  EXPECT_THROW(ClipCache("/proc/panggil"), std::system_error);
}

}  // namespace
}  // namespace panggil::sound
