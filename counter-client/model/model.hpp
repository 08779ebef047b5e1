/// \file
/// A counter as its officer sees and uses it: told what has come, which keys are pressed and what time it is;
/// says what is to be asked and what is to be seen. Pure.
///
/// One thing at a time: while a press is under way no other counts, and what was pressed without a link is
/// never done later.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/protocol/message/counter.hpp"
#include "common/protocol/message/event.hpp"
#include "common/protocol/message/office.hpp"
#include "common/protocol/message/presence.hpp"
#include "common/protocol/message/queue.hpp"
#include "common/session/asks.hpp"
#include "common/session/link.hpp"
#include "common/session/wording.hpp"
#include "counter-client/model/entry.hpp"
#include "counter-client/model/key_guard.hpp"
#include "counter-client/model/menu.hpp"
#include "counter-client/model/scene.hpp"
#include "counter-client/model/truth.hpp"

namespace panggil::counter {

/// What is particular about a place of work.
struct Desk {
  CounterId counter;
  std::string language;                    ///< empty: the office's first
  std::vector<std::string> officers;       ///< who may open
  std::vector<std::string> pause_reasons;  ///< none: none is asked
  bool ask_officer = false;                ///< who is not on a list types their name; else nobody is asked
};

/// A press of a number pad without a screen: nothing can be chosen from a list there.
struct Order {
  Act act;
  std::optional<std::string> service;  ///< of kTransfer: one of these two
  std::optional<std::string> counter;
  friend bool operator==(const Order&, const Order&) = default;
};

class Model {
 public:
  /// So long after it the dispatcher takes an action back.
  static constexpr Seconds kUndoTime{30};

  explicit Model(Desk desk);

  void take(const protocol::Office& office);
  /// \param at when it was heard; nothing: long ago.
  void take(const protocol::Counter& counter, std::optional<MonoTime> at = std::nullopt);
  void take(const protocol::Queue& queue) { truth_.take(queue); }
  void take(const protocol::Event& event) { truth_.take(event); }
  void take(const protocol::Beat& beat) { truth_.take(beat); }
  void counter_gone();
  void forget();
  /// `hopeful`: it was never up, and may be in a moment.
  void link(session::LinkState state, bool hopeful = false);
  /// There are several at the broker, and nobody has said which one this is; none: there is no such doubt.
  void choose_office(const std::vector<SiteId>& offices) { to_choose_from_ = offices; }

  /// What is to be asked because of this press, if anything; it is under way from now on, until settled().
  std::optional<Wish> press(Key key, bool by_click, MonoTime now);
  /// A line is to be typed: letters are no keys.
  bool typing() const { return entry_.has_value(); }
  void type(std::string_view letter);
  /// As press(), of a number pad without a screen: the last held, the last no-show, no reason, no name.
  std::optional<Wish> press(Key key, const Order& order, MonoTime now);
  void settled(const session::Settled& settled, MonoTime now);

  Scene scene() const;
  const Message& message() const { return message_; }
  /// Whether the last press counted, whatever came of it.
  bool counted() const { return counted_; }
  const Truth& truth() const { return truth_; }
  const session::Wording& words() const { return words_; }
  /// Whether a press can be heard at all; nothing: it can.
  std::optional<std::string> down() const;
  /// Why this cannot be done now, as far as is known here; nothing: it can.
  std::optional<std::string> why_not(Act act) const;
  std::optional<std::string> why_not(const Choice& choice) const;
  /// A counter may be chosen in a moment, so it matters which of them are open.
  bool looks_at_counters() const { return menu_ && menu_act_ == Act::kTransfer; }
  /// They are not listened to any more.
  void forget_counters() { truth_.forget_others(); }

 private:
  /// As why_not(), and not so soon after somebody else has acted here.
  std::optional<std::string> why_not_now(Act act, MonoTime now) const;
  struct UnderWay {
    Act act;
    std::string action;
  };

  bool counts(Key key, bool by_click, MonoTime now);
  std::optional<Wish> begin(Act act, MonoTime now);
  std::optional<Wish> choose(Key key, bool by_click, MonoTime now);
  /// It is one more digit of a number that is being typed, or takes the last one away.
  bool goes_into_number(Key key, bool by_click, MonoTime now);
  std::optional<Wish> open_or_close(MonoTime now);
  std::optional<Wish> pause_or_go_on(MonoTime now);
  std::optional<Wish> show(Menu menu, Act act, MonoTime now);
  std::optional<Wish> ask_for_officer(MonoTime now);
  std::optional<Wish> press_in_entry(Key key, bool by_click, MonoTime now);
  void close_lists();
  Wish send(Wish wish, Act act);
  void close_menu(MonoTime now);
  void say(Tone tone, std::string text) { message_ = {tone, std::move(text)}; }
  void say_no(std::string why);
  bool says_unsure() const;
  void say_done(const protocol::Answer& answer, std::string text);
  void say_end(const session::Outcome& outcome);
  void say_truth(const session::Outcome& outcome);
  List list() const;
  std::optional<std::string> needs_current(bool just_called) const;
  bool can_be_undone() const;

  Desk desk_;
  session::Wording words_;
  Truth truth_;
  session::LinkState link_ = session::LinkState::kNoBroker;
  bool hopeful_ = true;
  std::vector<SiteId> to_choose_from_;
  KeyGuard guard_;
  bool counted_ = false;
  std::optional<UnderWay> under_way_;
  std::set<std::string> unsure_;  ///< ids of what ended as Unknown
  Message message_;
  std::optional<std::string>
      answered_;  ///< the ticket that is current if only what was answered has happened
  std::uint64_t answered_seq_ = 0;
  std::string answered_state_;  ///< and what the counter is then
  std::optional<Menu> menu_;
  std::optional<Entry> entry_;  ///< of an officer's name
  Act menu_act_ = Act::kNext;
};

}  // namespace panggil::counter
