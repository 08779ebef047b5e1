#include "ctl/plot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace panggil::ctl {
namespace {

constexpr double kWidth = 720;
constexpr double kLabels = 170;  // of lying bars
constexpr double kHeight = 170;  // of upright ones
constexpr double kTop = 44;      // the legend
constexpr double kRow = 24;

double sum(const Bar& bar) {
  return std::accumulate(bar.values.begin(), bar.values.end(), 0.0);
}

double largest(const Plot& plot, bool stacked) {
  double most = 0;
  for (const auto& bar : plot.bars) {
    if (bar.values.empty()) continue;
    most = std::max(most, stacked ? sum(bar) : *std::ranges::max_element(bar.values));
  }
  return most > 0 ? most : 1;
}

std::string rectangle(double x, double y, double width, double height, std::size_t series) {
  return fmt::format(R"(<rect class="s{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>)", series, x,
                     y, std::max(width, 0.0), std::max(height, 0.0));
}

std::string words(double x, double y, std::string_view anchor, std::string_view text) {
  return fmt::format(R"(<text x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>)", x, y, anchor,
                     escaped(text));
}

std::string legend(const Plot& plot) {
  if (plot.series.size() < 2) return "";
  std::string svg;
  double x = 0;
  for (std::size_t i = 0; i < plot.series.size(); ++i) {
    svg += rectangle(x, 8, 14, 14, i) + words(x + 20, 20, "start", plot.series[i]);
    x += 44 + 7.5 * static_cast<double>(plot.series[i].size());
  }
  return svg;
}

std::string framed(const Plot& plot, double height, const std::string& inside) {
  return fmt::format(
      R"(<div class="plot"><svg viewBox="0 0 {:.0f} {:.0f}" role="img" aria-label="{}">{}{}</svg></div>)",
      kWidth, height, escaped(plot.title), legend(plot), inside);
}

/// The value of `bar` in `series`, written at a place, if it is written.
std::string value(const Bar& bar, std::size_t series, double x, double y, std::string_view anchor) {
  return series < bar.texts.size() ? words(x, y, anchor, bar.texts[series]) : "";
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char each : text) {
    switch (each) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      default:
        safe += each;
    }
  }
  return safe;
}

std::string columns_svg(const Plot& plot) {
  const double scale = kHeight / largest(plot, false);
  const double slot = kWidth / static_cast<double>(std::max<std::size_t>(plot.bars.size(), 1));
  const double bottom = kTop + kHeight;
  // Labels that would run into each other are left out evenly.
  const auto every = static_cast<std::size_t>(1 + 40 / std::max(slot, 1.0));
  std::string svg;
  for (std::size_t i = 0; i < plot.bars.size(); ++i) {
    const auto& bar = plot.bars[i];
    const double left = slot * static_cast<double>(i);
    const double width =
        std::min(slot * 0.8, 90.0) / static_cast<double>(std::max<std::size_t>(bar.values.size(), 1));
    const double start = left + (slot - width * static_cast<double>(bar.values.size())) / 2;
    for (std::size_t s = 0; s < bar.values.size(); ++s) {
      const double x = start + width * static_cast<double>(s);
      const double height = bar.values[s] * scale;
      svg += rectangle(x, bottom - height, width, height, s);
      if (every == 1) svg += value(bar, s, x + width / 2, bottom - height - 4, "middle");
    }
    if (i % every == 0) svg += words(left + slot / 2, bottom + 17, "middle", bar.label);
  }
  svg += fmt::format(R"(<line x1="0" x2="{0:.0f}" y1="{1:.1f}" y2="{1:.1f}"/>)", kWidth, bottom);
  return framed(plot, bottom + 24, svg);
}

std::string lying_svg(const Plot& plot, bool stacked) {
  const double scale = (kWidth - kLabels - 60) / largest(plot, stacked);
  const std::size_t lines = stacked ? 1 : std::max<std::size_t>(plot.series.size(), 1);
  double y = plot.series.size() < 2 ? 6 : kTop - 10;
  std::string svg;
  for (const auto& bar : plot.bars) {
    svg += words(kLabels - 8, y + kRow * static_cast<double>(lines) / 2 + 4, "end", bar.label);
    double x = kLabels;
    for (std::size_t s = 0; s < bar.values.size(); ++s) {
      const double width = bar.values[s] * scale;
      const double top = stacked ? y : y + kRow * static_cast<double>(s);
      svg += rectangle(x, top + 2, width, kRow - 4, s);
      if (!stacked) svg += value(bar, s, x + width + 6, top + kRow / 2 + 4, "start");
      if (stacked) x += width;
    }
    if (stacked && !bar.texts.empty()) svg += words(x + 6, y + kRow / 2 + 4, "start", bar.texts.back());
    y += kRow * static_cast<double>(lines) + 8;
  }
  return framed(plot, y + 4, svg);
}

}  // namespace panggil::ctl
