#include "counter-client/settings.hpp"

#include <gtest/gtest.h>

#include "tests/support/temporary_directory.hpp"

namespace panggil::counter {
namespace {

class CounterSettings : public testing::Test {
 protected:
  Settings read(std::string_view yaml, const std::optional<std::string>& counter = {}) {
    CommandLine line;
    line.common.config = directory_.write("counter.yaml", yaml);
    line.counter = counter;
    return read_settings(line);
  }
  test::TemporaryDirectory directory_;
};

TEST_F(CounterSettings, TheNameFollowsFromTheCounter) {
  EXPECT_EQ(read("", "3").name, ClientId("counter-3"));
  EXPECT_EQ(read("name: supervisor-1", "3").name, ClientId("supervisor-1"));
}

TEST_F(CounterSettings, TheCounterStandsInTheFileAndTheCommandLineWins) {
  EXPECT_EQ(read("counter: 3").counter, CounterId("3"));
  EXPECT_EQ(read("counter: 3", "4").counter, CounterId("4"));
}

TEST_F(CounterSettings, WithoutACounterThereIsNothingToDo) {
  EXPECT_THROW(read(""), std::invalid_argument);
  EXPECT_THROW(read("", "Loket 3"), std::invalid_argument);
}

TEST_F(CounterSettings, AnUnknownKeyOrAWrongCounterIsAFaultOfTheFile) {
  EXPECT_THROW(read("countr: 3", "3"), settings::BadSettings);
  EXPECT_THROW(read("counter: Loket 3"), settings::BadSettings);
}

TEST_F(CounterSettings, ACounterWhoseNameWouldBeTooLongNeedsAnother) {
  const std::string longest(32, 'x');
  EXPECT_THROW(read("", longest), std::invalid_argument);
  EXPECT_EQ(read("name: counter-x", longest).counter, CounterId(longest));
}

TEST_F(CounterSettings, KnowsWhoOpensAndWhyThereArePauses) {
  const auto settings = read("officers: [Sari, Budi]\npause_reasons: [Salat]\nscreen_language: id", "3");
  EXPECT_EQ(settings.officers, (std::vector<std::string>{"Sari", "Budi"}));
  EXPECT_EQ(settings.pause_reasons, std::vector<std::string>{"Salat"});
  EXPECT_EQ(settings.screen_language, "id");
  EXPECT_THROW(read("officers: [" + std::string(65, 'x') + "]", "3"), settings::BadSettings);
  EXPECT_THROW(read("screen_language: fr", "3"), settings::BadSettings);
}

TEST_F(CounterSettings, NamesMayBeTypedInsteadOfListed) {
  EXPECT_TRUE(read("officers: ask", "3").ask_officer);
  EXPECT_FALSE(read("officers: [Sari]", "3").ask_officer);
  EXPECT_FALSE(read("", "3").ask_officer);
  EXPECT_THROW(read("officers: Sari", "3"), settings::BadSettings);
}

TEST_F(CounterSettings, TheWindowHasItsDesignedSizeUnlessAnotherIsWanted) {
  EXPECT_EQ(read("", "3").window.width, 420U);
  EXPECT_EQ(read("size: 840x1120", "3").window.height, 1120U);
  EXPECT_THROW(read("size: 299x400", "3"), settings::BadSettings);
  EXPECT_THROW(read("size: 420", "3"), settings::BadSettings);
}

TEST_F(CounterSettings, APadDoesWhatTheButtonsDoUnlessItIsToldOtherwise) {
  const auto settings = read(
      "keypad: {device: USB Keypad, keys: {\"6\": transfer service pickup, \"*\": transfer counter 5, \"+\": "
      "nothing}}",
      "3");
  const auto& keys = settings.pad->keys;
  EXPECT_EQ(settings.pad->device, "USB Keypad");
  EXPECT_EQ(keys.at(kEnterKey).act, Act::kNext);
  EXPECT_EQ(keys.at('6'), (Order{Act::kTransfer, "pickup", {}}));
  EXPECT_EQ(keys.at('*'), (Order{Act::kTransfer, {}, "5"}));
  EXPECT_FALSE(keys.contains('+'));
  EXPECT_FALSE(read("keypad: {device: x}", "3").pad->keys.contains('6'));
}

TEST_F(CounterSettings, FaultsOfAPadAreTold) {
  EXPECT_THROW(read("keypad: {}", "3"), settings::BadSettings);
  EXPECT_THROW(read("keypad: {device: x, keys: {q: next}}", "3"), settings::BadSettings);
  EXPECT_THROW(read("keypad: {device: x, keys: {\"1\": dance}}", "3"), settings::BadSettings);
  EXPECT_THROW(read("keypad: {device: x, keys: {\"6\": transfer}}", "3"), settings::BadSettings);
  EXPECT_THROW(read("keypad: {device: x, colour: red}", "3"), settings::BadSettings);
}

}  // namespace
}  // namespace panggil::counter
