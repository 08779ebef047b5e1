#include "kiosk/model/model.hpp"

#include <algorithm>
#include <utility>

#include "kiosk/model/offers.hpp"

namespace panggil::kiosk {
namespace {
using session::LinkState;

bool is_known(const std::string& language) {
  return language == "id" || language == "en";
}

/// It did not happen, and may when it is tried again.
bool is_worth_another_touch(const std::string& code) {
  return code == "stale" || code == "busy";
}
}  // namespace

Model::Model(Place place) : place_(std::move(place)), words_(first_language(), std::nullopt) {}

std::vector<std::string> Model::languages() const {
  std::vector<std::string> languages;
  if (view_.office())
    std::ranges::copy_if(view_.office()->languages, std::back_inserter(languages), is_known);
  return languages;
}

std::string Model::first_language() const {
  const auto of_office = languages();
  if (!place_.first_language.empty()) return place_.first_language;
  return of_office.empty() ? "id" : of_office.front();
}

void Model::speak(const std::string& language) {
  words_ = session::Wording(language, view_.office());
}

void Model::take(const protocol::Office& office) {
  const bool first = !view_.office();
  view_.take(office);
  speak(first ? first_language() : words_.language());
}

std::vector<std::string> Model::unknown_services() const {
  std::vector<std::string> unknown;
  for (const auto& id : place_.services)
    if (view_.office() && view_.service(id) == nullptr) unknown.push_back(id);
  return unknown;
}

void Model::forget() {
  view_.forget();
}

void Model::link(LinkState state, bool hopeful) {
  link_ = state;
  hopeful_ = hopeful;
}

bool Model::has_priority() const {
  return view_.office() &&
         std::ranges::find(view_.office()->classes, place_.priority_class) != view_.office()->classes.end();
}

std::optional<protocol::Command> Model::touch(const Touch& touch, MonoTime now) {
  if (now < guarded_ || under_way()) return std::nullopt;
  since_ = now;
  std::optional<protocol::Command> wish;
  if (touch.what == Touch::What::kLanguage && is_known(touch.id)) speak(touch.id);
  if (touch.what == Touch::What::kDone && step_ != Step::kChoosing) begin_anew(now);
  if (step_ != Step::kChoosing || link_ != LinkState::kUp) return std::nullopt;
  if (touch.what == Touch::What::kPriority && has_priority()) priority_ = !priority_;
  if (touch.what == Touch::What::kService) wish = choose(touch.id);
  if (wish) touched_at_ = now;
  return wish;
}

std::optional<protocol::Command> Model::choose(const std::string& service) {
  const auto tiles = offers(view_, place_.services, words_);
  const auto tile = std::ranges::find(tiles, service, &Tile::service);
  if (tile == tiles.end() || !tile->possible) return std::nullopt;
  step_ = Step::kAsking;
  touched_ = service;
  protocol::Command command;
  command.service = service;
  if (priority_) command.ticket_class = place_.priority_class;
  return command;
}

void Model::resume(const protocol::Command& command, Millis ago, MonoTime now) {
  step_ = Step::kUnsure;
  touched_ = command.service.value_or("");
  touched_at_ = now - ago;
  since_ = now;
}

std::optional<Paper> Model::settled(const session::Settled& settled, MonoTime now) {
  if (!under_way()) return std::nullopt;
  if (const auto* done = std::get_if<session::Done>(&settled.outcome)) {
    if (const auto* issued = std::get_if<protocol::IssueResult>(&*done->answer.result))
      return show_number(*issued, now);
    begin_anew(now);
  } else if (const auto* no = std::get_if<session::Refused>(&settled.outcome)) {
    const auto error = no->answer.error.value_or(protocol::Error{});
    refuse(is_worth_another_touch(error.code) ? words_.text("kiosk.try_again") : words_.refusal(error), now);
  } else if (std::holds_alternative<session::NotSent>(settled.outcome)) {
    refuse(words_.text("kiosk.try_again"), now);
  } else if (step_ == Step::kAsking) {
    step_ = Step::kUnsure;
    since_ = now;
  }
  return std::nullopt;
}

std::optional<Paper> Model::show_number(const protocol::IssueResult& issued, MonoTime now) {
  if (now - touched_at_ > kSomebodyWaits) {
    begin_anew(now);
    return std::nullopt;
  }
  issued_ = issued;
  step_ = Step::kNumber;
  since_ = now;
  guarded_ = now + kGuard;
  on_paper_ = printer_ == PrinterState::kAbsent ? OnPaper::kNo
              : prints(printer_)                ? OnPaper::kOnItsWay
                                                : OnPaper::kFailed;
  if (on_paper_ != OnPaper::kOnItsWay) return std::nullopt;
  return paper(issued);
}

void Model::printed(bool well, MonoTime now) {
  if (step_ != Step::kNumber || on_paper_ != OnPaper::kOnItsWay) return;
  on_paper_ = well ? OnPaper::kOut : OnPaper::kFailed;
  if (!well) since_ = now;  // whoever has to note it has the whole time for it
}

void Model::refuse(std::string why, MonoTime now) {
  refusal_ = std::move(why);
  step_ = Step::kRefused;
  since_ = now;
  guarded_ = now + kGuard;
}

void Model::begin_anew(MonoTime now) {
  step_ = Step::kChoosing;
  priority_ = false;
  touched_.clear();
  issued_.reset();
  refusal_.clear();
  speak(first_language());
  since_ = now;
  guarded_ = now + kGuard;
}

bool Model::is_as_at_first() const {
  return !priority_ && words_.language() == first_language();
}

void Model::advance(MonoTime now) {
  const auto end = deadline();
  if (end && now >= *end) begin_anew(now);
}

std::optional<MonoTime> Model::deadline() const {
  switch (step_) {
    case Step::kChoosing:
      return is_as_at_first() ? std::nullopt : std::optional(since_ + place_.return_after);
    case Step::kAsking:
      return std::nullopt;  // the session gives up by itself
    case Step::kUnsure:
      return since_ + kWorthAsking;
    case Step::kNumber: {
      const bool read_from_screen = on_paper_ == OnPaper::kNo || on_paper_ == OnPaper::kFailed;
      return since_ + place_.number_stays * (read_from_screen ? 2 : 1);
    }
    case Step::kRefused:
      return since_ + kRefusalStays;
  }
  return std::nullopt;
}

}  // namespace panggil::kiosk
