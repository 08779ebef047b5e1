/// \file
/// Asking and being answered: a command goes out under one id, again under the same id while no answer comes,
/// and ends as one of four outcomes. Pure: told what has come and what time it is.
#pragma once

#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/base/time.hpp"
#include "common/protocol/message/answer.hpp"
#include "common/protocol/message/command.hpp"
#include "common/session/link.hpp"

namespace panggil::session {

/// It has happened, and is on the dispatcher's disk. `payload` is the answer as it came.
struct Done {
  protocol::Answer answer;
  std::string payload;
};
/// It has not happened, and why not.
struct Refused {
  protocol::Answer answer;
  std::string payload;
};
/// No answer. It has happened or it has not; it will not happen later, because its lease has run out by now.
struct Unknown {};
/// It was never sent: there was nobody to hear it.
struct NotSent {
  LinkState link;
};
using Outcome = std::variant<Done, Refused, Unknown, NotSent>;

struct Settled {
  std::string id;
  std::string action;
  Outcome outcome;
};

/// The commands of one client that are under way.
class Asks {
 public:
  /// Counted from the press. The lease of a command is never renewed, so that what was not heard within 5 s
  /// does not happen at all; by the time it is given up nothing is on its way any more.
  static constexpr Millis kResendAfter[] = {Millis(1000), Millis(2000), Millis(4000)};
  static constexpr Millis kGiveUpAfter{8000};
  /// For so long the truth about a command that was given up is still wanted.
  static constexpr Millis kForgetAfter{10 * 60 * 1000};

  struct Sending {
    std::string action;
    protocol::Command command;
  };

  /// Puts a command under way; due() has it at once. False, and nothing else, while the same action is under
  /// way.
  bool ask(std::string action, protocol::Command command, MonoTime now);
  bool under_way(std::string_view action) const;

  /// What is to be sent now.
  std::vector<Sending> due(MonoTime now);
  /// Everything without an answer is due once more, also what was given up: its id brings the truth and, its
  /// lease having run out, nothing else. For when the link is back.
  void ask_again();

  /// Whose answer this is; nothing when it is none of ours. What was given up as Unknown may still settle so.
  std::optional<Settled> answered(const protocol::Answer& answer, std::string payload);
  /// What is given up now, each as Unknown, once.
  std::vector<Settled> given_up(MonoTime now);
  /// When due() or given_up() has something next.
  std::optional<MonoTime> next() const;

 private:
  struct Ask {
    std::string action;
    protocol::Command command;
    MonoTime pressed;
    std::size_t sent = 0;
    bool once_more = false;
    bool given_up = false;
  };
  static std::optional<MonoTime> next_sending(const Ask& ask);
  static MonoTime end(const Ask& ask);

  std::list<Ask> asks_;
};

}  // namespace panggil::session
