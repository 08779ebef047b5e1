#include "dispatcher/journal/memory_journal.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <stdexcept>

#include "common/base/random_text.hpp"
#include "dispatcher/core/apply.hpp"

namespace panggil::journal {

MemoryJournal::MemoryJournal() : epoch_(random_text(16)) {}

void MemoryJournal::begin() {
  assert(!begun_);
  begun_ = true;
  before_ = {.events = events_.size()};
}

void MemoryJournal::append(const core::Event& event) {
  assert(begun_ && event.seq == events_.size() + 1);
  events_.push_back(event);
}

void MemoryJournal::remember(const ClientId& client, const CommandId& id, Day day, std::string_view answer) {
  assert(begun_);
  const bool is_new = answers_.try_emplace({client, id}, Answer{day, std::string(answer)}).second;
  if (!is_new)
    throw std::logic_error("command " + id.text() + " of " + client.text() + " has its answer already");
  before_.new_answers.emplace_back(client, id);
}

void MemoryJournal::forget_answers_before(Day day) {
  assert(begun_);
  for (auto entry = answers_.begin(); entry != answers_.end();) {
    const auto next = std::next(entry);
    if (entry->second.day < day) before_.forgotten.insert(answers_.extract(entry));
    entry = next;
  }
}

void MemoryJournal::keep_morning(const core::State& state, std::string_view learnt) {
  assert(begun_ && state.seq == events_.size());
  before_.morning = std::exchange(morning_, Morning{state, std::string(learnt)});
}

void MemoryJournal::commit() {
  assert(begun_);
  begun_ = false;
}

void MemoryJournal::roll_back() {
  if (!std::exchange(begun_, false)) return;
  events_.erase(events_.begin() + static_cast<std::ptrdiff_t>(before_.events), events_.end());
  for (const auto& key : before_.new_answers) answers_.erase(key);
  answers_.merge(before_.forgotten);
  if (before_.morning) morning_ = std::move(*before_.morning);
}

std::optional<std::string> MemoryJournal::answer(const ClientId& client, const CommandId& id) {
  const auto found = answers_.find({client, id});
  if (found == answers_.end()) return std::nullopt;
  return found->second.text;
}

void MemoryJournal::save_snapshot(const core::State& state) {
  assert(!begun_ && state.seq == events_.size());
  snapshot_ = state;
}

core::State MemoryJournal::load() {
  core::State state = snapshot_;
  replay(state.seq, [&](const core::Event& event) { core::apply(state, event); });
  return state;
}

void MemoryJournal::replay(core::Seq after, const std::function<void(const core::Event&)>& take) {
  for (std::size_t index = after; index < events_.size(); ++index) take(events_[index]);
}

Page MemoryJournal::page(const PageRequest& request) {
  Page page;
  for (const auto& event : events_) {
    if (event.seq <= request.after || (request.from && event.day < *request.from)) continue;
    if (request.to && event.day > *request.to) break;
    if (page.events.size() == request.most) {
      page.next = page.events.back().seq;
      break;
    }
    page.events.push_back(event);
  }
  return page;
}

ScrubProgress MemoryJournal::scrub(std::size_t) {
  return {events_.size(), true, std::nullopt};
}

std::unique_ptr<Backup> MemoryJournal::backup(const std::filesystem::path&) {
  throw std::runtime_error("a journal that is kept in memory has no backup");
}

}  // namespace panggil::journal
