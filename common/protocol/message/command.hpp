/// \file
/// `…/cmd/{client}/{action}`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "common/base/zone.hpp"
#include "common/protocol/message/local_text.hpp"

namespace panggil::protocol {

/// The ticket that its sender sees as current; nothing inside is `{"ticket":null}`.
struct Expect {
  std::optional<std::string> ticket;
  friend bool operator==(const Expect&, const Expect&) = default;
};

struct Lease {
  std::string epoch;
  std::int64_t mono_ms = 0;
  friend bool operator==(const Lease&, const Lease&) = default;
};

/// In each language, or the same in all.
using AnyText = std::variant<std::string, LocalText>;

/// The payload of `…/cmd/{client}/{action}`. Which of the optional fields an action takes docs/protocol.md
/// says.
struct Command {
  std::string id;
  std::optional<std::string> counter;
  std::optional<Expect> expect;
  std::optional<Lease> lease;
  std::optional<std::string> ticket;
  std::optional<std::string> service;
  std::optional<std::string> ticket_class;
  std::optional<std::string> channel;
  std::optional<std::string> officer;
  std::optional<std::string> reason;
  std::optional<std::string> position;
  std::optional<bool> call_next;
  std::optional<std::string> to_counter;
  std::optional<std::string> outcome;
  std::optional<bool> final_service;  ///< `final` on the wire
  std::optional<std::string> notice;
  std::optional<std::string> area;
  std::optional<std::string> level;
  std::optional<AnyText> text;
  std::optional<Stamp> until;
  std::optional<std::uint64_t> after_seq;
  std::optional<std::string> from;  ///< service days
  std::optional<std::string> to;
  std::optional<std::uint64_t> limit;
  std::optional<std::string> backup;
  friend bool operator==(const Command&, const Command&) = default;
};

}  // namespace panggil::protocol
