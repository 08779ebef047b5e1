#include "common/settings/nearest.hpp"

#include <gtest/gtest.h>

namespace panggil::settings {
namespace {

const std::vector<std::string> kKeys = {"services", "counters", "areas", "site"};

TEST(Nearest, FindsWhatASlipOfTheFingersMissed) {
  EXPECT_EQ(nearest("servces", kKeys), "services") << "a letter left out";
  EXPECT_EQ(nearest("coutners", kKeys), "counters") << "two letters swapped";
  EXPECT_EQ(nearest("arias", kKeys), "areas") << "a wrong letter";
  EXPECT_EQ(nearest("sitte", kKeys), "site") << "a letter too many";
}

TEST(Nearest, DoesNotGuessWildly) {
  EXPECT_EQ(nearest("holidays", kKeys), std::nullopt);
  EXPECT_EQ(nearest("x", kKeys), std::nullopt);
  EXPECT_EQ(nearest("", kKeys), std::nullopt);
  EXPECT_EQ(nearest(std::string(100'000, 's'), kKeys), std::nullopt);
}

TEST(Suggest, NamesTheNearestOrAllThereIs) {
  EXPECT_EQ(suggest("servces", kKeys), "; did you mean \"services\"?");
  EXPECT_EQ(suggest("holidays", kKeys), "; known here: services, counters, areas, site");
  EXPECT_EQ(suggest("holidays", {}), "");
}

}  // namespace
}  // namespace panggil::settings
