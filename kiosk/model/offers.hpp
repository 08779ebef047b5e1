/// \file
/// The services as a visitor is offered them. Pure.
#pragma once

#include <string>
#include <vector>

#include "common/session/wording.hpp"
#include "kiosk/model/office_view.hpp"
#include "kiosk/model/scene.hpp"

namespace panggil::kiosk {

/// More do not fit on a screen with buttons that a finger finds.
inline constexpr std::size_t kMostOffered = 12;

/// Those that are `wanted`, in that order, or all of the office; never more than kMostOffered.
std::vector<Tile> offers(const OfficeView& view, const std::vector<std::string>& wanted,
                         const session::Wording& words);

}  // namespace panggil::kiosk
