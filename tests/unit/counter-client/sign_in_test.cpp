// Who opens a counter: chosen from a list, or typed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "counter-client/model/model.hpp"

namespace panggil::counter {
namespace {
using namespace std::chrono_literals;
using testing::HasSubstr;

/// A closed counter 3, the link up.
class SignIn : public ::testing::Test {
 protected:
  Model model_with(std::vector<std::string> officers, bool ask, std::optional<std::string> last = {}) {
    Model model{{CounterId("3"), "en", std::move(officers), {}, ask}};
    protocol::Office office;
    office.languages = {"en"};
    office.counters = {{"3", {{"en", "Counter 3"}}, {"hall"}, {}}};
    protocol::Counter counter;
    counter.counter = "3";
    counter.state = "closed";
    counter.officer = std::move(last);
    model.link(session::LinkState::kUp);
    model.take(office);
    model.take(counter);
    return model;
  }
  MonoTime now{1h};
};

TEST_F(SignIn, IsByAName) {
  auto model = model_with({"Sari", "Budi"}, false);
  EXPECT_FALSE(model.press('0', false, now));
  const auto wish = model.press('2', false, now + 1s);
  EXPECT_EQ(wish->action, "open");
  EXPECT_EQ(wish->command.officer, "Budi");
}

TEST_F(SignIn, IsByANameThatIsTyped) {
  auto model = model_with({}, true);
  EXPECT_FALSE(model.press('0', false, now));
  EXPECT_EQ(model.scene().question->text, "");
  EXPECT_FALSE(model.press(kEnterKey, false, now + 1s)) << "nobody's name";
  EXPECT_THAT(model.scene().message.text, HasSubstr("name"));
  for (const auto* letter : {" ", "S", "i", "t", "é", "7"}) model.type(letter);
  EXPECT_FALSE(model.press('7', false, now + 1s)) << "is a letter here";
  EXPECT_FALSE(model.press(kBackspaceKey, false, now + 1s));
  EXPECT_FALSE(model.press(kBackspaceKey, false, now + 1s));
  EXPECT_EQ(model.scene().question->text, " Sit");
  const auto wish = model.press(kEnterKey, false, now + 3s);
  EXPECT_EQ(wish->action, "open");
  EXPECT_EQ(wish->command.officer, "Sit");
  EXPECT_FALSE(model.scene().question);
}

TEST_F(SignIn, IsByANameThatIsClicked) {
  auto model = model_with({}, true, "Budi");
  EXPECT_FALSE(model.press('0', true, now));
  EXPECT_FALSE(model.press('S', true, now + 100ms));
  EXPECT_EQ(model.scene().question->text, "Budi") << "the second half of a double click is no letter";
  for (const Key letter : {'A', 'N', 'N', 'A', ' ', 'M', '.', 'S', 'X', kBackspaceKey})
    EXPECT_FALSE(model.press(letter, true, now + 1s));
  EXPECT_EQ(model.scene().question->text, "Anna M.S");
  const auto wish = model.press(kEnterKey, true, now + 2s);
  EXPECT_EQ(wish->action, "open");
  EXPECT_EQ(wish->command.officer, "Anna M.S");
}

TEST_F(SignIn, ProposesWhoWasThereLast) {
  auto model = model_with({}, true, "Sari");
  model.press('0', false, now);
  EXPECT_EQ(model.scene().question->text, "Sari");
  model.type("B");
  EXPECT_EQ(model.scene().question->text, "B") << "takes the place of what was proposed";
}

TEST_F(SignIn, IsGivenUpWithoutADeed) {
  auto model = model_with({}, true);
  model.press('0', false, now);
  model.type("S");
  EXPECT_FALSE(model.press(kEscapeKey, false, now + 1s));
  EXPECT_FALSE(model.scene().question);
  model.press('0', false, now + 3s);
  model.link(session::LinkState::kSilent);
  EXPECT_FALSE(model.scene().question) << "nothing can be pressed that would fire later";
}

}  // namespace
}  // namespace panggil::counter
