// Where a ticket goes to: services always under the same key, counters by the number that people know them
// by.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "counter-client/model/model.hpp"

namespace panggil::counter {
namespace {
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;

protocol::OfficeCounter a_counter(const std::string& id, const std::string& label) {
  return {id, {{"en", label}, {"id", label}}, {"hall"}, {"cs"}};
}

/// Counter 3, with A016 of the service cs.
class Transfer : public ::testing::Test {
 protected:
  Transfer() {
    office.seq = 1;
    office.languages = {"en", "id"};
    office.classes = {"regular"};
    office.services = {{"cs", {{"en", "Service"}}, "A", "open", {}, {}},
                       {"photo", {{"en", "Photo"}}, "B", "open", {}, {}},
                       {"pickup", {{"en", "Pickup"}}, "C", "open", {}, {}}};
    for (const char* id : {"1", "2", "3", "4", "5"})
      office.counters.push_back(a_counter(id, std::string("Counter ") + id));
    model.link(session::LinkState::kUp);
  }
  void begin() {
    model.take(office);
    protocol::Counter counter{.seq = 2, .counter = "3", .state = "open"};
    counter.ticket = protocol::CurrentTicket{"A016", "cs", "regular", "kiosk", "called", {}, {}, 1, 840, 0};
    model.take(counter);
    EXPECT_FALSE(press('6'));
  }
  std::optional<Wish> press(Key key, Millis after = 1s) {
    now += after;
    return model.press(key, false, now);
  }
  std::optional<Wish> click(const std::string& label) {
    now += 1s;
    for (const auto& item : list().items)
      if (item.label == label) return model.press(item.key, true, now);
    ADD_FAILURE() << label << " is not there";
    return std::nullopt;
  }
  std::optional<std::string> counter_by(const std::string& keys, Millis apart = 1s) {
    std::optional<Wish> wish;
    for (const Key key : keys) wish = press(key, apart);
    return wish ? wish->command.to_counter : std::nullopt;
  }
  List list() const { return model.scene().list.value_or(List{}); }
  std::vector<std::string> listed() const {
    std::vector<std::string> lines;
    for (const auto& item : list().items) {
      lines.push_back((item.cap.empty() ? cap_of(item.key) : item.cap) + " " + item.label +
                      (item.note.empty() ? "" : ", " + item.note) + (item.possible ? "" : " (no)"));
    }
    return lines;
  }
  void say(const std::string& counter, const std::string& state) {
    model.take(protocol::Counter{.seq = 5, .counter = counter, .state = state});
  }

