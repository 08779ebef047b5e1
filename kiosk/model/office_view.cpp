#include "kiosk/model/office_view.hpp"

#include <algorithm>
#include <set>

namespace panggil::kiosk {
namespace {

int urgency(const protocol::Notice& notice) {
  if (notice.level == "emergency") return 2;
  return notice.level == "warning" ? 1 : 0;
}

bool takes(const protocol::OfficeCounter& counter, const std::string& service) {
  return std::ranges::find(counter.services, service) != counter.services.end();
}

}  // namespace

void OfficeView::take(const protocol::Office& office) {
  if (!office_ || office.seq >= office_->seq) office_ = office;
}

void OfficeView::take(const protocol::Queue& queue) {
  const auto known = queues_.find(queue.service);
  if (known != queues_.end() && queue.seq < known->second.seq) return;
  queues_.insert_or_assign(queue.service, queue);
}

void OfficeView::take(const protocol::Board& board) {
  const auto known = boards_.find(board.area);
  if (known != boards_.end() && board.seq < known->second.seq) return;
  boards_.insert_or_assign(board.area, board);
}

void OfficeView::forget() {
  office_.reset();
  queues_.clear();
  boards_.clear();
}

const protocol::Queue* OfficeView::queue(const std::string& service) const {
  const auto known = queues_.find(service);
  return known == queues_.end() ? nullptr : &known->second;
}

const protocol::OfficeService* OfficeView::service(const std::string& id) const {
  if (!office_) return nullptr;
  const auto found = std::ranges::find(office_->services, id, &protocol::OfficeService::service);
  return found == office_->services.end() ? nullptr : &*found;
}

std::string OfficeView::state(const protocol::OfficeService& service) const {
  const auto* known = queue(service.service);
  return known != nullptr && known->seq > office_->seq ? known->state : service.state;
}

const protocol::Notice* OfficeView::notice(const std::optional<std::string>& area) const {
  const protocol::Notice* found = nullptr;
  for (const auto& [name, board] : boards_) {
    if (area && name != *area) continue;
    for (const auto& notice : board.notices)
      if (found == nullptr || urgency(notice) > urgency(*found)) found = &notice;
  }
  return found;
}

std::vector<protocol::LocalText> OfficeView::areas_of(const std::string& service) const {
  std::vector<protocol::LocalText> names;
  if (!office_) return names;
  std::set<std::string> ids;
  for (const auto& counter : office_->counters)
    if (takes(counter, service)) ids.insert(counter.areas.begin(), counter.areas.end());
  for (const auto& area : office_->areas)
    if (ids.contains(area.area)) names.push_back(area.name);
  return names;
}

}  // namespace panggil::kiosk
