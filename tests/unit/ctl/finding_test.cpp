#include "ctl/doctor/finding.hpp"

#include <gtest/gtest.h>

namespace panggil::ctl {
namespace {

constexpr const char* kName = "panggil-display:";
constexpr const char* kFile = "/etc/panggil/display.yaml";

TEST(OwnWords, BeginWhereTheProgramSpeaksNotItsLibraries) {
  EXPECT_EQ(own_words("Warning: using insecure memory!\npanggil-display: which area?", kName, kFile),
            "panggil-display: which area?");
  EXPECT_EQ(own_words("Warning!\n/etc/panggil/display.yaml:1:9: no broker\npanggil-display: x", kName, kFile),
            "/etc/panggil/display.yaml:1:9: no broker; panggil-display: x");
}

TEST(OwnWords, AreAllWhereNoneAreRecognised) {
  EXPECT_EQ(own_words("Segmentation fault", kName, kFile), "Segmentation fault");
  EXPECT_EQ(own_words("", kName, kFile), "");
}

}  // namespace
}  // namespace panggil::ctl
