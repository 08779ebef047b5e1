/// \file
/// What a visitor is to see, in words: what the layout makes a figure of.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace panggil::kiosk {

enum class Page {
  kStart,    ///< the services to choose from
  kAsking,   ///< likewise, and one has been touched
  kNumber,   ///< the number that was given out
  kRefused,  ///< why there is none
  kUnsure,   ///< whether there is one is not known yet
  kOffline,  ///< nobody is there to give one out
};

struct Tile {
  std::string service;  ///< its id
  std::string prefix;   ///< what its numbers begin with
  std::string name;
  std::string detail;     ///< how many wait and how long, or, if not possible, why and until when
  bool possible = false;  ///< to have a number now
  bool touched = false;
  friend bool operator==(const Tile&, const Tile&) = default;
};

struct Language {
  std::string code;
  std::string name;
  bool chosen = false;
  friend bool operator==(const Language&, const Language&) = default;
};

struct Option {
  std::string title;
  std::string detail;
  bool chosen = false;
  friend bool operator==(const Option&, const Option&) = default;
};

struct Notice {
  std::string text;
  bool urgent = false;
  friend bool operator==(const Notice&, const Notice&) = default;
};

struct Number {
  std::string title;
  std::string ticket;
  std::string service;
  std::string ahead;
  std::string estimate;  ///< empty where nothing is known
  std::string where;
  std::string paper;      ///< take it, or why there is none
  bool on_paper = false;  ///< it comes out of the printer
  bool note_it = false;   ///< it does not, though one could expect it
  friend bool operator==(const Number&, const Number&) = default;
};

struct Message {
  std::string title;
  std::string detail;
  friend bool operator==(const Message&, const Message&) = default;
};

struct Scene {
  Page page = Page::kOffline;
  std::string office;
  std::string date_and_time;        ///< the dispatcher's
  std::vector<Language> languages;  ///< none where there is only one
  Message title;                    ///< of the start
  std::vector<Tile> tiles;
  std::optional<Option> priority;  ///< nothing: the office makes no difference
  std::optional<Notice> notice;
  std::string printer;  ///< what is wrong with it; empty: nothing
  Number number;        ///< of kNumber
  Message message;      ///< of kRefused, kUnsure and kOffline
  std::string done;     ///< on the button back to the start
  friend bool operator==(const Scene&, const Scene&) = default;
};

}  // namespace panggil::kiosk
