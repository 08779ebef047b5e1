/// \file
/// What an officer is to see, in words: what the layout makes a figure of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "counter-client/model/acts.hpp"

namespace panggil::counter {

enum class Tone {
  kQuiet,    ///< as it should be
  kBusy,     ///< under way
  kDone,     ///< the answer
  kTrouble,  ///< refused, or not certain
};

struct Message {
  Tone tone = Tone::kQuiet;
  std::string text;
  friend bool operator==(const Message&, const Message&) = default;
};

struct Current {
  std::string ticket;
  std::string service;
  std::string ticket_class;  ///< empty: the usual one
  std::string state;         ///< `called 4 min ago`
  friend bool operator==(const Current&, const Current&) = default;
};

struct Waiting {
  std::string service;
  std::uint64_t count = 0;
  friend bool operator==(const Waiting&, const Waiting&) = default;
};

struct Button {
  Act act = Act::kNext;
  Key key = 0;
  std::string label;
  bool possible = false;  ///< now, as far as is known here
  bool under_way = false;
  friend bool operator==(const Button&, const Button&) = default;
};

struct List {
  std::string title;
  struct Item {
    Key key = 0;
    std::string label;
    std::string cap{};     ///< what stands on the key; empty: its own character
    bool possible = true;  ///< it can be chosen
    std::string note{};    ///< behind the label, and never cut
    friend bool operator==(const Item&, const Item&) = default;
  };
  std::vector<Item> items;  ///< the last ones lead on and back
  friend bool operator==(const List&, const List&) = default;
};

/// A line to be typed, or clicked: the letters are on the screen as well.
struct Question {
  std::string title;
  std::string text;  ///< as typed so far
  std::string go_on, back, space;
  friend bool operator==(const Question&, const Question&) = default;
};

struct Scene {
  std::string counter;
  std::string state;  ///< of the counter, its officer and reason
  bool open = false;
  std::string time;  ///< the dispatcher's
  std::optional<Current> current;
  std::string nobody;               ///< in its place
  std::optional<std::string> down;  ///< nothing can be asked, and why
  bool offline = false;             ///< not only for the moment after the start
  std::uint64_t waiting = 0;
  std::vector<Waiting> waiting_of;  ///< each service, where there are several
  std::vector<std::string> next, held, no_shows;
  std::vector<std::string> events;  ///< the newest first
  Message message;
  std::optional<List> list;          ///< to choose from, in the place of the buttons
  std::optional<Question> question;  ///< to be answered, in the same place
  std::vector<Button> buttons;       ///< as kBindings
  friend bool operator==(const Scene&, const Scene&) = default;
};

}  // namespace panggil::counter
