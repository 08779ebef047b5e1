/// \file
/// Where everything stands in an officer's window: a scene becomes a figure, pure rectangles, and the places
/// that can be clicked.
#pragma once

#include <string_view>
#include <vector>

#include "common/drawing/design.hpp"
#include "common/drawing/figure.hpp"
#include "common/drawing/target.hpp"
#include "common/texts/catalogue.hpp"
#include "counter-client/model/scene.hpp"

namespace panggil::counter {

/// The size that it is designed for, and the least that it is made for.
inline constexpr drawing::Size kDesigned{420, 560};
inline constexpr drawing::Size kLeast{300, 400};

/// What a text is; tests and measurements find it by this.
namespace part {
inline constexpr std::string_view kCounter = "counter";
inline constexpr std::string_view kState = "state";
inline constexpr std::string_view kTime = "time";
inline constexpr std::string_view kTicket = "ticket";
inline constexpr std::string_view kService = "service";
inline constexpr std::string_view kClass = "class";
inline constexpr std::string_view kSince = "since";
inline constexpr std::string_view kNobody = "nobody";
inline constexpr std::string_view kOffline = "offline";
inline constexpr std::string_view kWhyOffline = "why_offline";
inline constexpr std::string_view kWaiting = "waiting";
inline constexpr std::string_view kWaitingOf = "waiting_of";
inline constexpr std::string_view kLabel = "label";
inline constexpr std::string_view kTickets = "tickets";
inline constexpr std::string_view kEvent = "event";
inline constexpr std::string_view kMessage = "message";
inline constexpr std::string_view kTitle = "title";
inline constexpr std::string_view kEntry = "entry";
inline constexpr std::string_view kLetter = "letter";
inline constexpr std::string_view kKey = "key";
inline constexpr std::string_view kNote = "note";
inline constexpr std::string_view kButton = "button";
}  // namespace part

using Target = drawing::Target<Key>;

struct Layout : drawing::Figure {
  std::vector<Target> targets;  ///< what can be clicked, which is as if its key were pressed
};

/// Pixels of this size that are one in the designed one.
float unit(drawing::Size size);

/// What a window for these figures has to know.
drawing::Design design();

Layout layout(const Scene& scene, drawing::Size size, const drawing::Typesetter& type,
              const Catalogue& words);

}  // namespace panggil::counter
