#include "common/content/sha256.hpp"

#include <gtest/gtest.h>

#include "tests/support/temporary_directory.hpp"

namespace panggil::content {
namespace {

// The examples of FIPS 180-4.
constexpr auto kOfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
constexpr auto kOfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

TEST(Sha256, IsThatOfTheStandard) {
  EXPECT_EQ(sha256_of(""), kOfNothing);
  EXPECT_EQ(sha256_of("abc"), kOfAbc);
}

TEST(Sha256, OfAFileIsThatOfItsBytes) {
  const test::TemporaryDirectory directory;
  EXPECT_EQ(sha256_of_file(directory.write("abc", "abc")).value(), kOfAbc);
  const std::string large(3'000'001, 'x');
  EXPECT_EQ(sha256_of_file(directory.write("large", large)).value(), sha256_of(large));
  EXPECT_NE(sha256_of_file(directory.path() / "none").error().find("cannot be read"), std::string::npos);
}

TEST(Sha256, IsToldFromWhatIsNone) {
  EXPECT_TRUE(is_sha256(kOfAbc));
  EXPECT_FALSE(is_sha256(""));
  EXPECT_FALSE(is_sha256(std::string(63, 'a')));
  EXPECT_FALSE(is_sha256(std::string(64, 'A')));
  EXPECT_FALSE(is_sha256(std::string(61, 'a') + "/.."));
}

}  // namespace
}  // namespace panggil::content
