// What is typed, or chosen from a list, in the place of the buttons.
#include <utility>

#include "counter-client/model/model.hpp"

namespace panggil::counter {

std::optional<Wish> Model::ask_for_officer(MonoTime now) {
  entry_.emplace(session::printable(truth_.counter()->officer.value_or("")));
  message_ = {};
  guard_.changed(now);
  return std::nullopt;
}

void Model::type(std::string_view letter) {
  if (entry_) entry_->type(letter);
}

std::optional<Wish> Model::press_in_entry(Key key, bool by_click, MonoTime now) {
  if (key != kEnterKey && key != kEscapeKey) {
    // Letters may follow each other as fast as they like; those of a keyboard come by type().
    if (!guard_.lands(by_click, now)) return std::nullopt;
    if (key == kBackspaceKey) {
      entry_->erase();
    } else if (by_click) {
      entry_->press(key);
    }
    return std::nullopt;
  }
  if (!counts(key, by_click, now)) return std::nullopt;
  if (key == kEnterKey && entry_->text().empty()) {
    say(Tone::kTrouble, words_.text("counter.type_name"));
    return std::nullopt;
  }
  Wish wish{"open", {}};
  wish.command.officer = entry_->text();
  close_menu(now);
  return key == kEnterKey ? std::optional(send(std::move(wish), Act::kOpen)) : std::nullopt;
}

void Model::close_lists() {
  menu_.reset();
  entry_.reset();
}

std::optional<Wish> Model::show(Menu menu, Act act, MonoTime now) {
  menu_ = std::move(menu);
  menu_act_ = act;
  message_ = {};
  guard_.changed(now);
  return std::nullopt;
}

bool Model::goes_into_number(Key key, bool by_click, MonoTime now) {
  if (!menu_->typed() || by_click) return false;
  const bool is_digit = key >= '0' && key <= '9';
  const bool takes_back = key == Menu::kBackTyped || key == kBackspaceKey;
  // Alone it may be the second half of a press that opened the list, or that is to leave it.
  if (menu_->number().empty() || (!is_digit && !takes_back)) return false;
  // Digits may follow each other as fast as they like: 11 is two presses of one key.
  guard_.takes(key, by_click, now);
  is_digit ? menu_->type(key) : menu_->erase();
  message_ = {};
  return true;
}

std::optional<std::string> Model::why_not(const Choice& choice) const {
  if (!choice.why_not.empty()) return choice.why_not;
  if (truth_.state_of(choice.counter) != "closed") return std::nullopt;
  return words_.text("counter.transfer_closed", {{"counter", choice.label}});
}

std::optional<Wish> Model::choose(Key key, bool by_click, MonoTime now) {
  guard_.changed(now);
  if (key == menu_->back_key() || key == kEscapeKey || key == kBackspaceKey) {
    close_menu(now);
    return std::nullopt;
  }
  message_ = {};
  if (key == menu_->more_key() && menu_->has_more()) menu_->turn_page();
  if (menu_->typed() && !by_click && key >= '0' && key <= '9') menu_->type(key);
  const auto* chosen = menu_->chosen(key, by_click);
  if (chosen == nullptr) {
    if (menu_->typed() && key == kEnterKey && !menu_->number().empty())
      say(Tone::kTrouble, words_.text("counter.transfer_none", {{"number", menu_->number()}}));
    return std::nullopt;
  }
  if (const auto why = why_not(*chosen)) {
    say(Tone::kTrouble, *why);
    return std::nullopt;
  }
  if (chosen->leads_to_counters) return show(transfer_to_counter_menu(truth_, words_), menu_act_, now);
  if (!chosen->then.empty()) return show({chosen->label, chosen->then}, menu_act_, now);
  auto wish = chosen->wish;
  close_menu(now);
  return send(std::move(wish), menu_act_);
}

void Model::close_menu(MonoTime now) {
  close_lists();
  guard_.changed(now);
}

}  // namespace panggil::counter
