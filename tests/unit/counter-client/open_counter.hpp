/// \file
/// An open counter to press keys at, told what the dispatcher would tell it.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

#include "counter-client/model/model.hpp"

namespace panggil::counter {
inline constexpr Key kNext = kEnterKey;

inline Stamp at(int minutes) {
  return {WallTime(Millis(minutes * 60'000)), std::chrono::minutes(420)};
}

inline protocol::Office an_office() {
  protocol::Office office;
  office.seq = 1;
  office.languages = {"id", "en"};
  office.classes = {"regular", "priority"};
  office.services = {{"cs", {{"id", "Layanan"}, {"en", "Service"}}, "A", "open", {}, {}},
                     {"photo", {{"id", "Foto"}, {"en", "Photo"}}, "B", "open", {}, {}}};
  office.counters = {{"3", {{"id", "Loket 3"}, {"en", "Counter 3"}}, {"hall"}, {"cs", "photo"}},
                     {"4", {{"id", "Loket 4"}, {"en", "Counter 4"}}, {"hall"}, {"photo"}}};
  return office;
}

/// An open counter 3, the link up; nobody there.
class OpenCounter : public ::testing::Test {
 protected:
  OpenCounter() {
    model.link(session::LinkState::kUp);
    model.take(an_office());
    show_counter({});
  }

  /// The counter as the dispatcher shows it after one more event.
  void show_counter(std::optional<std::string> ticket, std::string state = "called") {
    shown.seq = ++seq;
    shown.counter = "3";
    if (shown.state.empty()) shown.state = "open";
    shown.ticket.reset();
    if (ticket)
      shown.ticket =
          protocol::CurrentTicket{*ticket, "cs", "regular", "kiosk", std::move(state), at(0), {}, 1, 840, 0};
    model.take(shown);
  }
  std::optional<Wish> press(Key key, Millis after = Seconds(1)) {
    now += after;
    return model.press(key, false, now);
  }
  std::optional<Wish> click(Key key, Millis after) {
    now += after;
    return model.press(key, true, now);
  }
  void answer(const std::string& action, protocol::ActionResult result, const std::string& id = "id1") {
    protocol::Answer yes{id, action, ++seq, std::move(result), {}};
    model.settled({id, action, session::Done{yes, ""}}, now);
  }
  void call_is_answered(const std::string& ticket, const std::string& id = "id1") {
    protocol::CallResult result{"3", {}, {}, protocol::CalledTicket{ticket, "cs", "regular", "kiosk", 1, 60},
                                {},  5};
    answer("next", result, id);
  }
  void refuse(const std::string& code, const std::string& message) {
    protocol::Answer no{"id1", "next", seq, {}, protocol::Error{code, message, {}, {}, {}}};
    model.settled({"id1", "next", session::Refused{no, ""}}, now);
  }
  const Button& button(Act act) {
    scene = model.scene();
    return *std::ranges::find(scene.buttons, act, &Button::act);
  }

  Model model{{CounterId("3"), "en", {}, {}}};
  protocol::Counter shown;
  Scene scene;
  std::uint64_t seq = 10;
  MonoTime now{std::chrono::hours(1)};
};

}  // namespace panggil::counter
