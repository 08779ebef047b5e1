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

}  // namespace
}  // namespace panggil::counter
