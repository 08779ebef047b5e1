/// \file
/// Where everything stands and how large it is: pure rectangles out of a scene and a size, so that it is
/// tested without a window. The painter draws this and decides nothing.
#pragma once

#include <string_view>

#include "common/drawing/design.hpp"
#include "common/drawing/figure.hpp"
#include "common/texts/catalogue.hpp"
#include "display/model/scene.hpp"

namespace panggil::display {

// Layouts are written in the words of drawing.
using drawing::Align;
using drawing::Fill;
using drawing::Ink;
using drawing::Rect;
using drawing::Shape;
using drawing::Size;
using drawing::Text;
using drawing::Typesetter;
using drawing::Weight;

/// Capital letters are so high at 1080 lines, and in proportion at others.
inline constexpr float kLeastLiveCap = 200;
inline constexpr float kRecentCap = 100;
inline constexpr float kReadCap = 48;  ///< nothing that the public must read is smaller

/// What a text is; tests and measurements find it by this.
namespace part {
inline constexpr std::string_view kOffice = "office";
inline constexpr std::string_view kLink = "link";
inline constexpr std::string_view kClock = "clock";
inline constexpr std::string_view kTicketWord = "ticket_word";
inline constexpr std::string_view kTicket = "ticket";
inline constexpr std::string_view kCounterWord = "counter_word";
inline constexpr std::string_view kCounter = "counter";
inline constexpr std::string_view kMessage = "message";
inline constexpr std::string_view kSubMessage = "sub_message";
inline constexpr std::string_view kNoCalls = "no_calls";
inline constexpr std::string_view kRecentTicket = "recent_ticket";
inline constexpr std::string_view kRecentWord = "recent_word";
inline constexpr std::string_view kRecentCounter = "recent_counter";
inline constexpr std::string_view kServiceName = "service_name";
inline constexpr std::string_view kServiceWaiting = "service_waiting";
inline constexpr std::string_view kServiceEstimate = "service_estimate";
}  // namespace part

struct Layout : drawing::Figure {
  Rect live;  ///< the panel of the live call
};

/// Pixels of this size that are one at 1080 lines.
float unit(Size size);

/// What a window for these pictures has to know.
drawing::Design design();

Layout layout(const Scene& scene, Size size, const Typesetter& type, const Catalogue& words);

}  // namespace panggil::display
