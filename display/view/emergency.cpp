#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "display/view/panels.hpp"

namespace panggil::display {
namespace {
constexpr float kMostCap = 140;
constexpr float kLeastCap = kReadCap;
constexpr float kPitch = 1.55F;
constexpr float kOver = 0.07F;  // as with notices
constexpr float kSign = 190;
constexpr std::size_t kMost = 3;  // newest first; more at once nobody reads

struct Paragraph {
  std::string text;
  Ink ink;
};

/// Each in the screen's language, and in the other one below.
std::vector<Paragraph> paragraphs(const Scene& scene) {
  std::vector<Paragraph> all;
  for (const auto& notice : scene.emergencies) {
    if (all.size() >= 2 * kMost) break;
    all.push_back({notice.text, Ink::kWhite});
    if (!notice.other.empty()) all.push_back({notice.other, Ink::kYellow});
  }
  return all;
}

struct Fitted {
  std::vector<drawing::Block> blocks;
  float cap = 0;
  float height = 0;
};

Fitted fitted_at(const Sheet& sheet, const std::vector<Paragraph>& all, Rect room, float cap) {
  Fitted fitted{{}, cap, 0};
  const float share = room.height / static_cast<float>(all.size()) - 0.6F * cap;
  for (const auto& one : all) {
    // Only the smallest letters lose an end.
    const float height = cap <= sheet.px(kLeastCap) ? share : 1e6F;
    fitted.blocks.push_back(sheet.type.block(one.text, Weight::kBold, room.width, height, cap, cap, kPitch));
    fitted.height += cap * (kPitch * static_cast<float>(fitted.blocks.back().lines.size()) + 0.6F);
  }
  fitted.height -= cap * 0.6F;
  return fitted;
}

bool is_whole(const Sheet& sheet, const Fitted& fitted, Rect room) {
  const bool narrow = std::all_of(fitted.blocks.begin(), fitted.blocks.end(), [&](const auto& block) {
    return std::all_of(block.lines.begin(), block.lines.end(), [&](const auto& line) {
      return !line.ends_with("…") && sheet.type.width(line, Weight::kBold, fitted.cap) <= room.width;
    });
  });
  return narrow && fitted.height <= room.height;
}

/// One size for all, the largest at which everything goes in.
Fitted fitted_in(const Sheet& sheet, const std::vector<Paragraph>& all, Rect room) {
  constexpr float kStep = 4;
  constexpr int kSteps = static_cast<int>((kMostCap - kLeastCap) / kStep);
  for (int step = 0; step < kSteps; ++step) {
    auto fitted = fitted_at(sheet, all, room, sheet.px(kMostCap - static_cast<float>(step) * kStep));
    if (is_whole(sheet, fitted, room)) return fitted;
  }
  return fitted_at(sheet, all, room, sheet.px(kLeastCap));
}
/// As many at a time as go in whole; where that is not all of them, they take turns.
std::vector<std::vector<Paragraph>> pages_of(const Sheet& sheet, const Scene& scene, Rect room) {
  std::vector<std::vector<Paragraph>> pages;
  for (const auto& one : paragraphs(scene)) {
    auto together = pages.empty() ? std::vector<Paragraph>() : pages.back();
    together.push_back(one);
    if (pages.empty() || !is_whole(sheet, fitted_in(sheet, together, room), room)) {
      pages.push_back({one});
    } else {
      pages.back() = std::move(together);
    }
  }
  return pages;
}
}  // namespace

void lay_emergency(const Sheet& sheet, Rect safe) {
  sheet.panel(Fill::kEmergency, safe, sheet.px(36));
  const Rect inner = safe.inset(sheet.px(64), sheet.px(48));
  const float sign = sheet.px(kSign);
  sheet.mark(Shape::kWarning, {inner.x + (inner.width - sign) / 2, inner.y, sign, sign}, Ink::kYellow);
  const Rect room = inner.below(sign + sheet.px(28));
  const auto pages = pages_of(sheet, sheet.scene, room);
  if (pages.empty()) return;
  if (pages.size() > 1) sheet.made.takes_turns = true;
  const auto& all = pages[sheet.extras.turn % pages.size()];
  const auto fitted = fitted_in(sheet, all, room);
  const float pitch = fitted.cap * kPitch;
  Rect rest = room.below(std::max((room.height - fitted.height) / 2, 0.0F));
  for (std::size_t index = 0; index < all.size(); ++index) {
    for (const auto& line : fitted.blocks[index].lines) {
      sheet.put(part::kEmergency, line, rest.top(pitch).inset(0, -kOver * fitted.cap), fitted.cap,
                Align::kCentre, Weight::kBold, all[index].ink, Fill::kEmergency);
      rest = rest.below(pitch);
    }
    rest = rest.below(fitted.cap * 0.6F);
  }
}

}  // namespace panggil::display
