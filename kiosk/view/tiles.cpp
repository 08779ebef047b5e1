#include <algorithm>
#include <cmath>

#include "kiosk/view/panels.hpp"

namespace panggil::kiosk {
namespace {
constexpr float kHighest = 260;
constexpr float kBadgeSide = 112;

struct Grid {
  std::size_t columns;
  std::size_t rows;
};

/// Few services have large buttons; many are still few enough to a row that their names can be read.
std::size_t columns_for(std::size_t count, bool upright) {
  if (upright) return count <= 6 ? 1 : 2;
  return count <= 2 ? 1 : count <= 8 ? 2 : 3;
}

float share(float room, float gap, std::size_t parts) {
  return (room - gap * static_cast<float>(parts - 1)) / static_cast<float>(parts);
}

/// One column more where buttons would otherwise be too low for fingers.
Grid grid_for(const Sheet& sheet, Rect room, float gap) {
  const std::size_t count = sheet.scene.tiles.size();
  const bool upright = sheet.screen.size.height > sheet.screen.size.width;
  std::size_t columns = columns_for(count, upright);
  const auto rows = [&] { return (count + columns - 1) / columns; };
  while (columns < (upright ? 2U : 3U) && share(room.height, gap, rows()) < sheet.screen.least_target())
    ++columns;
  return {columns, rows()};
}

struct Look {
  Fill fill;
  Ink name;
  Ink detail;
  Fill badge;
  Ink letter;
};

/// What is closed is paler, has no arrow, and says so: one sees it by the form as well as by the colour.
Look look_of(const Tile& tile) {
  if (tile.touched) return {Fill::kDeep, Ink::kWhite, Ink::kWhite, Fill::kSheet, Ink::kDark};
  if (!tile.possible) return {Fill::kFaint, Ink::kSoft, Ink::kSoft, Fill::kFaint, Ink::kSoft};
  return {Fill::kSheet, Ink::kDark, Ink::kSoft, Fill::kDeep, Ink::kWhite};
}

/// The letter that the numbers begin with.
void lay_badge(const Sheet& sheet, Rect room, const Tile& tile, const Look& look) {
  if (look.badge != look.fill) sheet.panel(look.badge, room, sheet.px(kRadius - 6));
  sheet.put(part::kPrefix, tile.prefix, room.inset(sheet.px(6), 0), room.height * 0.46F, Align::kCentre,
            Weight::kBold, look.letter, look.badge);
}

void lay_tile(const Sheet& sheet, Rect room, const Tile& tile) {
  const Look look = look_of(tile);
  sheet.panel(look.fill, room, sheet.px(kRadius));
  const float edge = std::min(sheet.px(kPadding), room.height * 0.14F);
  const Rect inner = room.inset(edge, edge);
  const float side = std::min({inner.height, sheet.px(kBadgeSide), inner.width * 0.2F});
  lay_badge(sheet, {inner.x, inner.y + (inner.height - side) / 2, side, side}, tile, look);
  const float chevron = sheet.px(28);
  Rect words = inner.right_of(side + sheet.px(kGap));
  words = words.left(words.width - chevron - sheet.px(kGap / 2));
  // Name and detail belong together, whatever the height of the button.
  const float block = std::min(words.height, sheet.px(148));
  words = words.below((words.height - block) / 2).top(block);
  const float upper = block * (tile.detail.empty() ? 1 : 0.58F);
  put_lines(sheet, words.top(upper),
            {part::kService, tile.name, Weight::kBold, kNameCap, Align::kLeft, look.name, look.fill}, 2);
  put_lines(sheet, words.below(upper),
            {part::kBusy, tile.detail, Weight::kBook, kReadCap - 2, Align::kLeft, look.detail, look.fill}, 2);
  if (!tile.possible || tile.touched) return;
  sheet.mark(
      Shape::kChevron,
      {inner.right() - chevron, inner.y + (inner.height - chevron * 1.5F) / 2, chevron, chevron * 1.5F},
      Ink::kSoft);
  sheet.targets.push_back({room, {Touch::What::kService, tile.service}});
}
}  // namespace

void lay_tiles(const Sheet& sheet, Rect room) {
  const auto& tiles = sheet.scene.tiles;
  const float gap = sheet.px(tiles.size() > 6 ? kGap * 0.67F : kGap);
  const auto [columns, rows] = grid_for(sheet, room, gap);
  const float width = share(room.width, gap, columns);
  const float whole = share(room.height, gap, rows);
  const float height = std::min(whole, sheet.target(kHighest));
  for (std::size_t index = 0; index < tiles.size(); ++index) {
    const auto column = static_cast<float>(index % columns);
    const std::size_t above = index / columns;
    const auto row = static_cast<float>(above);
    lay_tile(sheet, {room.x + column * (width + gap), room.y + row * (height + gap), width, height},
             tiles[index]);
  }
}

}  // namespace panggil::kiosk
