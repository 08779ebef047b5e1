/// \file
/// Where everything stands on a printed ticket: a paper becomes a figure, pure rectangles.
#pragma once

#include <string_view>

#include "common/drawing/design.hpp"
#include "common/drawing/figure.hpp"
#include "kiosk/model/paper.hpp"

namespace panggil::kiosk {

/// Dots across what can be printed on: of paper 80 mm wide, and of 58 mm, eight to the millimetre.
inline constexpr unsigned kDotsOf80 = 576;
inline constexpr unsigned kDotsOf58 = 384;

namespace ticket_part {
inline constexpr std::string_view kOffice = "office";
inline constexpr std::string_view kNumber = "number";
inline constexpr std::string_view kService = "service";
inline constexpr std::string_view kWait = "wait";
inline constexpr std::string_view kDocument = "document";
inline constexpr std::string_view kFoot = "foot";
}  // namespace ticket_part

struct TicketLayout : drawing::Figure {
  drawing::Rect code;  ///< a square left free for the QR code; empty: none
};

/// What a canvas for these figures has to know.
drawing::Design ticket_design();

/// As long as it has to be. `room_for_code`: the QR code is drawn into the figure.
TicketLayout ticket_layout(const Paper& paper, unsigned dots, bool room_for_code,
                           const drawing::Typesetter& type);

}  // namespace panggil::kiosk
