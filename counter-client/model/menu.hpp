/// \file
/// Something to choose from: where to transfer to, which ticket comes back, why there is a pause, who opens.
/// Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/protocol/message/command.hpp"
#include "common/session/wording.hpp"
#include "counter-client/model/acts.hpp"
#include "counter-client/model/truth.hpp"

namespace panggil::counter {

/// What is to be asked of the dispatcher; its `expect` is added when it is pressed.
struct Wish {
  std::string action;
  protocol::Command command;
};

struct Choice {
  std::string label;
  Wish wish;
  std::vector<Choice> then;        ///< not empty: this is to be chosen from first
  std::string why_not{};           ///< not empty: it is seen, but cannot be chosen
  std::string counter{};           ///< that it leads to, if it leads to one
  unsigned number = 0;             ///< its own, in a menu by numbers
  bool leads_to_counters = false;  ///< to transfer_to_counter_menu()
};

class Menu {
 public:
  static constexpr Key kMore = '9';
  static constexpr Key kBack = '0';
  static constexpr std::size_t kOnAPage = 8;
  /// Of what is offered on every page.
  static constexpr Key kAlways = '+';
  /// Where numbers are typed digits are no keys of their own.
  static constexpr Key kMoreTyped = '+';
  static constexpr Key kBackTyped = '-';

  struct Item {
    Key key;          ///< a small letter where numbers are typed: it can be clicked, not pressed
    std::string cap;  ///< as it is printed on the key, or the number that is to be typed
    const Choice* choice;
  };

  /// Each is chosen by its place on the page.
  Menu(std::string title, std::vector<Choice> choices, std::optional<Choice> always = {});
  /// Each is chosen by its own number: by the key of it where none is above 9, else it is typed, and Enter
  /// chooses. They are all different and at least 1.
  static Menu by_number(std::string title, std::vector<Choice> choices);

  const std::string& title() const { return title_; }
  /// Those of the page that is shown; of those that begin with what is typed, if something is.
  std::vector<Item> page() const;
  bool has_more() const;
  Key more_key() const { return typed() ? kMoreTyped : kMore; }
  Key back_key() const { return typed() ? kBackTyped : kBack; }
  void turn_page();
  /// Null: this key chooses nothing.
  const Choice* chosen(Key key, bool by_click) const;

  /// Numbers are typed.
  bool typed() const { return keys_ == Keys::kTyped; }
  const std::string& number() const { return number_; }
  void type(Key digit);
  void erase();

 private:
  enum class Keys { kPlaces, kNumbers, kTyped };

  std::vector<const Choice*> offered() const;
  std::size_t on_a_page() const { return always_ ? kOnAPage - 1 : kOnAPage; }

  std::string title_;
  std::vector<Choice> choices_;
  std::optional<Choice> always_;
  Keys keys_ = Keys::kPlaces;
  std::string number_;  ///< as typed so far
  std::size_t first_ = 0;
};

/// The office's services, each always under the same key, and with a key for the counters.
Menu transfer_menu(const Truth& truth, const session::Wording& words);
/// The other counters, by the numbers that people know them by.
Menu transfer_to_counter_menu(const Truth& truth, const session::Wording& words);
Menu held_menu(const Truth& truth, const session::Wording& words);
Menu no_show_menu(const Truth& truth, const session::Wording& words);
Menu pause_menu(const std::vector<std::string>& reasons, const session::Wording& words);
Menu officer_menu(const std::vector<std::string>& officers, const session::Wording& words);

}  // namespace panggil::counter
