/// \file
/// Where everything stands and how large it is: pure rectangles out of a scene and a size, so that it is
/// tested without a window. The painter draws this and decides nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/drawing/design.hpp"
#include "common/drawing/figure.hpp"
#include "common/texts/catalogue.hpp"
#include "display/model/scene.hpp"
#include "display/view/plan.hpp"

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
inline constexpr std::string_view kOpens = "opens";
inline constexpr std::string_view kOpensTime = "opens_time";
inline constexpr std::string_view kPlace = "place";
inline constexpr std::string_view kNoCalls = "no_calls";
inline constexpr std::string_view kRecentTicket = "recent_ticket";
inline constexpr std::string_view kRecentWord = "recent_word";
inline constexpr std::string_view kRecentCounter = "recent_counter";
inline constexpr std::string_view kRecentName = "recent_name";
inline constexpr std::string_view kServiceName = "service_name";
inline constexpr std::string_view kServiceWaiting = "service_waiting";
inline constexpr std::string_view kServiceEstimate = "service_estimate";
inline constexpr std::string_view kServiceState = "service_state";
inline constexpr std::string_view kListCounter = "list_counter";
inline constexpr std::string_view kListTicket = "list_ticket";
inline constexpr std::string_view kNotice = "notice";
inline constexpr std::string_view kEmergency = "emergency";
}  // namespace part

/// What is shown besides the queue.
struct Extras {
  std::shared_ptr<const drawing::Pixels> media{};  ///< null: none at present
  std::shared_ptr<const drawing::Pixels> logo{};
  std::string ticker{};
  std::uint64_t turn = 0;  ///< of zones that share a place
};

struct Layout : drawing::Figure {
  Rect live;                           ///< the panel of the live call
  std::optional<std::size_t> pulsing;  ///< which of `panels` that is, while it is called
  std::optional<Rect> media;           ///< where pictures are shown, at present
  bool takes_turns = false;            ///< another turn would look different
};

/// Pixels of this size that are one at 1080 lines.
float unit(Size size);

/// What a window for these pictures has to know.
drawing::Design design();

/// What a layout is made with.
struct Means {
  const Plan& plan;
  const Extras& extras;
  const Typesetter& type;
  const Catalogue& words;
};

Layout layout(const Scene& scene, Size size, const Means& means);

}  // namespace panggil::display
