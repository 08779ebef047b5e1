/// \file
/// What figures are described with, for the files that make them: `using namespace drawing::names;`.
#pragma once

#include "common/drawing/figure.hpp"

namespace panggil::drawing::names {

using drawing::Align;
using drawing::Fill;
using drawing::Ink;
using drawing::Rect;
using drawing::Shape;
using drawing::Size;
using drawing::Weight;

}  // namespace panggil::drawing::names
