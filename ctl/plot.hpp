/// \file
/// Plots as SVG, plain enough for a grey printer: light, dark and hatched areas with an outline. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace panggil::ctl {

/// What HTML and SVG would take for their own.
std::string escaped(std::string_view text);

/// Of one place on the axis.
struct Bar {
  std::string label;
  std::vector<double> values;        ///< one of each series; not negative
  std::vector<std::string> texts{};  ///< what is written at each; none: nothing is
};

struct Plot {
  std::string title;
  std::vector<std::string> series;
  std::vector<Bar> bars;
};

/// Upright, side by side: for hours and days.
std::string columns_svg(const Plot& plot);
/// Lying, one below the other, with long labels; `stacked`: the series of one end to end.
std::string lying_svg(const Plot& plot, bool stacked);

}  // namespace panggil::ctl
