/// \file
/// An office as lines of text. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/protocol/message/event.hpp"
#include "common/session/link.hpp"
#include "common/session/wording.hpp"
#include "ctl/picture.hpp"

namespace panggil::ctl {

enum class Style { kPlain, kTitle, kQuiet, kAlarm };
struct Line {
  std::string text;
  Style style = Style::kPlain;
  friend bool operator==(const Line&, const Line&) = default;
};
using Lines = std::vector<Line>;

struct Size {
  std::size_t columns = 80;
  std::size_t rows = 24;
};

/// What is to be shown, and when.
struct Scene {
  const Picture& picture;
  const session::Link& link;
  const session::Wording& wording;  ///< of the picture's office
  MonoTime now;
};

/// Who it is, whether the dispatcher is there, its clock, and what else was heard last.
Lines heading(const Scene& scene, std::size_t width);
Lines services(const Scene& scene, std::size_t width);
/// A row a counter: its ticket, since when, its officer.
Lines counters(const Scene& scene, std::size_t width);
Lines devices(const Scene& scene, std::size_t width);
/// With their ids, by which they are taken down.
Lines notices(const Scene& scene, std::size_t width);

/// All of that, the last calls, and as many events as there is room for; never more than `size`.
Lines whole_screen(const Scene& scene, Size size);

/// One event in one line, the same in every language: time, kind, ticket, then `what=value`.
std::string event_line(const protocol::Event& event);

}  // namespace panggil::ctl
