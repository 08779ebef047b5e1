// What of a model is seen.
#include <fmt/format.h>

#include <algorithm>

#include "common/session/event_words.hpp"
#include "counter-client/model/model.hpp"

namespace panggil::counter {
namespace {
using session::Wording;

/// `called 4 min ago`; without minutes yet, `just called`.
std::string since(const std::string& key, const Stamp& then, const std::optional<Stamp>& now,
                  const Wording& words) {
  const auto time = now ? now->time - then.time : Millis(0);
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(time).count();
  if (minutes < 1) return words.text(key + "_now");
  return words.text(key + "_since", {{"min", std::to_string(minutes)}});
}

std::string about(const protocol::CurrentTicket& ticket, const std::optional<Stamp>& now,
                  const Wording& words) {
  auto text = ticket.state == "serving" && ticket.started_at
                  ? since("counter.serving", *ticket.started_at, now, words)
                  : since("counter.called", ticket.called_at, now, words);
  if (ticket.recalls > 0)
    text += words.text("counter.times_recalled", {{"count", std::to_string(ticket.recalls)}});
  return text + words.text("counter.has_waited", {{"waited", words.duration(Seconds(ticket.waited_s))}});
}

/// Who is a priority case the officer should know.
std::string unusual_class(const protocol::CurrentTicket& ticket, const Wording& words) {
  const auto& classes = words.office()->classes;
  if (classes.empty() || ticket.ticket_class == classes.front()) return {};
  return words.word("class", ticket.ticket_class);
}

Current current(const protocol::CurrentTicket& ticket, const Truth& truth, const Wording& words) {
  return {session::printable(ticket.ticket), words.service(ticket.service), unusual_class(ticket, words),
          about(ticket, truth.time(), words)};
}

std::string state_of(const protocol::Counter& counter, const Wording& words) {
  auto text = words.word("counter.is", counter.state);
  if (counter.reason && counter.state == "paused") text += " · " + session::printable(*counter.reason);
  if (counter.officer && counter.state != "closed") text += " · " + session::printable(*counter.officer);
  return text;
}

std::string nobody_here(const protocol::Counter& counter, const Wording& words) {
  if (counter.state == "open")
    return words.text(counter.waiting > 0 ? "counter.call_the_next" : "counter.nobody_waiting");
  return words.text(counter.state == "paused" ? "counter.goes_on_with" : "counter.opens_with");
}

void show_queue(Scene& scene, const Truth& truth, const Wording& words) {
  const auto& counter = *truth.counter();
  scene.waiting = counter.waiting;
  scene.next = counter.next.value_or(std::vector<std::string>{});
  scene.held = counter.held;
  scene.no_shows = counter.no_show;
  const auto* of_office = truth.in_office();
  if (of_office == nullptr || of_office->services.size() < 2) return;
  for (const auto& service : of_office->services)
    scene.waiting_of.push_back({words.service(service), truth.waiting(service)});
}

/// The state of the counter that it leads to, where that is not open.
std::string note_of(const Choice& choice, const Truth& truth, const Wording& words) {
  const auto state = truth.state_of(choice.counter);
  return state.empty() || state == "open" ? "" : words.word("counter.is", state);
}

std::string title_of(const Menu& menu, const Wording& words) {
  if (!menu.typed()) return menu.title();
  return words.text("counter.transfer_number",
                    {{"title", menu.title()}, {"number", menu.number().empty() ? "…" : menu.number()}});
}

/// Two keys do the opposite of what they have done.
std::string label_of(Act act, const std::string& state, const Wording& words) {
  if (act == Act::kPause && state == "paused") return words.text("counter.key_go_on");
  if (act == Act::kOpen && state == "open") return words.text("counter.key_close");
  return words.text("counter.key_" + std::string(name_of(act)));
}
}  // namespace

List Model::list() const {
  List list{title_of(*menu_, words_), {}};
  for (const auto& item : menu_->page()) {
    list.items.push_back({item.key, item.choice->label, item.cap, !why_not(*item.choice),
                          note_of(*item.choice, truth_, words_)});
  }
  if (menu_->has_more()) list.items.push_back({menu_->more_key(), words_.text("counter.more"), "", true});
  list.items.push_back({menu_->back_key(), words_.text("counter.back"), "", true});
  return list;
}

Scene Model::scene() const {
  Scene scene;
  const auto* of_office = truth_.in_office();
  scene.counter = of_office ? words_.in_language(of_office->label, desk_.counter.text())
                            : words_.text("counter.title", {{"counter", desk_.counter.text()}});
  if (truth_.time()) scene.time = words_.time(*truth_.time());
  scene.down = down();
  const bool wrong_counter = truth_.office() && of_office == nullptr;
  scene.offline = wrong_counter || (link_ != session::LinkState::kUp && !hopeful_);
  scene.message = message_;
  const auto state = truth_.counter() ? truth_.counter()->state : std::string("closed");
  scene.open = state == "open";
  if (truth_.counter() && truth_.office()) {
    scene.state = state_of(*truth_.counter(), words_);
    scene.nobody = nobody_here(*truth_.counter(), words_);
    if (truth_.counter()->ticket) scene.current = current(*truth_.counter()->ticket, truth_, words_);
    show_queue(scene, truth_, words_);
  }
  for (const auto& event : truth_.events())
    scene.events.push_back(fmt::format("{}  {}", words_.time(event.at), session::event_words(event, words_)));
  if (menu_) scene.list = list();
  if (entry_)
    scene.question =
        Question{words_.text("counter.who_opens"), entry_->shown(), words_.text("counter.key_open"),
                 words_.text("counter.back"), words_.text("counter.key_space")};
  for (const auto& binding : kBindings)
    scene.buttons.push_back({binding.act, binding.key, label_of(binding.act, state, words_),
                             !under_way_ && !why_not(binding.act),
                             under_way_ && under_way_->act == binding.act});
  return scene;
}

}  // namespace panggil::counter
