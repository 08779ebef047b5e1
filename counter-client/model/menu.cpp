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

Menu::Menu(std::string title, std::vector<Choice> choices)
    : title_(std::move(title)), choices_(std::move(choices)) {}

std::vector<const Choice*> Menu::page() const {
  std::vector<const Choice*> shown;
  const auto end = std::min(choices_.size(), first_ + kOnAPage);
  for (std::size_t index = first_; index < end; ++index) shown.push_back(&choices_[index]);
  return shown;
}

void Menu::turn_page() {
  first_ += kOnAPage;
  if (first_ >= choices_.size()) first_ = 0;
}

const Choice* Menu::chosen(Key key) const {
  const auto shown = page();
  const auto index = static_cast<std::size_t>(key - '1');
  return key >= '1' && index < shown.size() ? shown[index] : nullptr;
}

Menu transfer_menu(const Truth& truth, const session::Wording& words) {
  std::vector<Choice> choices;
  const auto& ticket = truth.counter() ? truth.counter()->ticket : std::nullopt;
  for (const auto& service : truth.office()->services) {
    if (ticket && ticket->service == service.service) continue;
    auto asked = wish("transfer");
    asked.command.service = service.service;
    choices.push_back({words.in_language(service.name, service.service), std::move(asked), {}});
  }
  for (const auto& counter : truth.office()->counters) {
    if (counter.counter == truth.id().text()) continue;
    auto asked = wish("transfer");
    asked.command.to_counter = counter.counter;
    choices.push_back({words.in_language(counter.label, counter.counter), std::move(asked), {}});
  }
  return {words.text("counter.transfer_where", {{"ticket", truth.current().value_or("–")}}),
          std::move(choices)};
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
