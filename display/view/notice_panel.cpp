#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "display/view/panels.hpp"

namespace panggil::display {
namespace {
constexpr float kMostCap = 72;
constexpr float kPitch = 1.5F;
constexpr float kOver =
    0.09F;  // slots overlap: what hangs below a line may stand beside what rises from the next
constexpr float kIcon = 84;
constexpr float kIconSpace = 28;
constexpr float kPadding = 30;
constexpr std::size_t kMostLines = 64;

/// Of the highest level there is, which goes before the others.
std::vector<const NoticeText*> foremost(const Sheet& sheet) {
  std::vector<const NoticeText*> found;
  for (const auto& notice : sheet.scene.notices)
    if (notice.level == sheet.scene.notices.front().level) found.push_back(&notice);
  return found;
}

struct Page {
  const NoticeText* notice;
  drawing::Block block;
};

/// The icon stands beside the text, or above it where there is little room beside it.
bool is_narrow(const Sheet& sheet, Rect rect) {
  return rect.width < sheet.px(700) && rect.height > sheet.px(300);
}
/// Where the icon is, and the text.
struct Places {
  Rect icon;
  Rect text;
};

Places places_in(const Sheet& sheet, Rect rect) {
  const Rect inner = rect.inset(sheet.px(kPadding), sheet.px(kPadding * 0.3F));
  const float icon = std::min(sheet.px(kIcon), inner.height);
  if (is_narrow(sheet, rect)) return {{inner.x, inner.y, icon, icon}, inner.below(icon + sheet.px(12))};
  return {{inner.x, inner.y + (inner.height - icon) / 2, icon, icon},
          inner.right_of(icon + sheet.px(kIconSpace))};
}

bool is_cut(const drawing::Block& block) {
  return std::any_of(block.lines.begin(), block.lines.end(),
                     [](const auto& line) { return line.ends_with("…"); });
}

/// What can be read by itself.
std::vector<std::string> sentences_of(std::string_view text) {
  std::vector<std::string> sentences;
  while (!text.empty()) {
    std::size_t end = text.find_first_of(".!?");
    while (end != std::string_view::npos && end + 1 < text.size() && text[end + 1] != ' ')
      end = text.find_first_of(".!?", end + 1);
    const auto length = end == std::string_view::npos ? text.size() : end + 1;
    sentences.emplace_back(text.substr(0, length));
    text.remove_prefix(std::min(length + 1, text.size()));
  }
  return sentences;
}

/// A sentence that is too long for one page: every page says that there is more.
void add_parts(const Sheet& sheet, const NoticeText& notice, const std::string& sentence, float room,
               std::size_t fitting, std::vector<Page>& pages) {
  const float least = sheet.px(kReadCap);
  const float mark = sheet.type.width("… …", Weight::kBold, least);
  const auto lines = sheet.type.wrapped(sentence, Weight::kBold, least, room - mark, kMostLines);
  const auto count = (lines.size() + fitting - 1) / fitting;
  const auto each = (lines.size() + count - 1) / count;
  for (std::size_t from = 0; from < lines.size(); from += each) {
    const auto to = std::min(from + each, lines.size());
    const auto at = [&](std::size_t index) { return lines.begin() + static_cast<std::ptrdiff_t>(index); };
    Page page{&notice, {{at(from), at(to)}, least}};
    if (from > 0) page.block.lines.front().insert(0, "… ");
    if (to < lines.size()) page.block.lines.back() += " …";
    pages.push_back(std::move(page));
  }
}

/// A text that is too long for the room goes on when the place has its next turn, rather than being cut or
/// too small to be read. A new page begins with a sentence: half of one may say the opposite of the whole.
void add_pages(const Sheet& sheet, const NoticeText& notice, Rect room, std::vector<Page>& pages) {
  const float least = sheet.px(kReadCap);
  auto block = sheet.type.block(notice.text, Weight::kBold, room.width, room.height, sheet.px(kMostCap),
                                least, kPitch);
  if (!is_cut(block)) return pages.push_back({&notice, std::move(block)});
  const auto fitting = static_cast<std::size_t>(std::max(room.height / (least * kPitch), 1.0F));
  const auto lines_of = [&](const std::string& text) {
    return sheet.type.wrapped(text, Weight::kBold, least, room.width, kMostLines);
  };
  std::string page;
  const auto turn_over = [&] {
    if (!page.empty())
      pages.push_back({&notice, sheet.type.block(page, Weight::kBold, room.width, room.height,
                                                 sheet.px(kMostCap), least, kPitch)});
    page.clear();
  };
  for (const auto& sentence : sentences_of(notice.text)) {
    const auto more = page.empty() ? sentence : page + " " + sentence;
    if (lines_of(more).size() <= fitting) {
      page = more;
      continue;
    }
    turn_over();
    if (lines_of(sentence).size() <= fitting)
      page = sentence;
    else
      add_parts(sheet, notice, sentence, room.width, fitting, pages);
  }
  turn_over();
}

std::vector<Page> pages_of(const Sheet& sheet, Rect rect) {
  std::vector<Page> pages;
  for (const auto* notice : foremost(sheet)) add_pages(sheet, *notice, places_in(sheet, rect).text, pages);
  return pages;
}
}  // namespace

float notice_height(const Sheet& sheet, float width) {
  const float room = width - sheet.px(2 * kPadding + kIcon + kIconSpace);
  std::size_t lines = 1;
  for (const auto* notice : foremost(sheet))
    lines = std::max(
        lines, sheet.type.wrapped(notice->text, Weight::kBold, sheet.px(kReadCap), room, kMostLines).size());
  return sheet.px(std::max(static_cast<float>(lines) * kReadCap * kPitch, kIcon) + 2 * kPadding * 0.8F);
}

std::size_t notice_pages(const Sheet& sheet, Rect rect) {
  return pages_of(sheet, rect).size();
}

void lay_notice(const Sheet& sheet, Rect rect, std::size_t page) {
  const auto pages = pages_of(sheet, rect);
  const auto& [notice, block] = pages[page];
  const bool warns = notice->level == Level::kWarning;
  const Fill fill = warns ? Fill::kBadge : Fill::kPanel;
  sheet.panel(fill, rect, sheet.px(kRadius));
  auto places = places_in(sheet, rect);
  const float pitch = block.cap * kPitch;
  const float free = places.text.height - pitch * static_cast<float>(block.lines.size());
  // Above the text it goes with it.
  if (is_narrow(sheet, rect)) places.icon.y += free / 2;
  sheet.mark(warns ? Shape::kWarning : Shape::kInformation, places.icon, warns ? Ink::kDark : Ink::kQuiet);
  Rect rest = places.text.below(free / 2);
  for (const auto& line : block.lines) {
    sheet.put(part::kNotice, line, rest.top(pitch).inset(0, -kOver * block.cap), block.cap, Align::kLeft,
              Weight::kBold, warns ? Ink::kDark : Ink::kWhite, fill);
    rest = rest.below(pitch);
  }
}

}  // namespace panggil::display
