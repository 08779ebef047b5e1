/// \file
/// Where everything stands on a kiosk's screen: a scene becomes a figure, pure rectangles, and the places
/// that can be touched.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "common/drawing/design.hpp"
#include "common/drawing/figure.hpp"
#include "common/drawing/target.hpp"
#include "kiosk/model/scene.hpp"
#include "kiosk/model/touch.hpp"

namespace panggil::kiosk {

/// What a finger finds without aiming, in both directions.
inline constexpr float kTargetMm = 20;

/// A screen as it stands there.
struct Screen {
  drawing::Size size;
  float px_per_mm = 0;  ///< 0: its size in the world is not known

  float least_target() const { return kTargetMm * px_per_mm; }
};
/// `inches`: its diagonal, as screens are sold; 0: not known.
Screen screen_of(drawing::Size size, double inches);

/// What a text is; tests and measurements find it by this.
namespace part {
inline constexpr std::string_view kOffice = "office";
inline constexpr std::string_view kDate = "date";
inline constexpr std::string_view kLanguage = "language";
inline constexpr std::string_view kTitle = "title";
inline constexpr std::string_view kDetail = "detail";
inline constexpr std::string_view kPrefix = "prefix";
inline constexpr std::string_view kService = "service";
inline constexpr std::string_view kBusy = "busy";
inline constexpr std::string_view kPriority = "priority";
inline constexpr std::string_view kNotice = "notice";
inline constexpr std::string_view kPrinter = "printer";
inline constexpr std::string_view kTicket = "ticket";
inline constexpr std::string_view kPaper = "paper";
inline constexpr std::string_view kDone = "done";
}  // namespace part

using Target = drawing::Target<Touch>;

struct Layout : drawing::Figure {
  std::vector<Target> targets;
};

/// Pixels of this size that are one in the designed one, 1920x1080 or 1080x1920.
float unit(drawing::Size size);

/// What a window for these figures has to know.
drawing::Design design();

Layout layout(const Scene& scene, const Screen& screen, const drawing::Typesetter& type);

/// The shortest side of what can be touched, in mm; nothing: nothing can, or the screen's size is not known.
std::optional<float> smallest_target_mm(const Layout& layout, const Screen& screen);

}  // namespace panggil::kiosk
