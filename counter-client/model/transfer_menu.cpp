// Where a ticket can be transferred to.
#include <algorithm>
#include <map>
#include <utility>

#include "counter-client/model/menu.hpp"

namespace panggil::counter {
namespace {

Wish transfer() {
  return {"transfer", {}};
}

unsigned value_of(std::string_view digits) {
  constexpr std::size_t kMostDigits = 3;
  unsigned value = 0;
  if (digits.size() > kMostDigits) return 0;
  for (const char digit : digits) value = value * 10 + static_cast<unsigned>(digit - '0');
  return value;
}

/// The last one that the text has; 0: none.
unsigned number_in(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789";
  const auto last = text.find_last_of(kDigits);
  if (last == std::string_view::npos) return 0;
  const auto before = text.find_last_not_of(kDigits, last);
  const auto first = before == std::string_view::npos ? 0 : before + 1;
  return value_of(text.substr(first, last + 1 - first));
}

/// What people call the counter by: the number of its label, else of its id.
unsigned own_number(const protocol::OfficeCounter& counter, const session::Wording& words) {
  const auto labelled = number_in(words.in_language(counter.label, counter.counter));
  return labelled != 0 ? labelled : number_in(counter.counter);
}

/// By id, for all of the office, each of them another one: a counter without a number of its own, or with
/// that of one before it, gets the least that is nobody's.
std::map<std::string, unsigned> numbers_of(const protocol::Office& office, const session::Wording& words) {
  std::map<std::string, unsigned> numbers;
  const auto is_taken = [&](unsigned number) {
    return std::ranges::any_of(numbers, [&](const auto& each) { return each.second == number; });
  };
  for (const auto& counter : office.counters) {
    const auto own = own_number(counter, words);
    if (own != 0 && !is_taken(own)) numbers.emplace(counter.counter, own);
  }
  for (const auto& counter : office.counters) {
    unsigned free = 1;
    while (is_taken(free)) ++free;
    numbers.try_emplace(counter.counter, free);
  }
  return numbers;
}

bool is_alone(const Truth& truth) {
  return std::ranges::all_of(truth.office()->counters, [&](const protocol::OfficeCounter& counter) {
    return counter.counter == truth.id().text();
  });
}

}  // namespace

Menu transfer_menu(const Truth& truth, const session::Wording& words) {
  std::vector<Choice> choices;
  const auto& ticket = truth.counter() ? truth.counter()->ticket : std::nullopt;
  for (const auto& service : truth.office()->services) {
    Choice choice{words.in_language(service.name, service.service), transfer(), {}};
    choice.wish.command.service = service.service;
    // It keeps its key all the same: the keys of the others would else be other ones for each ticket.
    if (ticket && ticket->service == service.service)
      choice.why_not =
          words.text("counter.transfer_same", {{"ticket", ticket->ticket}, {"service", choice.label}});
    choices.push_back(std::move(choice));
  }
  std::optional<Choice> counters;
  if (!is_alone(truth)) {
    counters = Choice{words.text("counter.to_a_counter"), {}, {}};
    counters->leads_to_counters = true;
  }
  return {words.text("counter.transfer_where", {{"ticket", truth.current().value_or("–")}}),
          std::move(choices), std::move(counters)};
}

Menu transfer_to_counter_menu(const Truth& truth, const session::Wording& words) {
  const auto numbers = numbers_of(*truth.office(), words);
  std::vector<Choice> choices;
  for (const auto& counter : truth.office()->counters) {
    if (counter.counter == truth.id().text()) continue;
    Choice choice{words.in_language(counter.label, counter.counter), transfer(), {}};
    choice.wish.command.to_counter = counter.counter;
    choice.counter = counter.counter;
    choice.number = numbers.at(counter.counter);
    choices.push_back(std::move(choice));
  }
  return Menu::by_number(words.text("counter.transfer_to", {{"ticket", truth.current().value_or("–")}}),
                         std::move(choices));
}

}  // namespace panggil::counter
