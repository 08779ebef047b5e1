// Reading an office's file makes the whole program speak that office's language; every test here begins in
// English again.
#include <gtest/gtest.h>

#include "common/texts/spoken.hpp"

namespace panggil::settings {
namespace {

class English : public ::testing::EmptyTestEventListener {
  void OnTestStart(const ::testing::TestInfo& /*of*/) override { speak("en"); }
};

[[maybe_unused]] const bool kListens = [] {
  ::testing::UnitTest::GetInstance()->listeners().Append(new English);  // GoogleTest owns it
  return true;
}();

}  // namespace
}  // namespace panggil::settings
