#include "kiosk/model/offers.hpp"

#include "kiosk/model/dates.hpp"

namespace panggil::kiosk {
namespace {
using session::Wording;

std::string how_busy(const protocol::Queue& queue, const Wording& words) {
  auto text = queue.waiting == 0 ? words.text("kiosk.nobody_waits")
                                 : words.text("kiosk.waiting", {{"count", std::to_string(queue.waiting)}});
  if (queue.estimate) text += " · " + words.band("kiosk.band", *queue.estimate);
  return text;
}

std::string until(const std::string& key, const protocol::OfficeService& service, const OfficeView& view,
                  const Wording& words) {
  if (!service.opens_at) return words.text(key);
  return words.text(key + "_until", {{"when", when_in_words(*service.opens_at, view.time(), words)}});
}

std::string why_not(const std::string& state, const protocol::OfficeService& service, const OfficeView& view,
                    const Wording& words) {
  if (state == "suspended") return words.text("kiosk.suspended");
  if (state == "full") return words.text("kiosk.full");
  return until(state == "ending" ? "kiosk.ending" : "kiosk.closed", service, view, words);
}

Tile tile(const protocol::OfficeService& service, const OfficeView& view, const Wording& words) {
  const auto state = view.state(service);
  Tile tile{.service = service.service,
            .prefix = session::printable(service.prefix),
            .name = words.in_language(service.name, service.service),
            .possible = state == "open"};
  const auto* queue = view.queue(service.service);
  if (!tile.possible) tile.detail = why_not(state, service, view, words);
  if (tile.possible && queue != nullptr) tile.detail = how_busy(*queue, words);
  return tile;
}

}  // namespace

std::vector<Tile> offers(const OfficeView& view, const std::vector<std::string>& wanted,
                         const Wording& words) {
  std::vector<Tile> tiles;
  const auto offer = [&](const protocol::OfficeService* service) {
    if (service != nullptr && tiles.size() < kMostOffered) tiles.push_back(tile(*service, view, words));
  };
  for (const auto& id : wanted) offer(view.service(id));
  if (wanted.empty() && view.office())
    for (const auto& service : view.office()->services) offer(&service);
  return tiles;
}

}  // namespace panggil::kiosk
