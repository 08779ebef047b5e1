/// \file
/// A waiting hall: a broker, a screen, a display, and a test in the dispatcher's place, which speaks through
/// a client that is not ours.
#pragma once

#include <gtest/gtest.h>

#include <SFML/Graphics/Image.hpp>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "common/protocol/message/board.hpp"
#include "tests/support/plain_client.hpp"
#include "tests/support/private_broker.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/system/display/child.hpp"

namespace panggil::display {

class Hall : public ::testing::Test {
 protected:
  Hall();

  /// Starts the display at 1920 by 1080 with more arguments. Only one at a time.
  void start_display(const std::vector<std::string>& arguments = {}, const std::string& site = "test");
  /// Waits until it says that it is there; then it has subscribed and drawn.
  void await_display();
  /// What the display drew into picture_file().
  sf::Image picture() const;
  std::string picture_file() const { return (directory_.path() / "hall.png").string(); }

  void open_office();
  /// The next event; everything made from here on includes it.
  void happen() { ++seq_; }
  void beat();
  void beat_for(std::chrono::milliseconds time);
  /// Beats on until the display has said so, or for a minute.
  bool beat_until_device(const std::string& what, const std::string& part);
  /// The broker hands over no calls and boards to anybody until it is told otherwise.
  void lose_calls_and_boards(bool on);
  /// `label`: empty for `Loket` and the counter.
  void call(const std::string& ticket, const std::string& counter, const std::string& label = "");
  /// Retained, with the calls so far and so many waiting.
  void board(std::uint64_t waiting = 11);

  /// The last payload of `…/device/display-hall-1/{what}`, or an empty one.
  std::string last_of_device(const std::string& what) const;
  bool await_device(const std::string& what, const std::string& part,
                    std::chrono::milliseconds patience = std::chrono::seconds(5));
  std::string log() const;

  static constexpr auto kRoot = "panggil/v1/test";
  test::TemporaryDirectory directory_;
  VirtualScreen screen_;
  test::PrivateBroker broker_;
  std::unique_ptr<test::PlainClient> client_;
  std::map<std::string, std::string> environment_;     ///< of the display, besides the screen
  std::string settings_ = "voice: {speaks: false}\n";  ///< of the display: its display.yaml
  std::unique_ptr<Child> display_;
  std::string epoch_ = "e1";
  std::uint64_t seq_ = 100;
  std::uint64_t last_call_ = 300;
  std::deque<protocol::Call> calls_;
};

}  // namespace panggil::display
