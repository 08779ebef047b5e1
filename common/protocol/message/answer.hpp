/// \file
/// `…/reply/{client}`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/base/zone.hpp"
#include "common/protocol/message/command.hpp"
#include "common/protocol/message/local_text.hpp"
#include "common/protocol/message/result.hpp"

namespace panggil::protocol {

struct Error {
  std::string code;
  std::string message;
  std::optional<LocalText> text{};  ///< the message, in every language that there is one in
  std::optional<Expect> current;
  std::optional<Stamp> opens_at;
  friend bool operator==(const Error&, const Error&) = default;
};

/// `…/reply/{client}`. Exactly one of result and error is there.
struct Answer {
  std::optional<std::string> id;
  std::string action;
  std::uint64_t seq = 0;
  std::optional<ActionResult> result;
  std::optional<Error> error;
  bool ok() const { return result.has_value(); }
  friend bool operator==(const Answer&, const Answer&) = default;
};

}  // namespace panggil::protocol