  protocol::Office office;
  Model model{{CounterId("3"), "en", {}, {}}};
  MonoTime now{};
};

TEST_F(Transfer, ToAServiceIsAlwaysUnderTheSameKey) {
  begin();
  EXPECT_EQ(list().title, "Transfer A016 to");
  EXPECT_THAT(listed(), ElementsAre("1 Service (no)", "2 Photo", "3 Pickup", "+ A counter …", "0 Back"));
  EXPECT_FALSE(press('1'));
  EXPECT_THAT(model.message().text, HasSubstr("A016 is for Service already"));
  EXPECT_EQ(press('3')->command.service, "pickup");
}

TEST_F(Transfer, ToACounterIsUnderItsOwnNumber) {
  begin();
  EXPECT_TRUE(model.looks_at_counters());
  EXPECT_FALSE(press('+'));
  EXPECT_TRUE(model.looks_at_counters());
  EXPECT_THAT(listed(), ElementsAre("1 Counter 1", "2 Counter 2", "4 Counter 4", "5 Counter 5", "0 Back"));
  EXPECT_FALSE(press('3'));
  const auto wish = press('5');
  EXPECT_EQ(wish->action, "transfer");
  EXPECT_EQ(wish->command.to_counter, "5");
  EXPECT_EQ(wish->command.expect, protocol::Expect{"A016"});
  EXPECT_FALSE(model.looks_at_counters());
}

TEST_F(Transfer, DoesNotGoToAClosedCounterAndSaysWhichPause) {
  begin();
  press('+');
  say("4", "closed");
  say("5", "paused");
  say("1", "open");
  EXPECT_THAT(listed(), ElementsAre("1 Counter 1", "2 Counter 2", "4 Counter 4, Closed (no)",
                                    "5 Counter 5, Paused", "0 Back"));
  EXPECT_FALSE(press('4'));
  EXPECT_THAT(model.message().text, HasSubstr("Counter 4 is closed"));
  EXPECT_FALSE(click("Counter 4"));
  EXPECT_EQ(press('5')->command.to_counter, "5");
}

TEST_F(Transfer, GoesByTheNumberOfTheLabelAndGivesACounterWithoutOneAnother) {
  office.counters = {a_counter("a", "Loket 2"), a_counter("3", "Counter 3"), a_counter("desk", "Complaints"),
                     a_counter("7", "Pickup Counter 7"), a_counter("b", "Loket 2")};
  begin();
  press('+');
  EXPECT_THAT(listed(),
              ElementsAre("1 Complaints", "2 Loket 2", "4 Loket 2", "7 Pickup Counter 7", "0 Back"));
  EXPECT_EQ(counter_by("1"), "desk");
}

class TransferInALargeHall : public Transfer {
 protected:
  TransferInALargeHall() {
    office.counters.clear();
    for (int number = 1; number <= 23; ++number) {
      const auto id = std::to_string(number);
      office.counters.push_back(a_counter(id, "Counter " + id));
    }
    begin();
    press('+');
  }
};

TEST_F(TransferInALargeHall, NumbersAreTypedAndEnterChooses) {
  EXPECT_EQ(list().title, "Counter for A016: … + Enter");
  EXPECT_FALSE(press('1'));
  EXPECT_FALSE(press('1', 50ms));
  EXPECT_EQ(list().title, "Counter for A016: 11 + Enter");
  EXPECT_THAT(listed(), ElementsAre("11 Counter 11", "− Back"));
  EXPECT_EQ(press(kEnterKey)->command.to_counter, "11");
}

TEST_F(TransferInALargeHall, EnterChoosesWhatIsOnAnotherPageAsWell) {
  press('1');
  press(Menu::kMoreTyped);  // Counter 1 is on the page before
  const auto wish = press(kEnterKey);
  ASSERT_TRUE(wish);
  EXPECT_EQ(wish->command.to_counter, "1");
}

TEST_F(TransferInALargeHall, AShortNumberIsNotTheBeginningOfALongOne) {
  press('1');
  EXPECT_EQ(list().items.size(), 10u) << "1 and 10 to 16, More and Back";
  EXPECT_EQ(press(kEnterKey)->command.to_counter, "1");
}

TEST_F(TransferInALargeHall, SaysThatThereIsNoSuchNumberAndTakesItBack) {
  press('4');
  press('9', 50ms);
  EXPECT_FALSE(press(kEnterKey));
  EXPECT_THAT(model.message().text, HasSubstr("no counter 49"));
  press('-');
  EXPECT_FALSE(press('-', 50ms));
  EXPECT_FALSE(press('-', 50ms));
  EXPECT_TRUE(model.scene().list) << "drumming on the key does not leave the list";
  EXPECT_EQ(list().title, "Counter for A016: … + Enter");
  EXPECT_FALSE(press(kEnterKey));
  EXPECT_FALSE(press('-'));
  EXPECT_FALSE(model.scene().list);
}

TEST_F(TransferInALargeHall, TheMouseAloneIsEnough) {
  EXPECT_EQ(list().items.size(), 10u);
  click("More");
  EXPECT_EQ(click("Counter 12")->command.to_counter, "12");
}

TEST_F(TransferInALargeHall, ALetterOfTheKeyboardChoosesNothing) {
  EXPECT_FALSE(press('a'));
  EXPECT_TRUE(model.scene().list);
}

TEST_F(Transfer, OfACounterThatIsAloneOffersServicesOnly) {
  office.counters = {a_counter("3", "Counter 3")};
  begin();
  EXPECT_THAT(listed(), ElementsAre("1 Service (no)", "2 Photo", "3 Pickup", "0 Back"));
}

TEST_F(Transfer, WithManyServicesKeepsTheKeyForCountersOnEveryPage) {
  for (int more = 1; more <= 8; ++more)
    office.services.push_back({"s" + std::to_string(more), {{"en", "More"}}, "D", "open", {}, {}});
  begin();
  EXPECT_EQ(list().items.size(), 10u);
  EXPECT_EQ(list().items[7].key, '+');
  press('9');
  EXPECT_EQ(list().items.size(), 7u);
  EXPECT_EQ(press('1')->command.service, "s5");
}

}  // namespace
}  // namespace panggil::counter
