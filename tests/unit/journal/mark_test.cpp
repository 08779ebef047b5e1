#include "dispatcher/journal/mark.hpp"

#include <gtest/gtest.h>

#include "common/base/zone.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/unit/journal/history.hpp"

namespace panggil::journal {
namespace {

Mark sample(core::Seq seq) {
  return {"q7r2m9xk4tbn6wpc", 3, seq, -77, parse_day("2026-11-23"), 411, {{"A", 17}, {"B", 203}}};
}

class MarkTest : public testing::Test {
 protected:
  test::TemporaryDirectory directory_;
  std::filesystem::path path_ = directory_.path() / "mark";
};

TEST_F(MarkTest, IsNotThereAtFirst) {
  EXPECT_EQ(MarkFile(path_).read(), std::nullopt);
}

TEST_F(MarkTest, ReadsBackTheLastOneWritten) {
  for (core::Seq seq = 1; seq < 5; ++seq) {
    MarkFile(path_).write(sample(seq));
    EXPECT_EQ(MarkFile(path_).read(), sample(seq));
  }
  MarkFile file(path_);
  for (core::Seq seq = 5; seq < 9; ++seq) {
    file.write(sample(seq));
    EXPECT_EQ(MarkFile(path_).read(), sample(seq));
  }
}

TEST_F(MarkTest, FallsBackOnTheOtherCopyWhenOneIsTorn) {
  {
    MarkFile file(path_);
    file.write(sample(1));
    file.write(sample(2));
  }
  const std::string whole = contents(path_);
  for (std::size_t offset = 4096; offset < whole.size(); ++offset) {
    std::string torn = whole;
    torn[offset] = static_cast<char>(torn[offset] ^ 0x10);
    write_contents(path_, torn);
    const auto mark = MarkFile(path_).read();
    ASSERT_TRUE(mark) << offset;
    EXPECT_TRUE(*mark == sample(1) || *mark == sample(2)) << offset;
  }
}

TEST_F(MarkTest, FollowsTheNumbersOfEveryHistory) {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    History history(seed);
    Mark mark;
    for (const auto& event : history.act_until(3000)) note(mark, event);
    EXPECT_EQ(mark, numbers_of(history.state()));
  }
}

}  // namespace
}  // namespace panggil::journal
