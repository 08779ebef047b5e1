/// \file
/// A hall that hears its calls: the line of calls and the announcer as a display has them, with frames that
/// appear at once.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/protocol/message/board.hpp"
#include "display/model/call_line.hpp"
#include "display/voice/announcer.hpp"

namespace panggil::voice {

struct Heard {
  Micros at;
  std::string what;
  Micros until;
};

class AHall {
 public:
  AHall(Speech speech, Lengths lengths)
      : lengths_(lengths), announcer_(std::move(speech), std::move(lengths)) {}

  void call_out(const protocol::Call& call) { line_.add(call, now_); }
  /// Before the first chime: the device is opened for it.
  void wake_device_for(Micros time) { lead_in_ = time; }
  void run_until(Micros end) {
    for (; now_ < end; now_ += 10 * display::kMillisecond) turn();
  }
  void turn() {
    line_.advance(now_);
    line_.presented(now_);
    if (line_.live() && line_.live()->call != live_) {
      live_ = line_.live()->call;
      shown_at_[live_] = now_;
      announcer_.begin(*line_.live(), now_, std::exchange(lead_in_, 0));
    }
    if (const auto strip = announcer_.advance(now_, line_.waiting())) hear(*strip);
    line_.announcing(announcer_.speaking());
    for (const auto number : line_.take_shown()) proven_.push_back(number);
  }
  void hear(const Strip& strip) {
    Micros at = now_ + strip.rest;
    if (strip.chime)
      heard_.push_back(
          {at, *strip.chime == Chime::kFull ? "chime" : "ding", at + lengths_.chime(*strip.chime)});
    std::string text;
    Micros lasts = 0;
    for (const auto& phrase : strip.phrases) {
      text += (text.empty() ? "" : " / ") + to_text(phrase) + (phrase.quick ? " quickly" : "");
      lasts += *lengths_.phrase(phrase) + (&phrase == &strip.phrases.front() ? 0 : strip.between);
    }
    if (!text.empty()) heard_.push_back({at, text, at + lasts});
  }

  std::vector<std::string> texts() const {
    std::vector<std::string> texts;
    for (const auto& heard : heard_) texts.push_back(heard.what);
    return texts;
  }

  display::CallLine line_;
  Lengths lengths_;
  Announcer announcer_;
  Micros now_ = 0;
  Micros lead_in_ = 0;
  std::uint64_t live_ = 0;
  std::map<std::uint64_t, Micros> shown_at_;
  std::vector<Heard> heard_;
  std::vector<std::uint64_t> proven_;
};

}  // namespace panggil::voice
