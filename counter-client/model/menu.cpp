#include "counter-client/model/menu.hpp"

#include <algorithm>
#include <utility>

namespace panggil::counter {
namespace {

Wish wish(std::string action) {
  return {std::move(action), {}};
}

Wish about_ticket(std::string action, const std::string& ticket) {
  auto asked = wish(std::move(action));
  asked.command.ticket = ticket;
  return asked;
}

Choice back_in_line(const std::string& ticket, const std::string& position, const session::Wording& words) {
  auto asked = about_ticket("reinstate", ticket);
  asked.command.position = position;
  return {words.text("counter.back_" + position, {{"ticket", ticket}}), std::move(asked), {}};
}

/// The same title and field for each of some texts, as reasons and names are.
std::vector<Choice> one_each(const std::vector<std::string>& texts, const std::string& action,
                             std::optional<std::string> protocol::Command::*field) {
  std::vector<Choice> choices;
  for (const auto& text : texts) {
    auto asked = wish(action);
    asked.command.*field = text;
    choices.push_back({session::printable(text), std::move(asked), {}});
  }
  return choices;
}

}  // namespace

Menu::Menu(std::string title, std::vector<Choice> choices, std::optional<Choice> always)
    : title_(std::move(title)), choices_(std::move(choices)), always_(std::move(always)) {}

Menu Menu::by_number(std::string title, std::vector<Choice> choices) {
  std::ranges::sort(choices, {}, &Choice::number);
  const bool one_digit = choices.empty() || choices.back().number <= 9;
  Menu menu(std::move(title), std::move(choices));
  menu.keys_ = one_digit ? Keys::kNumbers : Keys::kTyped;
  return menu;
}

std::vector<const Choice*> Menu::offered() const {
  std::vector<const Choice*> offered;
  for (const auto& choice : choices_) {
    if (std::to_string(choice.number).starts_with(number_) || !typed()) offered.push_back(&choice);
  }
  return offered;
}

std::vector<Menu::Item> Menu::page() const {
  std::vector<Item> items;
  const auto all = offered();
  const auto end = keys_ == Keys::kNumbers ? all.size() : std::min(all.size(), first_ + on_a_page());
  for (std::size_t index = first_; index < end; ++index) {
    const auto place = static_cast<Key>(index - first_);
    const auto number = all[index]->number;
    if (keys_ == Keys::kPlaces) {
      items.push_back({static_cast<Key>('1' + place), "", all[index]});
    } else if (keys_ == Keys::kNumbers) {
      items.push_back({static_cast<Key>('0' + number), "", all[index]});
    } else {
      items.push_back({static_cast<Key>('a' + place), std::to_string(number), all[index]});
    }
  }
  if (always_) items.push_back({kAlways, "", &*always_});
  return items;
}

bool Menu::has_more() const {
  return keys_ != Keys::kNumbers && offered().size() > on_a_page();
}

void Menu::turn_page() {
  first_ += on_a_page();
  if (first_ >= offered().size()) first_ = 0;
}

const Choice* Menu::chosen(Key key, bool by_click) const {
  const bool by_enter = typed() && key == kEnterKey;
  if (typed() && !by_click && !by_enter) return nullptr;
  if (by_enter) {
    const auto all = offered();  // also those that are on another page
    const auto typed = std::ranges::find_if(
        all, [&](const Choice* choice) { return std::to_string(choice->number) == number_; });
    return typed == all.end() ? nullptr : *typed;
  }
  const auto items = page();
  const auto found = std::ranges::find(items, key, &Item::key);
  return found == items.end() ? nullptr : found->choice;
}

void Menu::type(Key digit) {
  constexpr std::size_t kMostDigits = 3;
  if (number_.size() < kMostDigits) number_ += digit;
  first_ = 0;
}

void Menu::erase() {
  if (!number_.empty()) number_.pop_back();
  first_ = 0;
}

Menu held_menu(const Truth& truth, const session::Wording& words) {
  std::vector<Choice> choices;
  for (const auto& ticket : truth.counter()->held)
    choices.push_back(
        {words.text("counter.call_back", {{"ticket", ticket}}), about_ticket("resume", ticket), {}});
  return {words.text("counter.which_held"), std::move(choices)};
}

Menu no_show_menu(const Truth& truth, const session::Wording& words) {
  std::vector<Choice> choices;
  for (const auto& ticket : truth.counter()->no_show) {
    std::vector<Choice> what{
        {words.text("counter.call_now", {{"ticket", ticket}}), about_ticket("call", ticket), {}}};
    for (const auto* position : {"last", "sorted", "first"})
      what.push_back(back_in_line(ticket, position, words));
    choices.push_back({ticket, {}, std::move(what)});
  }
  return {words.text("counter.which_no_show"), std::move(choices)};
}

Menu pause_menu(const std::vector<std::string>& reasons, const session::Wording& words) {
  return {words.text("counter.why_pause"), one_each(reasons, "pause", &protocol::Command::reason)};
}

Menu officer_menu(const std::vector<std::string>& officers, const session::Wording& words) {
  return {words.text("counter.who_opens"), one_each(officers, "open", &protocol::Command::officer)};
}

}  // namespace panggil::counter
