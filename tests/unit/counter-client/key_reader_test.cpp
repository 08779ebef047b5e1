#include "counter-client/keypad/key_reader.hpp"

#include <gtest/gtest.h>
#include <linux/input.h>

namespace panggil::counter {
namespace {

std::optional<Key> key(int code, int value = 1, int type = EV_KEY) {
  input_event event{};
  event.type = static_cast<std::uint16_t>(type);
  event.code = static_cast<std::uint16_t>(code);
  event.value = value;
  return key_of(event);
}

TEST(KeyReader, KnowsTheKeysOfAPadAndTheDigitsOfAKeyboard) {
  EXPECT_EQ(key(KEY_KP7), '7');
  EXPECT_EQ(key(KEY_7), '7');
  EXPECT_EQ(key(KEY_KPENTER), kEnterKey);
  EXPECT_EQ(key(KEY_KPMINUS), '-');
  EXPECT_EQ(key(KEY_BACKSPACE), kBackspaceKey);
}

TEST(KeyReader, TakesThePressAloneNotItsReleaseOrRepetition) {
  EXPECT_FALSE(key(KEY_KP7, 0));
  EXPECT_FALSE(key(KEY_KP7, 2));
}

TEST(KeyReader, LeavesEverythingElseAlone) {
  EXPECT_FALSE(key(KEY_A));
  EXPECT_FALSE(key(KEY_NUMLOCK));
  EXPECT_FALSE(key(SYN_REPORT, 0, EV_SYN));
  EXPECT_FALSE(key(LED_NUML, 1, EV_LED));
}

TEST(Acts, EveryKeyOfTheWindowIsOnANumberPad) {
  for (const auto& binding : kBindings) {
    EXPECT_EQ(act_of(binding.key), binding.act);
    EXPECT_EQ(key_of(binding.act), binding.key);
  }
  EXPECT_EQ(act_of(kBackspaceKey), Act::kUndo);
  EXPECT_FALSE(act_of('/'));
}

}  // namespace
}  // namespace panggil::counter
