// What there is to see on the screen, of all that the model knows.
#include <algorithm>

#include "display/model/model.hpp"

namespace panggil::display {
namespace {
/// Outwards to whole minutes.
std::optional<WaitBand> in_minutes(const std::optional<protocol::Estimate>& estimate) {
  if (!estimate) return std::nullopt;
  return WaitBand{estimate->low_s / 60, (estimate->high_s + 59) / 60};
}
}  // namespace

Scene Model::scene(Micros now) const {
  Scene scene;
  name_place(scene);
  tell_time(scene, now);
  scene.closed = closed();
  if (scene.closed && scene.link != LinkState::kLost) scene.opens = opens(now);
  tell_calls(scene);
  scene.services = services();
  scene.orbit = orbit_;
  scene.dark = dark(now);
  tell_counters(scene);
  tell_notices(scene, now);
  return scene;
}

bool Model::closed() const {
  if (!board_ || board_->open) return false;
  const bool nobody_waits = std::all_of(board_->services.begin(), board_->services.end(),
                                        [](const auto& service) { return service.waiting == 0; });
  const bool nobody_is_served = std::none_of(board_->counters.begin(), board_->counters.end(),
                                             [](const auto& counter) { return counter.ticket.has_value(); });
  return nobody_waits && nobody_is_served;
}

/// The first of the area's services that gives out tickets again.
std::optional<Opening> Model::opens(Micros now) const {
  std::optional<Stamp> first;
  if (!board_ || !office_) return std::nullopt;
  for (const auto& service : office_->services) {
    const bool is_here = std::any_of(board_->services.begin(), board_->services.end(),
                                     [&](const auto& one) { return one.service == service.service; });
    if (is_here && service.opens_at && (!first || service.opens_at->time < first->time))
      first = service.opens_at;
  }
  const auto today = clock_.time(now);
  if (!first || !today) return std::nullopt;
  const auto day_of = [](const Stamp& stamp) {
    return std::chrono::floor<std::chrono::days>(stamp.time + stamp.offset);
  };
  const auto day = day_of(*first);
  const auto days_off = (day - day_of(*today)).count();
  if (days_off < 0) return std::nullopt;
  return Opening{Day(day), days_off, hours_and_minutes(*first)};
}

void Model::tell_calls(Scene& scene) const {
  std::vector<Label> counters;
  for (const auto& label : this->counters()) counters.push_back(split_label(in_language(label, language())));
  const CounterWords words(counters);
  // After so long without word the last call may long be over, and it is when nobody is left; one that has
  // just come is shown all the same.
  const bool hidden = line_.held() && (scene.link == LinkState::kLost || scene.closed);
  const protocol::Call* live = hidden ? nullptr : line_.live();
  if (live) scene.live = called(*live, words);
  scene.recent = recent(live, words);
  scene.calling = live && calling();
}

std::vector<protocol::LocalText> Model::counters() const {
  std::vector<protocol::LocalText> labels;
  if (!board_) return labels;
  for (const auto& counter : board_->counters) labels.push_back(counter.label);
  return labels;
}

std::string Model::language() const {
  if (!language_.empty()) return language_;
  return office_ && !office_->languages.empty() ? office_->languages.front() : "id";
}

void Model::name_place(Scene& scene) const {
  scene.language = language();
  if (!office_) return;
  scene.office = in_language(office_->name, scene.language);
  for (const auto& area : office_->areas)
    if (area.area == area_.text()) scene.area = in_language(area.name, scene.language);
  scene.areas_instead = areas_instead();
  if (!scene.areas_instead.empty()) scene.area = area_.text();
}

std::string Model::areas_instead() const {
  std::string list;
  if (!office_) return list;
  for (const auto& area : office_->areas) {
    if (area.area == area_.text()) return {};
    list += (list.empty() ? "" : ", ") + area.area;
  }
  return list;
}

void Model::tell_time(Scene& scene, Micros now) const {
  scene.link = clock_.state(now);
  if (const auto time = clock_.time(now)) scene.clock = hours_and_minutes(*time);
  if (scene.link == LinkState::kFresh) return;
  if (clock_.last()) scene.last_data = hours_and_minutes(*clock_.last());
  if (!clock_.last() && board_) scene.last_data = hours_and_minutes(board_->at);
}

void Model::tell_counters(Scene& scene) const {
  if (!board_) return;
  for (const auto& counter : board_->counters) {
    CounterLine line{split_label(in_language(counter.label, language())), counter.state,
                     counter.ticket.value_or("")};
    if (desk_ && counter.counter == desk_->text()) scene.desk = line;
    if (counter.state != "closed") scene.counters.push_back(std::move(line));
  }
}

void Model::tell_notices(Scene& scene, Micros now) const {
  for (auto& notice : notices(now))
    (notice.level == Level::kEmergency ? scene.emergencies : scene.notices).push_back(std::move(notice));
  scene.stage = stage(now);
}

CalledTicket Model::called(const protocol::Call& call, const CounterWords& words) const {
  const auto label = split_label(in_language(call.label, language()));
  return {call.call, call.ticket, label, words.matters(label)};
}

std::vector<CalledTicket> Model::recent(const protocol::Call* live, const CounterWords& words) const {
  std::vector<CalledTicket> rows;
  const auto same = [](const auto& one, const auto& other) {
    return one.ticket == other.ticket && one.counter == other.counter;
  };
  const auto live_row = live ? std::optional(called(*live, words)) : std::nullopt;
  for (const auto& [number, call] : calls_) {
    const auto row = called(call, words);
    const bool again =
        (live_row && same(row, *live_row)) ||
        std::any_of(rows.begin(), rows.end(), [&](const auto& other) { return same(row, other); });
    if (!again) rows.push_back(row);
    if (rows.size() == kRecentRows) break;
  }
  return rows;
}

std::vector<ServiceLine> Model::services() const {
  std::vector<ServiceLine> lines;
  if (!board_) return lines;
  for (const auto& service : board_->services) {
    const bool concerns_nobody = service.state == "closed" && service.waiting == 0;
    if (!concerns_nobody)
      lines.push_back({in_language(service.name, language()), service.waiting, in_minutes(service.estimate),
                       service.state == "open" ? "" : service.state});
  }
  return lines;
}

}  // namespace panggil::display
