/// \file
/// Something to choose from: where to transfer to, which ticket comes back, why there is a pause, who opens.
/// Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/protocol/messages.hpp"
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
  std::vector<Choice> then;  ///< not empty: this is to be chosen from first
};

class Menu {
 public:
  static constexpr Key kMore = '9';
  static constexpr Key kBack = '0';
  static constexpr std::size_t kOnAPage = 8;

  Menu(std::string title, std::vector<Choice> choices);

  const std::string& title() const { return title_; }
  /// Those of the page that is shown; their keys are 1, 2, and so on.
  std::vector<const Choice*> page() const;
  bool has_more() const { return choices_.size() > kOnAPage; }
  void turn_page();
  const Choice* chosen(Key key) const;

 private:
  std::string title_;
  std::vector<Choice> choices_;
  std::size_t first_ = 0;
};

Menu transfer_menu(const Truth& truth, const session::Wording& words);
Menu held_menu(const Truth& truth, const session::Wording& words);
Menu no_show_menu(const Truth& truth, const session::Wording& words);
Menu pause_menu(const std::vector<std::string>& reasons, const session::Wording& words);
Menu officer_menu(const std::vector<std::string>& officers, const session::Wording& words);

}  // namespace panggil::counter
